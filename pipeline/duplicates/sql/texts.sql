-- One row per different text. Equal texts have equal signatures, so that any row of a text stands for all of them.
SELECT
    s.text_hash AS node, MIN(s.signature) AS signature{bands}
FROM staged_signatures AS s
INNER JOIN documents AS d ON s.shard = d.shard AND s.position = d.position
WHERE s.signature IS NOT NULL
GROUP BY s.text_hash

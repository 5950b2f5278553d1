-- Records that share their id with another record and are not the one that is kept. Which one is kept depends on
-- content before place, so that splitting the corpus into other shards keeps the same text.
SELECT doc_id, shard, position
FROM (
    SELECT
        doc_id, shard, position,
        ROW_NUMBER() OVER (
            PARTITION BY doc_id ORDER BY text_hash, domain, statements DESC, shard, position
        ) AS place
    FROM staged_documents
) AS ranked
WHERE place > 1

-- The near-duplicate cluster of each document, where copies were looked for. A cluster belongs to the first of its
-- members' domains in the alphabet.
SELECT d.doc_id, d.cluster_id, c.cluster_domain
FROM duplicates AS d
INNER JOIN (SELECT cluster_id, MIN(domain) AS cluster_domain FROM duplicates GROUP BY cluster_id) AS c
    ON d.cluster_id = c.cluster_id

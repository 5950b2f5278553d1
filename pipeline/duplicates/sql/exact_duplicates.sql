-- Equal texts are copies: the cluster is the hash of the text.
SELECT
    doc_id, domain, text_hash AS cluster_id,
    COUNT(*) OVER (PARTITION BY text_hash) AS cluster_size,
    'exact' AS method
FROM documents

SELECT
    d.doc_id, d.domain, COALESCE(k.component, d.text_hash) AS cluster_id,
    COUNT(*) OVER (PARTITION BY COALESCE(k.component, d.text_hash)) AS cluster_size,
    'near' AS method
FROM documents AS d
LEFT JOIN components AS k ON d.text_hash = k.node

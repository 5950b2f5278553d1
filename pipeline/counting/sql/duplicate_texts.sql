-- Records that were left out for their id although their text is another than that of the record that was kept.
SELECT COUNT(*) AS texts
FROM staged_documents AS d
INNER JOIN duplicate_ids AS x ON d.shard = x.shard AND d.position = x.position
INNER JOIN documents AS k ON d.doc_id = k.doc_id
WHERE d.text_hash <> k.text_hash

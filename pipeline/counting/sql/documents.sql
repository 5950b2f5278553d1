SELECT
    d.doc_id, d.domain, d.shard, d.position, d.text_hash, d.characters, d.statements, d.unresolved,
    d.language_skipped
FROM staged_documents AS d
LEFT JOIN duplicate_ids AS x ON d.shard = x.shard AND d.position = x.position
WHERE x.shard IS NULL

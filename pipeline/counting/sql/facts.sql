SELECT
    f.doc_id, f.domain, f.shard, f.entity, f.entity_key, f.attribute, f.value, f.value_key, f.value_type,
    f.abstained, f.prompt_id, f.fact_id, f.char_start, f.char_end, f.rule, f.confidence
FROM staged_facts AS f
LEFT JOIN duplicate_ids AS x ON f.shard = x.shard AND f.position = x.position
WHERE x.shard IS NULL

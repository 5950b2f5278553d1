SELECT shard, position, reason, excerpt FROM staged_rejects
UNION ALL
SELECT shard, position, CONCAT('duplicate_id: ', doc_id) AS reason, CAST(NULL AS STRING) AS excerpt
FROM duplicate_ids

-- Records that share their id with another record and are not the one that is kept. Which one is kept depends on
-- content before place, so that splitting the corpus into other shards keeps the same one: of equal texts, titles make
-- other facts.
WITH shared AS (
    SELECT doc_id FROM staged_documents GROUP BY doc_id HAVING COUNT(*) > 1
),
said AS (
    SELECT f.shard, f.position, BIT_XOR(f.prompt_id) AS prompts, BIT_XOR(COALESCE(f.fact_id, 0)) AS facts
    FROM staged_facts AS f
    INNER JOIN shared AS s ON f.doc_id = s.doc_id
    GROUP BY f.shard, f.position
)
SELECT doc_id, shard, position
FROM (
    SELECT
        d.doc_id, d.shard, d.position,
        ROW_NUMBER() OVER (
            PARTITION BY d.doc_id
            ORDER BY
                d.text_hash, d.domain, d.statements DESC, COALESCE(said.prompts, 0), COALESCE(said.facts, 0),
                d.shard, d.position
        ) AS place
    FROM staged_documents AS d
    INNER JOIN shared AS s ON d.doc_id = s.doc_id
    LEFT JOIN said ON d.shard = said.shard AND d.position = said.position
) AS ranked
WHERE place > 1

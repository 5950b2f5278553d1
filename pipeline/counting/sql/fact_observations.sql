-- The same for triples: one row per fact and unit and domain, with its statements (or clusters) and documents there.
-- Sources are told apart by a grouping of their own, which spills to disk as COUNT(DISTINCT …) may not.
SELECT
    'mention' AS unit, d.domain, d.attribute, d.prompt_id, d.fact_id, d.value_key,
    MIN(d.value) AS value, CAST(SUM(d.mentions) AS BIGINT) AS observations, COUNT(*) AS documents
FROM (
    SELECT
        f.doc_id, f.domain, f.attribute, f.prompt_id, f.fact_id, f.value_key,
        MIN(f.value) AS value, COUNT(*) AS mentions
    FROM facts AS f
    WHERE NOT f.abstained
    GROUP BY f.doc_id, f.domain, f.attribute, f.prompt_id, f.fact_id, f.value_key
) AS d
GROUP BY d.domain, d.attribute, d.prompt_id, d.fact_id, d.value_key
UNION ALL
SELECT
    'cluster' AS unit, d.domain, d.attribute, d.prompt_id, d.fact_id, d.value_key,
    MIN(d.value) AS value, COUNT(*) AS observations, CAST(0 AS BIGINT) AS documents
FROM (
    SELECT
        c.cluster_id, c.cluster_domain AS domain, f.attribute, f.prompt_id, f.fact_id, f.value_key,
        MIN(f.value) AS value
    FROM facts AS f
    INNER JOIN clusters AS c ON f.doc_id = c.doc_id
    WHERE NOT f.abstained
    GROUP BY c.cluster_id, c.cluster_domain, f.attribute, f.prompt_id, f.fact_id, f.value_key
) AS d
GROUP BY d.domain, d.attribute, d.prompt_id, d.fact_id, d.value_key

-- The same for triples: one row per fact and unit and domain, with its observations there.
SELECT
    'mention' AS unit, f.domain, f.attribute, f.prompt_id, f.fact_id, f.value_key,
    MIN(f.value) AS value, COUNT(*) AS observations, COUNT(DISTINCT f.doc_id) AS documents
FROM facts AS f
WHERE NOT f.abstained
GROUP BY f.domain, f.attribute, f.prompt_id, f.fact_id, f.value_key
UNION ALL
SELECT
    'cluster' AS unit, c.cluster_domain AS domain, f.attribute, f.prompt_id, f.fact_id, f.value_key,
    MIN(f.value) AS value, COUNT(DISTINCT c.cluster_id) AS observations, COUNT(DISTINCT f.doc_id) AS documents
FROM facts AS f
INNER JOIN (
    SELECT doc_id, cluster_id, MIN(domain) OVER (PARTITION BY cluster_id) AS cluster_domain
    FROM duplicates
) AS c ON f.doc_id = c.doc_id
WHERE NOT f.abstained
GROUP BY c.cluster_domain, f.attribute, f.prompt_id, f.fact_id, f.value_key

-- One row per prompt and source that speaks of it. A source is a document, or a near-duplicate cluster of documents.
SELECT
    'document' AS unit, f.doc_id AS source, f.domain, f.attribute, f.prompt_id,
    SUM(CASE WHEN f.abstained THEN 0 ELSE 1 END) AS answers,
    SUM(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS abstains
FROM facts AS f
GROUP BY f.doc_id, f.domain, f.attribute, f.prompt_id
UNION ALL
SELECT
    'cluster' AS unit, CAST(c.cluster_id AS STRING) AS source, c.cluster_domain AS domain, f.attribute, f.prompt_id,
    SUM(CASE WHEN f.abstained THEN 0 ELSE 1 END) AS answers,
    SUM(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS abstains
FROM facts AS f
INNER JOIN clusters AS c ON f.doc_id = c.doc_id
GROUP BY c.cluster_id, c.cluster_domain, f.attribute, f.prompt_id

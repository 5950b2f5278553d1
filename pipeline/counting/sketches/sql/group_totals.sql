-- Exact observations of every unit, domain and attribute, from the facts alone.
SELECT
    'mention' AS unit, f.domain, f.attribute, COUNT(*) AS n, SUM(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS abstentions
FROM facts AS f
GROUP BY f.domain, f.attribute
UNION ALL
SELECT 'document' AS unit, d.domain, d.attribute, COUNT(*) AS n, SUM(d.silent) AS abstentions
FROM (
    SELECT f.doc_id, f.domain, f.attribute, f.prompt_id, MIN(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS silent
    FROM facts AS f
    GROUP BY f.doc_id, f.domain, f.attribute, f.prompt_id
) AS d
GROUP BY d.domain, d.attribute
UNION ALL
SELECT 'cluster' AS unit, d.domain, d.attribute, COUNT(*) AS n, SUM(d.silent) AS abstentions
FROM (
    SELECT
        c.cluster_id, c.cluster_domain AS domain, f.attribute, f.prompt_id,
        MIN(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS silent
    FROM facts AS f
    INNER JOIN (
        SELECT doc_id, cluster_id, MIN(domain) OVER (PARTITION BY cluster_id) AS cluster_domain
        FROM duplicates
    ) AS c ON f.doc_id = c.doc_id
    GROUP BY c.cluster_id, c.cluster_domain, f.attribute, f.prompt_id
) AS d
GROUP BY d.domain, d.attribute

-- The same from the totals that extraction staged with each shard, without grouping all facts: less what records
-- with a taken id state, and with only the copies brought together into clusters.
WITH staged AS (
    SELECT unit, domain, attribute, SUM(n) AS n, SUM(abstentions) AS abstentions
    FROM staged_sketches
    WHERE kind = 'totals'
    GROUP BY unit, domain, attribute
),
removed AS (
    SELECT
        f.shard, f.position, f.domain, f.attribute, f.prompt_id,
        COUNT(*) AS mentions, SUM(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS silences,
        MIN(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS silent
    FROM staged_facts AS f
    INNER JOIN duplicate_ids AS x ON f.shard = x.shard AND f.position = x.position
    GROUP BY f.shard, f.position, f.domain, f.attribute, f.prompt_id
),
kept AS (
    SELECT unit, domain, attribute, SUM(n) AS n, SUM(abstentions) AS abstentions
    FROM (
        SELECT unit, domain, attribute, n, abstentions FROM staged
        UNION ALL
        SELECT 'mention' AS unit, domain, attribute, -SUM(mentions) AS n, -SUM(silences) AS abstentions
        FROM removed
        GROUP BY domain, attribute
        UNION ALL
        SELECT 'document' AS unit, domain, attribute, -COUNT(*) AS n, -SUM(silent) AS abstentions
        FROM removed
        GROUP BY domain, attribute
    ) AS parts
    GROUP BY unit, domain, attribute
),
copied AS (
    SELECT
        f.doc_id, f.domain, c.cluster_id, c.cluster_domain, f.attribute, f.prompt_id,
        MIN(CASE WHEN f.abstained THEN 1 ELSE 0 END) AS silent
    FROM facts AS f
    INNER JOIN (
        SELECT doc_id, cluster_id, cluster_size, MIN(domain) OVER (PARTITION BY cluster_id) AS cluster_domain
        FROM duplicates
    ) AS c ON f.doc_id = c.doc_id
    WHERE c.cluster_size > 1
    GROUP BY f.doc_id, f.domain, c.cluster_id, c.cluster_domain, f.attribute, f.prompt_id
),
clusters AS (
    SELECT domain, attribute, SUM(n) AS n, SUM(abstentions) AS abstentions
    FROM (
        SELECT domain, attribute, n, abstentions FROM kept WHERE unit = 'document'
        UNION ALL
        SELECT domain, attribute, -COUNT(*) AS n, -SUM(silent) AS abstentions FROM copied GROUP BY domain, attribute
        UNION ALL
        SELECT cluster_domain AS domain, attribute, COUNT(*) AS n, SUM(silent) AS abstentions
        FROM (
            SELECT cluster_id, cluster_domain, attribute, prompt_id, MIN(silent) AS silent
            FROM copied
            GROUP BY cluster_id, cluster_domain, attribute, prompt_id
        ) AS once
        GROUP BY cluster_domain, attribute
    ) AS parts
    GROUP BY domain, attribute
)
SELECT unit, domain, attribute, n, abstentions FROM kept WHERE n > 0
UNION ALL
SELECT 'cluster' AS unit, domain, attribute, n, abstentions
FROM clusters
CROSS JOIN (SELECT COUNT(*) > 0 AS looked FROM duplicates) AS d
WHERE n > 0 AND d.looked

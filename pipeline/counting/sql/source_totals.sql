-- Sums behind the cluster Good–Turing variance: statements of one document (or near-duplicate cluster) are not
-- independent, so the document is the sampling unit. Z is its prompts that nothing else answers, n its prompts.
WITH judged AS (
    SELECT
        o.unit, o.source, o.domain, o.attribute,
        CASE WHEN o.answers > 0 AND u.answered_total = 1 THEN 1 ELSE 0 END AS z
    FROM observations AS o
    INNER JOIN unit_counts AS u
        ON o.unit = u.unit AND o.domain = u.domain AND o.prompt_id = u.prompt_id
),
sources AS (
    SELECT unit, domain, COALESCE(attribute, '*') AS attribute, source, SUM(z) AS z, COUNT(*) AS n
    FROM judged
    GROUP BY GROUPING SETS ((unit, domain, attribute, source), (unit, domain, source))
)
SELECT
    unit, COALESCE(domain, '*') AS domain, attribute,
    SUM(CAST(z AS DOUBLE) * z) AS cluster_zz,
    SUM(CAST(z AS DOUBLE) * n) AS cluster_zn,
    SUM(CAST(n AS DOUBLE) * n) AS cluster_nn
FROM sources
GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, attribute))

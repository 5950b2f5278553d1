-- Sums behind the cluster Good–Turing variance: statements of one document (or near-duplicate cluster) are not
-- independent, so the document is the sampling unit. Z is its prompts that nothing else answers, n its prompts.
WITH parts AS (
    SELECT unit, domain, attribute, source, SUM(z) AS z, COUNT(*) AS n
    FROM source_prompts
    GROUP BY unit, domain, attribute, source
),
sources AS (
    SELECT unit, domain, attribute, z, n FROM parts
    UNION ALL
    SELECT unit, domain, '*' AS attribute, SUM(z) AS z, SUM(n) AS n
    FROM parts
    GROUP BY unit, domain, source
)
SELECT
    unit, COALESCE(domain, '*') AS domain, attribute,
    SUM(CAST(z AS DOUBLE) * z) AS cluster_zz,
    SUM(CAST(z AS DOUBLE) * n) AS cluster_zn,
    SUM(CAST(n AS DOUBLE) * n) AS cluster_nn
FROM sources
GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, attribute))

-- Unbiased estimates of the sums behind the cluster Good–Turing variance. A prompt of weight w = 1/probability was
-- sampled independently of the others, so that E[(sum of w)^2 - sum of w(w - 1)] is the square of the full count.
WITH judged AS (
    SELECT p.unit, p.source, p.domain, p.attribute, p.z, 1.0 / b.probability AS w
    FROM source_prompts AS p
    INNER JOIN sample_bounds AS b ON p.attribute = b.attribute
),
sources AS (
    SELECT
        unit, domain, COALESCE(attribute, '*') AS attribute, source,
        SUM(z * w) AS z, SUM(w) AS n, SUM(z * w * (w - 1)) AS zw, SUM(w * (w - 1)) AS nw
    FROM judged
    GROUP BY GROUPING SETS ((unit, domain, attribute, source), (unit, domain, source))
)
SELECT
    unit, COALESCE(domain, '*') AS domain, attribute,
    ROUND(SUM(z * z - zw)) AS cluster_zz,
    ROUND(SUM(z * n - zw)) AS cluster_zn,
    ROUND(SUM(n * n - nw)) AS cluster_nn
FROM sources
GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, attribute))

-- Unbiased estimates of the sums behind the cluster Good–Turing variance. A prompt of weight w = 1/probability was
-- sampled independently of the others, so that E[(sum of w)^2 - sum of w(w - 1)] is the square of the full count.
WITH judged AS (
    SELECT
        o.unit, o.source, o.domain, o.attribute, 1.0 / b.probability AS w,
        CASE WHEN o.answers > 0 AND u.answered_total = 1 THEN 1 ELSE 0 END AS z
    FROM observations AS o
    INNER JOIN unit_counts AS u
        ON o.unit = u.unit AND o.domain = u.domain AND o.prompt_id = u.prompt_id
    INNER JOIN sample_bounds AS b ON o.attribute = b.attribute
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

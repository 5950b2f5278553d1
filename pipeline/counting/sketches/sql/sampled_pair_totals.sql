-- Unbiased estimate of the sum of squares of the prompts that exactly the same two documents answer.
WITH pairs AS (
    SELECT
        d.unit, d.low_domain, d.high_domain, COALESCE(d.attribute, '*') AS attribute, d.low, d.high,
        SUM(1.0 / b.probability) AS shared,
        SUM((1.0 / b.probability) * (1.0 / b.probability - 1)) AS spread
    FROM doubletons AS d
    INNER JOIN sample_bounds AS b ON d.attribute = b.attribute
    GROUP BY GROUPING SETS (
        (d.unit, d.low_domain, d.high_domain, d.attribute, d.low, d.high),
        (d.unit, d.low_domain, d.high_domain, d.low, d.high)
    )
)
SELECT unit, low_domain AS domain, attribute, ROUND(SUM(shared * shared - spread)) AS cluster_pairs
FROM pairs
WHERE low_domain = high_domain
GROUP BY unit, low_domain, attribute
UNION ALL
SELECT unit, '*' AS domain, attribute, ROUND(SUM(shared * shared - spread)) AS cluster_pairs
FROM pairs
GROUP BY unit, attribute

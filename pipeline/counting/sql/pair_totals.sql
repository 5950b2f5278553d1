-- Sum of squares of the prompts that exactly the same two documents answer. A pair that spans two domains counts
-- for the whole corpus and for neither domain: there its prompts are known, not doubletons.
WITH pairs AS (
    SELECT
        unit, low_domain, high_domain, COALESCE(attribute, '*') AS attribute, low, high,
        CAST(COUNT(*) AS DOUBLE) AS shared
    FROM doubletons
    GROUP BY GROUPING SETS (
        (unit, low_domain, high_domain, attribute, low, high), (unit, low_domain, high_domain, low, high)
    )
)
SELECT unit, low_domain AS domain, attribute, SUM(shared * shared) AS cluster_pairs
FROM pairs
WHERE low_domain = high_domain
GROUP BY unit, low_domain, attribute
UNION ALL
SELECT unit, '*' AS domain, attribute, SUM(shared * shared) AS cluster_pairs
FROM pairs
GROUP BY unit, attribute

WITH parts AS (
    SELECT
        unit, domain, attribute, answered AS count, COUNT(*) AS prompts,
        SUM(CASE WHEN answered = answered_total THEN 1 ELSE 0 END) AS prompts_exclusive
    FROM unit_counts
    WHERE answered > 0
    GROUP BY unit, domain, attribute, answered
    UNION ALL
    SELECT
        unit, '*' AS domain, attribute, answered_total AS count, COUNT(*) AS prompts, COUNT(*) AS prompts_exclusive
    FROM unit_counts
    WHERE leads AND answered_total > 0
    GROUP BY unit, attribute, answered_total
)
SELECT
    unit, domain, COALESCE(attribute, '*') AS attribute, count,
    SUM(prompts) AS prompts, SUM(prompts_exclusive) AS prompts_exclusive
FROM parts
GROUP BY GROUPING SETS ((unit, domain, attribute, count), (unit, domain, count))

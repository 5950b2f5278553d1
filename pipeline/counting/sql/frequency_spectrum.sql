WITH placed AS (
    SELECT unit, domain, attribute, answered, answered_total FROM unit_counts
    UNION ALL
    SELECT unit, '*' AS domain, attribute, SUM(answered) AS answered, SUM(answered) AS answered_total
    FROM unit_counts
    GROUP BY unit, attribute, prompt_id
)
SELECT
    unit, domain, COALESCE(attribute, '*') AS attribute, answered AS count,
    COUNT(*) AS prompts,
    SUM(CASE WHEN answered = answered_total THEN 1 ELSE 0 END) AS prompts_exclusive
FROM placed
WHERE answered > 0
GROUP BY GROUPING SETS ((unit, domain, attribute, answered), (unit, domain, answered))

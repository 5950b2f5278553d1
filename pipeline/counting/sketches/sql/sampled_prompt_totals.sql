-- Counts of sampled prompts, unscaled, for every row of the report but those of attribute '*'.
WITH placed AS (
    SELECT unit, domain, attribute, answered, abstained, answered_total FROM unit_counts
    UNION ALL
    SELECT
        unit, '*' AS domain, attribute, SUM(answered) AS answered, SUM(abstained) AS abstained,
        SUM(answered) AS answered_total
    FROM unit_counts
    GROUP BY unit, attribute, prompt_id
)
SELECT
    unit, domain, attribute,
    SUM(CASE WHEN answered > 0 THEN 1 ELSE 0 END) AS prompts,
    SUM(CASE WHEN answered > 0 AND answered = answered_total THEN 1 ELSE 0 END) AS prompts_exclusive,
    SUM(CASE WHEN answered = 1 AND answered_total = 1 THEN 1 ELSE 0 END) AS singletons,
    SUM(CASE WHEN answered = 2 AND answered_total = 2 THEN 1 ELSE 0 END) AS doubletons,
    SUM(CASE WHEN answered = 1 THEN 1 ELSE 0 END) AS singletons_within,
    SUM(CASE WHEN answered = 2 THEN 1 ELSE 0 END) AS doubletons_within
FROM placed
GROUP BY unit, domain, attribute

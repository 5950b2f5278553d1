WITH placed AS (
    SELECT unit, domain, attribute, answered, answered_total FROM unit_counts
    UNION ALL
    SELECT unit, '*' AS domain, attribute, SUM(answered) AS answered, SUM(answered) AS answered_total
    FROM unit_counts
    GROUP BY unit, attribute, prompt_id
),
counted AS (
    SELECT
        unit, domain, attribute, answered AS count, COUNT(*) AS prompts,
        SUM(CASE WHEN answered = answered_total THEN 1 ELSE 0 END) AS prompts_exclusive
    FROM placed
    WHERE answered > 0
    GROUP BY unit, domain, attribute, answered
),
scaled AS (
    SELECT
        c.unit, c.domain, c.attribute, c.count,
        CAST(ROUND(c.prompts / b.probability) AS BIGINT) AS prompts,
        CAST(ROUND(c.prompts_exclusive / b.probability) AS BIGINT) AS prompts_exclusive
    FROM counted AS c
    INNER JOIN sample_bounds AS b ON c.attribute = b.attribute
)
SELECT unit, domain, attribute, count, prompts, prompts_exclusive FROM scaled
UNION ALL
SELECT unit, domain, '*' AS attribute, count, SUM(prompts) AS prompts, SUM(prompts_exclusive) AS prompts_exclusive
FROM scaled
GROUP BY unit, domain, count

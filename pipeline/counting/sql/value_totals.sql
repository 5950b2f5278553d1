-- How many answers an attribute has, how many prompts its commonest answer answers, and how many prompts are
-- answered in two ways. The same for every unit: copies change neither.
WITH stated AS (
    SELECT domain, attribute, prompt_id, value_key FROM fact_observations WHERE unit = 'mention'
    UNION ALL
    SELECT DISTINCT '*' AS domain, attribute, prompt_id, value_key FROM fact_observations WHERE unit = 'mention'
),
answers AS (
    SELECT domain, attribute, value_key, COUNT(*) AS prompts FROM stated GROUP BY domain, attribute, value_key
),
spaces AS (
    SELECT domain, attribute, COUNT(*) AS distinct_values, MAX(prompts) AS top_value_prompts
    FROM answers
    GROUP BY domain, attribute
),
conflicts AS (
    SELECT domain, attribute, SUM(CASE WHEN ways > 1 THEN 1 ELSE 0 END) AS conflicting_prompts
    FROM (
        SELECT domain, attribute, prompt_id, COUNT(*) AS ways FROM stated GROUP BY domain, attribute, prompt_id
    ) AS ways
    GROUP BY domain, attribute
)
SELECT s.domain, s.attribute, s.distinct_values, s.top_value_prompts, c.conflicting_prompts
FROM spaces AS s
INNER JOIN conflicts AS c ON s.domain = c.domain AND s.attribute = c.attribute
UNION ALL
SELECT s.domain, '*' AS attribute, MIN(s.distinct_values), 0, SUM(c.conflicting_prompts)
FROM spaces AS s
INNER JOIN conflicts AS c ON s.domain = c.domain AND s.attribute = c.attribute
GROUP BY s.domain

-- How many answers an attribute has, how many prompts its commonest answer answers, and how many prompts are
-- answered in two ways. Mentions and documents lie in the same domains; a cluster lies in one domain for all of its
-- documents, so its answers are counted apart.
WITH stated AS (
    SELECT unit, domain, attribute, prompt_id, value_key FROM fact_observations
    UNION ALL
    SELECT DISTINCT unit, '*' AS domain, attribute, prompt_id, value_key FROM fact_observations
),
answers AS (
    SELECT unit, domain, attribute, value_key, COUNT(*) AS prompts
    FROM stated
    GROUP BY unit, domain, attribute, value_key
),
spaces AS (
    SELECT unit, domain, attribute, COUNT(*) AS distinct_values, MAX(prompts) AS top_value_prompts
    FROM answers
    GROUP BY unit, domain, attribute
),
conflicts AS (
    SELECT
        unit, domain, attribute, COUNT(*) AS prompts,
        SUM(CASE WHEN ways > 1 THEN 1 ELSE 0 END) AS conflicting_prompts
    FROM (
        SELECT unit, domain, attribute, prompt_id, COUNT(*) AS ways
        FROM stated
        GROUP BY unit, domain, attribute, prompt_id
    ) AS ways
    GROUP BY unit, domain, attribute
)
SELECT s.unit, s.domain, s.attribute, c.prompts, s.distinct_values, s.top_value_prompts, c.conflicting_prompts
FROM spaces AS s
INNER JOIN conflicts AS c ON s.unit = c.unit AND s.domain = c.domain AND s.attribute = c.attribute
UNION ALL
SELECT s.unit, s.domain, '*' AS attribute, SUM(c.prompts), MIN(s.distinct_values), 0, SUM(c.conflicting_prompts)
FROM spaces AS s
INNER JOIN conflicts AS c ON s.unit = c.unit AND s.domain = c.domain AND s.attribute = c.attribute
GROUP BY s.unit, s.domain

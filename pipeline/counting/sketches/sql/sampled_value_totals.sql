-- Answers of the sampled prompts. Values that the sample does not show are missing from distinct_values, which makes
-- the answer space smaller and every floor lower. The commonest answer's share is raised to its upper limit (two
-- standard errors of sampling), so that guessability stays an upper limit.
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
    SELECT
        domain, attribute, COUNT(*) AS prompts, SUM(CASE WHEN ways > 1 THEN 1 ELSE 0 END) AS conflicting_prompts
    FROM (
        SELECT domain, attribute, prompt_id, COUNT(*) AS ways FROM stated GROUP BY domain, attribute, prompt_id
    ) AS ways
    GROUP BY domain, attribute
)
SELECT
    s.domain, s.attribute, s.distinct_values, c.conflicting_prompts,
    s.top_value_prompts + 2 * SQRT(
        (1 - b.probability) * s.top_value_prompts * (1 - s.top_value_prompts / CAST(c.prompts + 1 AS DOUBLE))
    ) AS top_value_prompts
FROM spaces AS s
INNER JOIN conflicts AS c ON s.domain = c.domain AND s.attribute = c.attribute
INNER JOIN sample_bounds AS b ON s.attribute = b.attribute

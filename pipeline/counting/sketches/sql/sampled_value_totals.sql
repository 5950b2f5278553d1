-- Answers of the sampled prompts; a cluster's lie in its own domain. Values that the sample does not show are missing
-- from distinct_values, which makes the answer space smaller and every floor lower. The commonest answer's share is
-- raised to its upper limit (two standard errors of sampling), so that guessability stays an upper limit.
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
SELECT
    s.unit, s.domain, s.attribute, s.distinct_values, c.conflicting_prompts,
    s.top_value_prompts + 2 * SQRT(
        (1 - b.probability) * s.top_value_prompts * (1 - s.top_value_prompts / CAST(c.prompts + 1 AS DOUBLE))
    ) AS top_value_prompts
FROM spaces AS s
INNER JOIN conflicts AS c ON s.unit = c.unit AND s.domain = c.domain AND s.attribute = c.attribute
INNER JOIN sample_bounds AS b ON s.attribute = b.attribute

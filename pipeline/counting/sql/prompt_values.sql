-- How many ways each domain answers a prompt, with the answer where there is but one.
SELECT
    unit, domain, attribute, prompt_id, COUNT(*) AS ways, MIN(value) AS value
FROM fact_observations
GROUP BY unit, domain, attribute, prompt_id

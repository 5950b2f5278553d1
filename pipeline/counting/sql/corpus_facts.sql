-- One row per unit and fact: its observations and documents in the whole corpus, and the domain of the only one where
-- there is one.
SELECT
    unit, attribute, prompt_id, fact_id, value_key, MIN(domain) AS domain,
    CAST(SUM(observations) AS BIGINT) AS observations, CAST(SUM(documents) AS BIGINT) AS documents
FROM fact_observations
GROUP BY unit, attribute, prompt_id, fact_id, value_key

-- Counts of triples of sampled prompts, unscaled. A triple is sampled with its prompt.
WITH observed AS (
    SELECT
        unit, domain, attribute, fact_id, observations,
        SUM(observations) OVER (PARTITION BY unit, fact_id) AS observations_total
    FROM (
        SELECT unit, domain, attribute, fact_id, observations FROM fact_observations
        UNION ALL
        SELECT 'document' AS unit, domain, attribute, fact_id, documents AS observations
        FROM fact_observations
        WHERE unit = 'mention'
    ) AS units
),
placed AS (
    SELECT unit, domain, attribute, observations, observations_total FROM observed
    UNION ALL
    SELECT unit, '*' AS domain, attribute, SUM(observations) AS observations, SUM(observations) AS observations_total
    FROM observed
    GROUP BY unit, attribute, fact_id
)
SELECT
    unit, domain, attribute,
    SUM(observations) AS fact_observations,
    SUM(CASE WHEN observations = 1 AND observations_total = 1 THEN 1 ELSE 0 END) AS monofacts
FROM placed
GROUP BY unit, domain, attribute

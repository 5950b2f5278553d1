-- Counts of triples for every row of the report. Abstentions are added where the two are joined. A triple that is
-- observed once is observed in one domain, so that those of the domains add up to the corpus's.
WITH counted AS (
    SELECT unit, domain, attribute, SUM(observations) AS fact_observations, 0 AS monofacts
    FROM fact_observations
    GROUP BY unit, domain, attribute
    UNION ALL
    SELECT 'document' AS unit, domain, attribute, SUM(documents) AS fact_observations, 0 AS monofacts
    FROM fact_observations
    WHERE unit = 'mention'
    GROUP BY domain, attribute
    UNION ALL
    SELECT unit, domain, attribute, 0 AS fact_observations, COUNT(*) AS monofacts
    FROM corpus_facts
    WHERE observations = 1
    GROUP BY unit, domain, attribute
    UNION ALL
    SELECT 'document' AS unit, domain, attribute, 0 AS fact_observations, COUNT(*) AS monofacts
    FROM corpus_facts
    WHERE unit = 'mention' AND documents = 1
    GROUP BY domain, attribute
)
SELECT
    unit, COALESCE(domain, '*') AS domain, COALESCE(attribute, '*') AS attribute,
    SUM(fact_observations) AS fact_observations, SUM(monofacts) AS monofacts
FROM counted
GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, domain), (unit, attribute), (unit))

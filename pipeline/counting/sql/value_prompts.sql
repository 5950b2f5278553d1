-- How many prompts each answer answers. Mentions and documents lie in the same domains; a cluster lies in one domain for
-- all of its documents, so its answers are counted apart.
SELECT unit, domain, attribute, value_key, COUNT(*) AS prompts
FROM fact_observations
GROUP BY unit, domain, attribute, value_key
UNION ALL
SELECT unit, '*' AS domain, attribute, value_key, COUNT(*) AS prompts
FROM corpus_facts
GROUP BY unit, attribute, value_key

-- How many prompts are answered, and how many in two ways or more.
SELECT
    unit, domain, attribute, COUNT(*) AS prompts, SUM(CASE WHEN ways > 1 THEN 1 ELSE 0 END) AS conflicting_prompts
FROM (
    SELECT unit, domain, attribute, ways FROM prompt_values
    UNION ALL
    SELECT unit, '*' AS domain, attribute, COUNT(*) AS ways
    FROM corpus_facts
    GROUP BY unit, attribute, prompt_id
) AS answered
GROUP BY unit, domain, attribute

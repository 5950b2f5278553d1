-- One row per unit, prompt and domain: answering and abstaining observations there, and answering ones in the whole
-- corpus, since a singleton is judged on the whole corpus.
WITH counted AS (
    SELECT
        'mention' AS unit, domain, attribute, prompt_id,
        SUM(answers) AS answered, SUM(abstains) AS abstained
    FROM observations
    WHERE unit = 'document'
    GROUP BY domain, attribute, prompt_id
    UNION ALL
    SELECT
        unit, domain, attribute, prompt_id,
        SUM(CASE WHEN answers > 0 THEN 1 ELSE 0 END) AS answered,
        SUM(CASE WHEN answers > 0 THEN 0 ELSE 1 END) AS abstained
    FROM observations
    GROUP BY unit, domain, attribute, prompt_id
)
SELECT
    unit, domain, attribute, prompt_id,
    CAST(answered AS BIGINT) AS answered,
    CAST(abstained AS BIGINT) AS abstained,
    CAST(SUM(answered) OVER (PARTITION BY unit, prompt_id) AS BIGINT) AS answered_total
FROM counted

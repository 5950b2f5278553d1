-- One row per unit, prompt and domain: answering and abstaining observations there, and answering ones in the whole
-- corpus, since a singleton is judged on the whole corpus. One row of each prompt leads: the whole corpus counts the
-- prompt there, once.
WITH counted AS (
    SELECT
        unit, domain, attribute, prompt_id,
        CAST(SUM(answers) AS BIGINT) AS answers, CAST(SUM(abstains) AS BIGINT) AS abstains,
        CAST(SUM(CASE WHEN answers > 0 THEN 1 ELSE 0 END) AS BIGINT) AS answering,
        CAST(SUM(CASE WHEN answers > 0 THEN 0 ELSE 1 END) AS BIGINT) AS silent
    FROM observations
    GROUP BY unit, domain, attribute, prompt_id
),
placed AS (
    SELECT
        c.unit, c.domain, c.attribute, c.prompt_id, c.answers, c.abstains, c.answering, c.silent,
        t.answers AS answers_total, t.answering AS answering_total, c.domain = t.first_domain AS leads
    FROM counted AS c
    INNER JOIN (
        SELECT
            unit, prompt_id, CAST(SUM(answers) AS BIGINT) AS answers, CAST(SUM(answering) AS BIGINT) AS answering,
            MIN(domain) AS first_domain
        FROM counted
        GROUP BY unit, prompt_id
    ) AS t ON c.unit = t.unit AND c.prompt_id = t.prompt_id
)
SELECT
    unit, domain, attribute, prompt_id, answering AS answered, silent AS abstained, answering_total AS answered_total,
    leads
FROM placed
UNION ALL
SELECT
    'mention' AS unit, domain, attribute, prompt_id, answers AS answered, abstains AS abstained,
    answers_total AS answered_total, leads
FROM placed
WHERE unit = 'document'

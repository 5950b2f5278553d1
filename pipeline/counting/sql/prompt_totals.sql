-- Counts of prompts for every row of the report, with '*' for all domains and for all attributes. In the whole corpus a
-- prompt counts once, in the row that leads; observations add up.
WITH parts AS (
    SELECT
        unit, domain, attribute,
        SUM(answered + abstained) AS n,
        SUM(abstained) AS abstentions,
        SUM(CASE WHEN answered > 0 THEN 1 ELSE 0 END) AS prompts,
        SUM(CASE WHEN answered > 0 AND answered = answered_total THEN 1 ELSE 0 END) AS prompts_exclusive,
        SUM(CASE WHEN answered = 1 AND answered_total = 1 THEN 1 ELSE 0 END) AS singletons,
        SUM(CASE WHEN answered = 2 AND answered_total = 2 THEN 1 ELSE 0 END) AS doubletons,
        SUM(CASE WHEN answered = 1 THEN 1 ELSE 0 END) AS singletons_within,
        SUM(CASE WHEN answered = 2 THEN 1 ELSE 0 END) AS doubletons_within,
        SUM(CASE WHEN leads AND answered_total > 0 THEN 1 ELSE 0 END) AS corpus_prompts,
        SUM(CASE WHEN leads AND answered_total = 1 THEN 1 ELSE 0 END) AS corpus_singletons,
        SUM(CASE WHEN leads AND answered_total = 2 THEN 1 ELSE 0 END) AS corpus_doubletons
    FROM unit_counts
    GROUP BY unit, domain, attribute
),
placed AS (
    SELECT
        unit, domain, attribute, n, abstentions, prompts, prompts_exclusive, singletons, doubletons,
        singletons_within, doubletons_within
    FROM parts
    UNION ALL
    SELECT
        unit, '*' AS domain, attribute, n, abstentions, corpus_prompts AS prompts,
        corpus_prompts AS prompts_exclusive, corpus_singletons AS singletons, corpus_doubletons AS doubletons,
        corpus_singletons AS singletons_within, corpus_doubletons AS doubletons_within
    FROM parts
)
SELECT
    unit, domain, COALESCE(attribute, '*') AS attribute,
    SUM(n) AS n,
    SUM(abstentions) AS abstentions,
    SUM(prompts) AS prompts,
    SUM(prompts_exclusive) AS prompts_exclusive,
    SUM(singletons) AS singletons,
    SUM(doubletons) AS doubletons,
    SUM(singletons_within) AS singletons_within,
    SUM(doubletons_within) AS doubletons_within
FROM placed
GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, domain))

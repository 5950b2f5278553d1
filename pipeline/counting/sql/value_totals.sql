-- How many answers an attribute has, how many prompts its commonest answer answers, and how many prompts are answered in
-- two ways.
WITH spaces AS (
    SELECT unit, domain, attribute, COUNT(*) AS distinct_values, MAX(prompts) AS top_value_prompts
    FROM value_prompts
    GROUP BY unit, domain, attribute
)
SELECT s.unit, s.domain, s.attribute, c.prompts, s.distinct_values, s.top_value_prompts, c.conflicting_prompts
FROM spaces AS s
INNER JOIN value_conflicts AS c ON s.unit = c.unit AND s.domain = c.domain AND s.attribute = c.attribute
UNION ALL
SELECT s.unit, s.domain, '*' AS attribute, SUM(c.prompts), MIN(s.distinct_values), 0, SUM(c.conflicting_prompts)
FROM spaces AS s
INNER JOIN value_conflicts AS c ON s.unit = c.unit AND s.domain = c.domain AND s.attribute = c.attribute
GROUP BY s.unit, s.domain

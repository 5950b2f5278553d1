-- Prompts that exactly two sources answer, with the two.
SELECT
    o.unit, o.prompt_id, o.attribute,
    MIN(o.source) AS low, MAX(o.source) AS high, MIN(o.domain) AS low_domain, MAX(o.domain) AS high_domain
FROM observations AS o
INNER JOIN unit_counts AS u
    ON o.unit = u.unit AND o.domain = u.domain AND o.prompt_id = u.prompt_id
WHERE o.answers > 0 AND u.answered_total = 2
GROUP BY o.unit, o.prompt_id, o.attribute

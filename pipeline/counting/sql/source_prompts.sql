-- Every source with each prompt that it speaks of, marked where nothing else answers it.
SELECT
    o.unit, o.source, o.domain, o.attribute,
    CASE WHEN o.answers > 0 AND u.answered_total = 1 THEN 1 ELSE 0 END AS z
FROM observations AS o
INNER JOIN unit_counts AS u
    ON o.unit = u.unit AND o.domain = u.domain AND o.prompt_id = u.prompt_id

-- Exact observations of every row of the report but those of attribute '*'. Training repeats a domain's mentions and
-- documents, never its clusters.
WITH repeated AS (
    SELECT
        g.unit, g.domain, g.attribute,
        g.n * CASE WHEN g.unit = 'cluster' THEN 1 ELSE COALESCE(e.epochs, 1) END AS n,
        g.abstentions * CASE WHEN g.unit = 'cluster' THEN 1 ELSE COALESCE(e.epochs, 1) END AS abstentions
    FROM group_totals AS g
    LEFT JOIN (SELECT domain, MAX(epoch) AS epochs FROM epochs GROUP BY domain) AS e ON g.domain = e.domain
)
SELECT
    unit, COALESCE(domain, '*') AS domain, attribute,
    CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(abstentions) AS BIGINT) AS abstentions
FROM repeated
GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, attribute))

-- The spectrum of the sampled prompts over the inclusion probability, rounded by attribute and then added.
WITH scaled AS (
    SELECT
        c.unit, c.domain, c.attribute, c.count,
        CAST(ROUND(c.prompts / b.probability) AS BIGINT) AS prompts,
        CAST(ROUND(c.prompts_exclusive / b.probability) AS BIGINT) AS prompts_exclusive
    FROM sampled_spectrum AS c
    INNER JOIN sample_bounds AS b ON c.attribute = b.attribute
)
SELECT unit, domain, attribute, count, prompts, prompts_exclusive FROM scaled
UNION ALL
SELECT unit, domain, '*' AS attribute, count, SUM(prompts) AS prompts, SUM(prompts_exclusive) AS prompts_exclusive
FROM scaled
GROUP BY unit, domain, count

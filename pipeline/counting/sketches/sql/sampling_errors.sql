-- Relative standard error that sampling adds to `singletons`: sqrt of the sum over attributes of x(1 - p)/p^2, over
-- the sum of x/p. Rounded, since sums of fractions depend on their order in the last digits. Where the sample shows no singleton, one is assumed, so that the error is never understated as 0.
WITH parts AS (
    SELECT
        t.unit, t.domain, t.attribute, t.n, COALESCE(p.singletons, 0) AS sampled,
        COALESCE(p.singletons, 0) / b.probability AS singletons,
        CASE WHEN COALESCE(p.singletons, 0) > 0 THEN p.singletons ELSE 1 END
            * (1 - b.probability) / (b.probability * b.probability) AS variance
    FROM sketch_totals AS t
    INNER JOIN sample_bounds AS b ON t.attribute = b.attribute
    LEFT JOIN prompt_totals AS p
        ON t.unit = p.unit AND t.domain = p.domain AND t.attribute = p.attribute
),
placed AS (
    SELECT unit, domain, attribute, n, sampled, singletons, variance FROM parts
    UNION ALL
    SELECT unit, domain, '*' AS attribute, SUM(n), SUM(sampled), SUM(singletons), SUM(variance)
    FROM parts
    GROUP BY unit, domain
)
SELECT
    unit, domain, attribute, sampled AS sampled_singletons,
    ROUND(SQRT(variance) / CASE WHEN singletons > 0 THEN singletons ELSE 1 END, 12) AS relative_error,
    ROUND(SQRT(variance) / n, 12) AS rate_error
FROM placed

-- Sampled counts over the inclusion probability, rounded by attribute and then added, beside the exact totals. Values
-- that the sample does not show are missing from distinct_values, which makes the answer space smaller and every floor
-- lower. The commonest answer's share is raised to its upper limit (two standard errors of sampling), so that
-- guessability stays an upper limit.
WITH scaled AS (
    SELECT
        t.unit, t.domain, t.attribute, t.n, t.abstentions,
        CAST(ROUND(COALESCE(p.prompts, 0) / b.probability) AS BIGINT) AS prompts,
        CAST(ROUND(COALESCE(p.prompts_exclusive, 0) / b.probability) AS BIGINT) AS prompts_exclusive,
        CAST(ROUND(COALESCE(p.singletons, 0) / b.probability) AS BIGINT) AS singletons,
        CAST(ROUND(COALESCE(p.doubletons, 0) / b.probability) AS BIGINT) AS doubletons,
        CAST(ROUND(COALESCE(p.singletons_within, 0) / b.probability) AS BIGINT) AS singletons_within,
        CAST(ROUND(COALESCE(p.doubletons_within, 0) / b.probability) AS BIGINT) AS doubletons_within,
        CAST(ROUND(COALESCE(f.fact_observations, 0) / b.probability) AS BIGINT) + t.abstentions
            AS fact_observations,
        CAST(ROUND(COALESCE(f.monofacts, 0) / b.probability) AS BIGINT) AS monofacts,
        CAST(ROUND(COALESCE(v.conflicting_prompts, 0) / b.probability) AS BIGINT) AS conflicting_prompts,
        COALESCE(v.distinct_values, 0) AS distinct_values,
        CAST(ROUND(COALESCE(
            v.top_value_prompts + 2 * SQRT(
                (1 - b.probability) * v.top_value_prompts * (1 - v.top_value_prompts / CAST(v.prompts + 1 AS DOUBLE))
            ), 0
        ) / b.probability) AS BIGINT) AS top_value_prompts
    FROM sketch_totals AS t
    INNER JOIN sample_bounds AS b ON t.attribute = b.attribute
    LEFT JOIN prompt_totals AS p
        ON t.unit = p.unit AND t.domain = p.domain AND t.attribute = p.attribute
    LEFT JOIN fact_totals AS f ON t.unit = f.unit AND t.domain = f.domain AND t.attribute = f.attribute
    LEFT JOIN value_totals AS v
        ON CASE WHEN t.unit = 'cluster' THEN 'cluster' ELSE 'mention' END = v.unit
        AND t.domain = v.domain AND t.attribute = v.attribute
),
placed AS (
    SELECT
        unit, domain, attribute, n, abstentions, prompts, prompts_exclusive, singletons, doubletons, singletons_within,
        doubletons_within, fact_observations, monofacts, conflicting_prompts, distinct_values,
        CASE WHEN top_value_prompts < prompts THEN top_value_prompts ELSE prompts END AS top_value_prompts
    FROM scaled
    UNION ALL
    SELECT
        unit, domain, '*' AS attribute, SUM(n), SUM(abstentions), SUM(prompts), SUM(prompts_exclusive),
        SUM(singletons), SUM(doubletons), SUM(singletons_within), SUM(doubletons_within), SUM(fact_observations),
        SUM(monofacts), SUM(conflicting_prompts), COALESCE(MIN(NULLIF(distinct_values, 0)), 0), 0
    FROM scaled
    GROUP BY unit, domain
)
SELECT
    c.unit, c.domain, c.attribute, c.n, c.abstentions, c.prompts, c.prompts_exclusive, c.singletons, c.doubletons,
    c.singletons_within, c.doubletons_within, c.fact_observations, c.monofacts, c.conflicting_prompts,
    c.distinct_values, c.top_value_prompts,
    CASE WHEN c.unit <> 'mention' THEN COALESCE(s.cluster_zz, 0) END AS cluster_zz,
    CASE WHEN c.unit <> 'mention' THEN COALESCE(s.cluster_zn, 0) END AS cluster_zn,
    CASE WHEN c.unit <> 'mention' THEN COALESCE(s.cluster_nn, 0) END AS cluster_nn,
    CASE WHEN c.unit <> 'mention' THEN COALESCE(d.cluster_pairs, 0) END AS cluster_pairs
FROM placed AS c
LEFT JOIN sampled_source_totals AS s ON c.unit = s.unit AND c.domain = s.domain AND c.attribute = s.attribute
LEFT JOIN sampled_pair_totals AS d ON c.unit = d.unit AND c.domain = d.domain AND c.attribute = d.attribute

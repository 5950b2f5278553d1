SELECT
    p.unit, p.domain, p.attribute, p.n, p.abstentions, p.prompts, p.prompts_exclusive, p.singletons, p.doubletons,
    p.singletons_within, p.doubletons_within,
    COALESCE(f.fact_observations, 0) + p.abstentions AS fact_observations,
    COALESCE(f.monofacts, 0) AS monofacts,
    COALESCE(v.conflicting_prompts, 0) AS conflicting_prompts,
    COALESCE(v.distinct_values, 0) AS distinct_values,
    COALESCE(v.top_value_prompts, 0) AS top_value_prompts,
    s.cluster_zz, s.cluster_zn, s.cluster_nn,
    CASE WHEN s.cluster_nn IS NOT NULL THEN COALESCE(d.cluster_pairs, 0) END AS cluster_pairs
FROM prompt_totals AS p
LEFT JOIN fact_totals AS f ON p.unit = f.unit AND p.domain = f.domain AND p.attribute = f.attribute
LEFT JOIN value_totals AS v
    ON CASE WHEN p.unit = 'cluster' THEN 'cluster' ELSE 'mention' END = v.unit
    AND p.domain = v.domain AND p.attribute = v.attribute
LEFT JOIN source_totals AS s ON p.unit = s.unit AND p.domain = s.domain AND p.attribute = s.attribute
LEFT JOIN pair_totals AS d ON p.unit = d.unit AND p.domain = d.domain AND p.attribute = d.attribute

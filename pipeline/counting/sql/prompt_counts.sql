-- Only prompts that are answered in several ways are ranked: most have one answer.
WITH best AS (
    SELECT
        f.domain, f.prompt_id, f.value,
        ROW_NUMBER() OVER (
            PARTITION BY f.domain, f.prompt_id
            ORDER BY f.documents DESC, f.observations DESC, f.value, f.value_key
        ) AS place
    FROM fact_observations AS f
    INNER JOIN prompt_values AS v ON f.unit = v.unit AND f.domain = v.domain AND f.prompt_id = v.prompt_id
    WHERE f.unit = 'mention' AND v.ways > 1
),
counts AS (
    SELECT
        prompt_id, attribute, domain,
        MAX(CASE WHEN unit = 'mention' THEN answered ELSE 0 END) AS mentions,
        MAX(CASE WHEN unit = 'mention' THEN abstained ELSE 0 END) AS abstentions,
        MAX(CASE WHEN unit = 'document' THEN answered ELSE 0 END) AS documents,
        MAX(CASE WHEN unit = 'document' THEN abstained ELSE 0 END) AS abstaining_documents,
        MAX(CASE WHEN unit = 'cluster' THEN answered END) AS clusters,
        MAX(CASE WHEN unit = 'cluster' THEN abstained END) AS abstaining_clusters
    FROM unit_counts
    GROUP BY prompt_id, attribute, domain
)
SELECT
    c.prompt_id, e.entity, c.attribute, c.domain,
    c.mentions, c.documents,
    -- A prompt whose copies are all counted in another domain has no cluster of its own here.
    CASE WHEN d.looked THEN COALESCE(c.clusters, 0) END AS clusters,
    c.abstentions, c.abstaining_documents,
    CASE WHEN d.looked THEN COALESCE(c.abstaining_clusters, 0) END AS abstaining_clusters,
    COALESCE(v.ways, 0) AS distinct_values,
    CASE WHEN v.ways > 1 THEN b.value ELSE v.value END AS top_value
FROM counts AS c
INNER JOIN entity_names AS e ON c.prompt_id = e.prompt_id
LEFT JOIN prompt_values AS v ON v.unit = 'mention' AND c.prompt_id = v.prompt_id AND c.domain = v.domain
LEFT JOIN best AS b ON c.prompt_id = b.prompt_id AND c.domain = b.domain AND b.place = 1
CROSS JOIN (SELECT COUNT(*) > 0 AS looked FROM duplicates) AS d

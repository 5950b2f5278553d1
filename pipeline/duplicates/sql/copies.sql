-- How much of each domain is copies: of a cluster, every document but one is surplus.
SELECT
    COALESCE(domain, '*') AS domain,
    COUNT(*) AS documents,
    SUM(CASE WHEN cluster_size > 1 THEN 1 ELSE 0 END) AS in_clusters,
    SUM(1.0 - 1.0 / cluster_size) / COUNT(*) AS surplus_share,
    MAX(cluster_size) AS largest_cluster
FROM duplicates
GROUP BY GROUPING SETS ((domain), ())
ORDER BY domain

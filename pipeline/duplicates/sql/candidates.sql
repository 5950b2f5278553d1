-- Pairs of texts that share a band. All pairs of a small bucket; in a large one, where pairs would grow with its
-- square, each text with the bucket's first and with the text before it in the order of the signatures, which brings
-- like to like.
WITH buckets AS (
    SELECT
        band, bucket, node,
        COUNT(*) OVER (PARTITION BY band, bucket) AS size,
        MIN(node) OVER (PARTITION BY band, bucket) AS first_node,
        LAG(node) OVER (PARTITION BY band, bucket ORDER BY signature, node) AS previous
    FROM ({banded}) AS banded
),
pairs AS (
    SELECT a.node AS one, b.node AS other
    FROM buckets AS a
    INNER JOIN buckets AS b ON a.band = b.band AND a.bucket = b.bucket
    WHERE a.node < b.node AND a.size <= {small} AND b.size <= {small}
    UNION ALL
    SELECT first_node AS one, node AS other FROM buckets WHERE size > {small} AND node <> first_node
    UNION ALL
    SELECT
        CASE WHEN previous < node THEN previous ELSE node END AS one,
        CASE WHEN previous < node THEN node ELSE previous END AS other
    FROM buckets
    WHERE size > {small} AND previous IS NOT NULL
)
SELECT DISTINCT one, other FROM pairs

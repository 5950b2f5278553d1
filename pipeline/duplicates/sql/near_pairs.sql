-- Candidates whose signatures agree in at least {least} of {permutations} places.
SELECT one, other, agreeing
FROM (
    SELECT c.one, c.other, {agreeing} AS agreeing
    FROM candidates AS c
    INNER JOIN texts AS a ON c.one = a.node
    INNER JOIN texts AS b ON c.other = b.node
) AS compared
WHERE agreeing >= {least}

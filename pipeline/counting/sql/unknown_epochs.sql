-- Domains that --weights names and that no document has.
SELECT DISTINCT e.domain
FROM epochs AS e
WHERE NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.domain = e.domain)
ORDER BY domain

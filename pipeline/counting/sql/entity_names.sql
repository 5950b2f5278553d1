-- The display form that stands for the entity of a prompt: the commonest one, the first in the alphabet among equals.
SELECT prompt_id, entity
FROM (
    SELECT
        prompt_id, entity,
        ROW_NUMBER() OVER (PARTITION BY prompt_id ORDER BY uses DESC, entity) AS place
    FROM (SELECT prompt_id, entity, COUNT(*) AS uses FROM facts GROUP BY prompt_id, entity) AS forms
) AS ranked
WHERE place = 1

-- The display form that stands for the entity of a prompt: the commonest one, the first in the alphabet among equals.
WITH forms AS (
    SELECT prompt_id, entity, COUNT(*) AS uses
    FROM facts
    GROUP BY prompt_id, entity
)
SELECT f.prompt_id, MIN(f.entity) AS entity
FROM forms AS f
INNER JOIN (SELECT prompt_id, MAX(uses) AS uses FROM forms GROUP BY prompt_id) AS most
    ON f.prompt_id = most.prompt_id AND f.uses = most.uses
GROUP BY f.prompt_id

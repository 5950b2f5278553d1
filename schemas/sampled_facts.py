"""`sampled_facts`: the statements of sampled prompts, all that sampled counting groups."""

from schemas.facts import FACTS
from schemas.table import Table

_COUNTED = ("doc_id", "domain", "entity", "attribute", "value", "value_key", "abstained", "prompt_id", "fact_id")

SAMPLED_FACTS = Table(
    name="sampled_facts",
    meaning="The columns of facts that counting reads, for the prompts of the sample; what runs merge from.",
    columns=tuple(column for column in FACTS.columns if column.name in _COUNTED),
    sort_by=("prompt_id", "doc_id", "fact_id", "entity", "value", "abstained"),
    public=False,
)

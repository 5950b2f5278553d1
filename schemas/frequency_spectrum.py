"""`frequency_spectrum`: how many prompts are answered once, twice, three times."""

from schemas.table import Column, Table

FREQUENCY_SPECTRUM = Table(
    name="frequency_spectrum",
    meaning="Frequencies of frequencies per unit, domain and attribute, with '*' for all domains and for all attributes.",
    columns=(
        Column("unit", "string", "What counts as one observation: mention, document or cluster."),
        Column("domain", "string", "Domain, or '*' for the whole corpus."),
        Column("attribute", "string", "Attribute, or '*' for all attributes."),
        Column(
            "count",
            "int64",
            "Answering observations of a prompt within the row's domain, 1 or more.",
            "observations",
        ),
        Column("prompts", "int64", "Prompts observed `count` times within the domain.", "prompts"),
        Column(
            "prompts_exclusive",
            "int64",
            "Those of them that no other domain answers; equal to `prompts` where domain is '*'.",
            "prompts",
        ),
    ),
    sort_by=("unit", "domain", "attribute", "count"),
)

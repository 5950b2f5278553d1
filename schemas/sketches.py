"""`sketches`: mergeable summaries from which rates can be computed without the facts."""

from schemas.table import Column, Table

SKETCHES = Table(
    name="sketches",
    meaning="One row per sketch: a mergeable summary of one shard's or one run's observations of a group.",
    columns=(
        Column("shard", "string", "Shard that the sketch summarises, or '*' for a whole run."),
        Column("unit", "string", "What counts as one observation: mention, document or cluster."),
        Column("domain", "string", "Domain of the observations."),
        Column("attribute", "string", "Attribute of the observations."),
        Column(
            "kind",
            "string",
            "singleton (hash sample of prompts with counts), hll_prompts, hll_values, hll_entities or count_min.",
        ),
        Column("parameters", "string", "Parameters of the sketch as JSON: size, seed, version."),
        Column("n", "int64", "Observations summarised, abstentions included; exact.", "observations"),
        Column("abstentions", "int64", "Observations that say the answer is not known; exact.", "observations"),
        Column("payload", "binary", "The sketch, serialised."),
    ),
    sort_by=("shard", "unit", "domain", "attribute", "kind"),
)

"""`sketches`: mergeable summaries from which rates can be computed without the facts."""

from schemas.table import Column, Table

SKETCHES = Table(
    name="sketches",
    meaning="One row per sketch: a mergeable summary of one shard's or one run's observations of a group.",
    columns=(
        Column("shard", "string", "Shard that the sketch summarises, or '*' for a whole run."),
        Column("unit", "string", "What counts as one observation: mention, document or cluster."),
        Column("domain", "string", "Domain of the observations, or '*' for kind count_min."),
        Column("attribute", "string", "Attribute of the observations, or '*' for kind count_min."),
        Column(
            "kind",
            "string",
            "totals (n and abstentions alone), singleton (hash sample of prompts with exact counts), hll_prompts, hll_values, hll_entities (HyperLogLog++) or count_min.",
        ),
        Column("parameters", "string", "Parameters of the sketch as JSON: size, bound, version."),
        Column("n", "int64", "Observations summarised, abstentions included; exact.", "observations"),
        Column("abstentions", "int64", "Observations that say the answer is not known; exact.", "observations"),
        Column("payload", "binary", "The sketch, serialised; empty for kind totals."),
    ),
    sort_by=("shard", "unit", "domain", "attribute", "kind"),
)

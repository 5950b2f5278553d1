"""`sampling_errors`: what sampling adds to the error of the report's rates, in sketch mode."""

from schemas.table import Column, Table

SAMPLING_ERRORS = Table(
    name="sampling_errors",
    meaning="One row per row of report_counts that comes from a sample of prompts; intermediate.",
    columns=(
        Column("unit", "string", "What counts as one observation: mention, document or cluster."),
        Column("domain", "string", "Domain, or '*' for the whole corpus."),
        Column("attribute", "string", "Attribute, or '*' for all attributes."),
        Column("sampled_singletons", "int64", "Singletons in the sample.", "prompts"),
        Column(
            "relative_error",
            "float64",
            "Relative standard error of `singletons` from sampling; where the sample holds none, that of one.",
            "fraction of singletons",
        ),
        Column(
            "rate_error",
            "float64",
            "Standard error of the singleton rate from sampling; where the sample holds no singleton, that of one.",
            "fraction of observations, 0 to 1",
        ),
    ),
    sort_by=("unit", "domain", "attribute"),
    public=False,
)

"""`sample_bounds`: which prompts sampled counting looks at."""

from schemas.table import Column, Table

SAMPLE_BOUNDS = Table(
    name="sample_bounds",
    meaning="One row per attribute: the sample of its prompts, in sketch mode; intermediate.",
    columns=(
        Column("attribute", "string", "Attribute of the catalogue."),
        Column("last", "int64", "Prompts with ids up to this one are in the sample."),
        Column("probability", "float64", "Chance that a prompt is in the sample.", "probability, 0 to 1"),
    ),
    sort_by=("attribute",),
    public=False,
)

"""`precision_sums`: how right the observations behind the report are, in sums that add up over runs."""

from schemas.table import Column, Table

PRECISION_SUMS = Table(
    name="precision_sums",
    meaning="One row per unit, domain and attribute: sums over answering observations; intermediate.",
    columns=(
        Column("unit", "string", "What counts as one observation: mention, document or cluster."),
        Column("domain", "string", "Domain of the observations."),
        Column("attribute", "string", "Attribute of the catalogue."),
        Column("observations", "int64", "Answering observations.", "observations"),
        Column(
            "least_right", "int64", "Sum of the lower ends of their rules' shares of right statements.", "millionths"
        ),
        Column("most_right", "int64", "Sum of the upper ends.", "millionths"),
    ),
    sort_by=("unit", "domain", "attribute"),
    public=False,
)

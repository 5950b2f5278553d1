"""`epochs`: how often training repeats each domain."""

from schemas.table import Column, Table

EPOCHS = Table(
    name="epochs",
    meaning="One row per domain and repetition of it in training; intermediate.",
    columns=(
        Column("domain", "string", "Domain of the documents."),
        Column("epoch", "int64", "Number of the repetition, from 1."),
    ),
    sort_by=("domain", "epoch"),
    public=False,
)

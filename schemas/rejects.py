"""`rejects`: records that could not be read, and why."""

from schemas.table import Column, Table

REJECTS = Table(
    name="rejects",
    meaning="One row per record, or rest of a shard, that was not read, with the reason.",
    columns=(
        Column("shard", "string", "Name of the shard."),
        Column("position", "int64", "Number of the record in its shard, from 0.", "records"),
        Column("reason", "string", "Why: a short code, then a colon and details where there are any."),
        Column("excerpt", "string", "Beginning of the record, made printable.", nullable=True),
    ),
    sort_by=("shard", "position", "reason"),
)

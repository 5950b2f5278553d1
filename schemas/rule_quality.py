"""`rule_quality`: how often each rule of extraction is right."""

from schemas.table import Column, Table

RULE_QUALITY = Table(
    name="rule_quality",
    meaning="One row per attribute and rule of a run, with its measured precision; intermediate.",
    columns=(
        Column("attribute", "string", "Attribute of the catalogue."),
        Column("rule", "string", "Rule of the attribute."),
        Column("least_right", "int64", "Right ones of a million of its statements, at least.", "statements"),
        Column("most_right", "int64", "Right ones of a million of its statements, at most.", "statements"),
    ),
    sort_by=("attribute", "rule"),
    public=False,
)

"""`facts`: the statements that extraction found."""

from schemas.table import Column, Table

_STATEMENT = (
    Column("doc_id", "string", "Id of the document that states the fact."),
    Column("domain", "string", "Domain of the document."),
    Column("shard", "string", "Name of the shard that holds the document."),
    Column("entity", "string", "Entity in display form, the fullest form that the document gives."),
    Column("entity_key", "string", "Entity, normalised: equal keys are the same entity."),
    Column("attribute", "string", "Attribute of the catalogue."),
    Column(
        "value",
        "string",
        "Value, normalised; ISO 8601 for dates, as precise as the text. Null where the statement abstains.",
        nullable=True,
    ),
    Column(
        "value_key",
        "string",
        "Value, normalised further: equal keys are the same value. Null where the statement abstains.",
        nullable=True,
    ),
    Column(
        "value_type",
        "string",
        "Type of the value: date, person, organization, place, nationality, work, quantity or text.",
    ),
    Column("abstained", "bool", "True where the text says that the answer is not known."),
    Column("prompt_id", "int64", "xxHash64 of entity_key and attribute."),
    Column(
        "fact_id",
        "int64",
        "xxHash64 of entity_key, attribute and value_key. Null where the statement abstains.",
        nullable=True,
    ),
    Column("char_start", "int32", "Start of the evidence sentence in the text.", "Unicode code points"),
    Column("char_end", "int32", "End of the evidence sentence in the text, exclusive.", "Unicode code points"),
    Column("rule", "string", "Rule that fired."),
    Column("confidence", "float32", "Estimated chance that the statement is right.", "probability, 0 to 1"),
)

FACTS = Table(
    name="facts",
    meaning="One row per statement: a place in a document that states a fact or says that it is not known.",
    columns=_STATEMENT,
    sort_by=(
        "doc_id",
        "char_start",
        "char_end",
        "attribute",
        "entity_key",
        "value_key",
        "rule",
        "entity",
        "value",
    ),
)

STAGED_FACTS = Table(
    name="staged_facts",
    meaning="Facts as extraction writes them, shard by shard, with the record's position; `facts` is made from these.",
    columns=(
        *_STATEMENT,
        Column("position", "int64", "Number of the record in its shard, from 0.", "records"),
    ),
    sort_by=("shard", "position", *FACTS.sort_by[1:]),
    public=False,
)

"""`prompt_counts`: how often each domain answers each prompt."""

from schemas.table import Column, Table

PROMPT_COUNTS = Table(
    name="prompt_counts",
    meaning="One row per prompt and domain: how often the domain answers it. Sums over domains are the corpus's counts.",
    columns=(
        Column("prompt_id", "int64", "xxHash64 of entity_key and attribute."),
        Column("entity", "string", "Commonest display form of the entity in the whole corpus."),
        Column("attribute", "string", "Attribute of the catalogue."),
        Column("domain", "string", "Domain in which the observations were counted."),
        Column("mentions", "int64", "Answering statements in the domain.", "statements"),
        Column("documents", "int64", "Documents of the domain that answer the prompt.", "documents"),
        Column(
            "clusters",
            "int64",
            "Near-duplicate clusters of the domain that answer the prompt; null where duplicates were not looked for.",
            "clusters",
            nullable=True,
        ),
        Column("abstentions", "int64", "Statements in the domain that say the answer is not known.", "statements"),
        Column(
            "abstaining_documents",
            "int64",
            "Documents of the domain that say the answer is not known and never answer.",
            "documents",
        ),
        Column(
            "abstaining_clusters",
            "int64",
            "Clusters of the domain that say the answer is not known and never answer; null where duplicates were not looked for.",
            "clusters",
            nullable=True,
        ),
        Column("distinct_values", "int64", "Different answers in the domain.", "values"),
        Column(
            "top_value",
            "string",
            "Commonest answer in the domain, by documents. Null where every statement abstains.",
            nullable=True,
        ),
    ),
    sort_by=("prompt_id", "domain"),
)

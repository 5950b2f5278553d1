"""`report_counts`: what SQL counts for each row of the report; the estimators turn it into `domain_report`."""

from schemas.table import Column, Table

ROW_AND_OBSERVATIONS = (
    Column("unit", "string", "What counts as one observation: mention, document or cluster."),
    Column("domain", "string", "Domain, or '*' for the whole corpus."),
    Column("attribute", "string", "Attribute, or '*' for all attributes."),
    Column("n", "int64", "Observations of the unit, abstentions included.", "observations"),
    Column("abstentions", "int64", "Observations that say the answer is not known.", "observations"),
    Column("prompts", "int64", "Different prompts answered in the domain.", "prompts"),
)
"""What a row of the report is about, and how much was observed."""

SEEN_ONCE_OR_TWICE = (
    Column(
        "singletons", "int64", "Prompts answered exactly once in the whole corpus, there in this domain.", "prompts"
    ),
    Column(
        "doubletons",
        "int64",
        "Prompts answered exactly twice in the whole corpus, both times in this domain.",
        "prompts",
    ),
)
"""The counts that estimate the missing mass."""

REPORT_COUNTS = Table(
    name="report_counts",
    meaning="Counts behind one row of domain_report; intermediate.",
    columns=(
        *ROW_AND_OBSERVATIONS,
        Column("prompts_exclusive", "int64", "Those of them that no other domain answers.", "prompts"),
        *SEEN_ONCE_OR_TWICE,
        Column("singletons_within", "int64", "Prompts answered exactly once in the domain.", "prompts"),
        Column("doubletons_within", "int64", "Prompts answered exactly twice in the domain.", "prompts"),
        Column("fact_observations", "int64", "Observations of triples, abstentions included.", "observations"),
        Column(
            "monofacts",
            "int64",
            "Triples observed exactly once in the whole corpus, there in this domain.",
            "facts",
        ),
        Column(
            "conflicting_prompts",
            "int64",
            "Prompts answered in the domain with more than one value.",
            "prompts",
        ),
        Column(
            "distinct_values",
            "int64",
            "Different answers; for attribute '*' the least over its attributes.",
            "values",
        ),
        Column(
            "top_value_prompts",
            "int64",
            "Prompts whose answers include the commonest answer (by prompts) of the attribute; 0 for attribute '*'.",
            "prompts",
        ),
        Column(
            "cluster_zz",
            "float64",
            "Sum over documents (clusters) of Z², Z the singleton observations in it; null for unit mention.",
            "observations²",
            nullable=True,
        ),
        Column(
            "cluster_zn",
            "float64",
            "Sum over documents of Z × n, n its observations.",
            "observations²",
            nullable=True,
        ),
        Column("cluster_nn", "float64", "Sum over documents of n².", "observations²", nullable=True),
        Column(
            "cluster_pairs",
            "float64",
            "Sum over unordered pairs of documents of s², s the prompts found in exactly these two.",
            "observations²",
            nullable=True,
        ),
    ),
    sort_by=("unit", "domain", "attribute"),
    public=False,
)

"""`duplicates`: which documents are copies of which."""

from schemas.table import Column, Table

DUPLICATES = Table(
    name="duplicates",
    meaning="One row per document: the near-duplicate cluster that it belongs to.",
    columns=(
        Column("doc_id", "string", "Id of the document."),
        Column("domain", "string", "Domain of the document."),
        Column(
            "cluster_id",
            "int64",
            "Smallest text_hash of the documents in the cluster; a document alone is its own cluster.",
        ),
        Column("cluster_size", "int64", "Documents in the cluster.", "documents"),
        Column("method", "string", "How copies were looked for: exact or near."),
    ),
    sort_by=("doc_id",),
)

"""`documents`: every accepted record of the corpus, without its text."""

from schemas.table import Column, Table

DOCUMENTS = Table(
    name="documents",
    meaning="One row per record that was read, without its text: where it lies, what it is, how much it states.",
    columns=(
        Column("doc_id", "string", "Id of the document, from the record or made of shard and position."),
        Column(
            "domain",
            "string",
            "What the report is split by: a field of the record or the registered domain of its URL.",
        ),
        Column("shard", "string", "Name of the shard that holds the record."),
        Column("position", "int64", "Number of the record in its shard, from 0.", "records"),
        Column("text_hash", "int64", "xxHash64 of the text in UTF-8: equal texts have equal hashes."),
        Column("characters", "int64", "Length of the text.", "Unicode code points"),
        Column("statements", "int64", "Statements found in the document, abstentions included.", "statements"),
        Column(
            "unresolved",
            "int64",
            "Statements whose subject the document does not name; counted, not emitted.",
            "statements",
        ),
        Column("language_skipped", "bool", "True where the text is not English and was not read for facts."),
    ),
    sort_by=("doc_id", "shard", "position"),
)

DOCUMENT_BATCH = Table(
    name="document_batch",
    meaning="What the readers hand to extraction: documents with their text. Never stored.",
    columns=(
        Column("doc_id", "string", "Id of the document."),
        Column("domain", "string", "Domain of the document."),
        Column("shard", "string", "Name of the shard that holds the record."),
        Column("position", "int64", "Number of the record in its shard, from 0.", "records"),
        Column("title", "string", "Title, where the record has one.", nullable=True),
        Column("text", "string", "The text."),
    ),
    sort_by=("shard", "position"),
    public=False,
)

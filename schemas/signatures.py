"""`staged_signatures`: what extraction keeps of a document's text so that copies can be found without it."""

from schemas.table import Column, Table

BANDS = 20
"""Bands of the MinHash signature; documents that agree on one of them are candidates."""

STAGED_SIGNATURES = Table(
    name="staged_signatures",
    meaning="One row per document: hash of its text, MinHash signature and its bands.",
    columns=(
        Column("doc_id", "string", "Id of the document."),
        Column("domain", "string", "Domain of the document."),
        Column("shard", "string", "Name of the shard that holds the document."),
        Column("position", "int64", "Number of the record in its shard, from 0.", "records"),
        Column("text_hash", "int64", "xxHash64 of the text in UTF-8: equal texts have equal hashes."),
        Column("shingles", "int64", "Shingles of the text, repetitions included.", "shingles"),
        Column(
            "signature",
            "string",
            "Low 16 bits of each MinHash, four hexadecimal digits each; null where the text has no words.",
            nullable=True,
        ),
        *(
            Column(f"band_{i:02d}", "int64", "Hash of a band of the signature; null without words.", nullable=True)
            for i in range(BANDS)
        ),
    ),
    sort_by=("shard", "position"),
    public=False,
)

"""Shards -> documents: the readers of the corpus, the same for both engines.

`find_shards` finds the files, `check_fields` looks once, before the run, whether the fields are there, and
`read_shard` streams a shard as Arrow batches of documents and rejects. Records without a domain are in
`UNKNOWN_DOMAIN`: where that is the only domain, `--domain url` or `--domain FIELD` gives a report by domain.
"""

from pipeline.corpus.batches import ShardBatch
from pipeline.corpus.checking import check_fields
from pipeline.corpus.config import LAYOUTS, UNKNOWN_DOMAIN, CorpusConfig
from pipeline.corpus.domains import registered_domain
from pipeline.corpus.parquet import RowGroup, row_groups
from pipeline.corpus.reading import read_shard
from pipeline.corpus.shards import FORMATS, Shard, find_shards, shard_digest

__all__ = [
    "FORMATS",
    "LAYOUTS",
    "UNKNOWN_DOMAIN",
    "CorpusConfig",
    "RowGroup",
    "Shard",
    "ShardBatch",
    "check_fields",
    "find_shards",
    "read_shard",
    "registered_domain",
    "row_groups",
    "shard_digest",
]

"""Corpora for the tests of this folder."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.simulation import WorldSpec, simulate
from tests.spark.tables import SAMPLE

WORLD: dict[str, Any] = {
    "seed": 11,
    "shared_entities": 30,
    "domains": [
        {
            "name": "encyclopedia",
            "register": "encyclopedia",
            "statements": 150,
            "entities": 40,
            "shared": 0.3,
            "repeat_rate": 0.1,
            "attributes": {"date_of_birth": 2, "place_of_birth": 1, "spouse": 1},
        },
        {
            "name": "forum",
            "register": "forum",
            "statements": 100,
            "entities": 60,
            "shared": 0.3,
            "abstention_rate": 0.1,
            "attributes": {"date_of_birth": 1, "author": 1},
        },
    ],
}


def write_world(folder: Path) -> Path:
    """Write a small simulated world as lines and Parquet."""
    simulate(WorldSpec.from_data(WORLD), folder, formats=["jsonl", "parquet"])
    return folder


def write_hostile(folder: Path) -> Path:
    """Write shards of everything that has gone wrong in other people's corpora, beside good ones."""
    folder.mkdir(parents=True)
    good = (SAMPLE / "news-00000.jsonl").read_bytes().splitlines()[:30]
    odd = [
        b'{"text": "cut off',
        b"[1, 2, 3]",
        b"",
        b'{"text": null}',
        b'{"text": 7}',
        b'{"text": "   "}',
        b'{"no": "text"}',
        b'{"text": "caf\xe9"}',
        b'{"text": "a\\u0000b was born in Paris."}',
        b'{"text": "lone \\ud83d surrogate"}',
        b'{"id": {"a": 1}, "text": "an id that is none"}',
        b"\x00\x01\x02",
        b'{"text": "' + b"x" * 5_000 + b'"}',
        b'{"source": "*", "text": "Ada Lovelace was born in London."}',
        b'{"source": "quote\' \\"and\\" \\\\ tab\\t", "id": "new\\nline", "text": "Ada Lovelace was born in London."}',
    ]
    mixed = [line for pair in zip(good, odd * 2, strict=True) for line in pair]
    (folder / "odd names [a] {b} *?%20é.jsonl").write_bytes(b"\n".join(mixed))
    (folder / "again.jsonl").write_bytes(b"\n".join(good[:5]))  # the same ids once more
    (folder / "empty.jsonl").write_bytes(b"")
    whole = gzip.compress(b"\n".join(good))
    (folder / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "no gzip at all.jsonl.gz").write_bytes(b"plain text")
    (folder / "noise.parquet").write_bytes(b"PAR1" + bytes(range(256)) * 4)
    _write_damaged_parquet(folder / "damaged.parquet", good)
    return folder


def _write_damaged_parquet(path: Path, lines: list[bytes]) -> None:
    records = [json.loads(line) for line in lines]
    rows = pa.table({"id": [f"p{i}" for i in range(len(records))], "text": [r["text"] for r in records]})
    pq.write_table(rows, path, row_group_size=6, compression="none", use_dictionary=False)
    offset = pq.ParquetFile(path).metadata.row_group(2).column(1).data_page_offset
    data = bytearray(path.read_bytes())
    data[offset : offset + 12] = b"\xff" * 12  # the page header of one group in the middle
    path.write_bytes(bytes(data))


def write_shards(folder: Path, shards: int) -> Path:
    """Split two shards of the sample into many, so that a job can be stopped between them."""
    folder.mkdir(parents=True)
    lines = (SAMPLE / "news-00000.jsonl").read_bytes().splitlines()
    lines += gzip.decompress((SAMPLE / "encyclopedia-00000.jsonl.gz").read_bytes()).splitlines()
    for number in range(shards):
        (folder / f"shard-{number:02d}.jsonl").write_bytes(b"\n".join(lines[number::shards]))
    return folder

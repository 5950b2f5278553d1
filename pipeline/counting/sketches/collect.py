"""Sketches of one shard, made from its facts as extraction stages them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.counting.sketches.distinct import PRECISION, empty_registers, observe, registers_to_bytes
from pipeline.counting.sketches.frequency import BUCKETS, HASHES, PromptFrequencies
from pipeline.identity import content_hash
from schemas import SKETCHES

Ints = npt.NDArray[np.int64]

HLL_PARAMETERS = json.dumps({"precision": PRECISION, "hash": "xxh3_64", "version": 1})
COUNT_MIN_PARAMETERS = json.dumps({"hashes": HASHES, "buckets": BUCKETS, "version": 1})


READ = ("position", "domain", "attribute", "entity_key", "value_key", "abstained", "prompt_id")
"""Columns of the staged facts that sketches are made of."""


def shard_sketches(facts: Any, shard: str) -> Any:
    """Summarise the facts of a shard, or of a part of it that holds whole documents.

    Parameters
    ----------
    facts : pyarrow.Table
        Rows of `schemas.STAGED_FACTS`, with the columns `READ`.
    shard : str
        Name of the shard.

    Returns
    -------
    pyarrow.Table
        Rows of `schemas.SKETCHES`: totals of the units mention and document and HyperLogLog++ counts for each domain
        and attribute, and one Count-Min sketch of all statements.
    """
    if facts.num_rows == 0:
        return SKETCHES.empty()
    groups, names = _groups(facts)
    rows = [
        *_totals(facts, groups, names),
        *_distinct(facts, groups, names),
        _count_min(facts),
    ]
    return pa.Table.from_pylist([{"shard": shard, **row} for row in rows], schema=SKETCHES.arrow_schema)


def _groups(facts: Any) -> tuple[Ints, list[tuple[str, str]]]:
    """Number the groups (domain, attribute); return each row's number and the groups' names."""
    domains, attributes = (pc.dictionary_encode(facts.column(c)).combine_chunks() for c in ("domain", "attribute"))
    width = len(attributes.dictionary)
    codes = _ints(domains.indices) * width + _ints(attributes.indices)
    present, groups = np.unique(codes, return_inverse=True)
    listed = domains.dictionary.to_pylist(), attributes.dictionary.to_pylist()
    return groups.astype(np.int64), [(listed[0][c // width], listed[1][c % width]) for c in present.tolist()]


def _ints(column: Any) -> Ints:
    return np.asarray(column.to_numpy(zero_copy_only=False), dtype=np.int64)


def _column(facts: Any, name: str) -> Ints:
    return _ints(facts.column(name).combine_chunks())


def _totals(facts: Any, groups: Ints, names: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    abstained = _column(facts, "abstained")
    positions, prompts = _column(facts, "position"), _column(facts, "prompt_id")
    # The first row of a document's prompt in this order answers, if any of its rows does.
    order = np.lexsort((abstained, prompts, positions))
    new = np.ones(order.size, dtype=np.bool_)
    new[1:] = (np.diff(positions[order]) != 0) | (np.diff(prompts[order]) != 0)
    once = order[new]
    for unit, rows in (("mention", slice(None)), ("document", once)):
        n = np.bincount(groups[rows], minlength=len(names))
        silent = np.bincount(groups[rows], weights=abstained[rows], minlength=len(names))
        for (domain, attribute), count, silences in zip(names, n.tolist(), silent.tolist(), strict=True):
            yield _row(unit, domain, attribute, "totals", "{}", b"") | {"n": count, "abstentions": int(silences)}


def _row(unit: str, domain: str, attribute: str, kind: str, parameters: str, payload: bytes) -> dict[str, Any]:
    return {
        "unit": unit,
        "domain": domain,
        "attribute": attribute,
        "kind": kind,
        "parameters": parameters,
        "n": 0,
        "abstentions": 0,
        "payload": payload,
    }


def _distinct(facts: Any, groups: Ints, names: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    answers = _column(facts, "abstained") == 0
    columns = {
        "hll_prompts": _column(facts, "prompt_id"),
        "hll_values": _hashes(facts.column("value_key")),
        "hll_entities": _hashes(facts.column("entity_key")),
    }
    for kind, hashes in columns.items():
        order = np.flatnonzero(answers)
        order = order[np.argsort(groups[order], kind="stable")]
        edges = np.searchsorted(groups[order], np.arange(len(names) + 1))
        for i, (domain, attribute) in enumerate(names):
            registers = empty_registers()
            observe(registers, hashes[order[edges[i] : edges[i + 1]]])
            payload = registers_to_bytes(registers)
            yield _row("mention", domain, attribute, kind, HLL_PARAMETERS, payload)


def _hashes(column: Any) -> Ints:
    """Hash strings, each different one once; nulls as the empty string."""
    encoded = pc.dictionary_encode(pc.fill_null(column, "")).combine_chunks()
    different = np.array([content_hash(s) for s in encoded.dictionary.to_pylist()], dtype=np.int64)
    return different[_ints(encoded.indices)]


def _count_min(facts: Any) -> dict[str, Any]:
    frequencies = PromptFrequencies()
    answered = facts.filter(pc.invert(facts.column("abstained")))
    frequencies.add(_column(answered, "prompt_id"))
    row = _row("mention", "*", "*", "count_min", COUNT_MIN_PARAMETERS, frequencies.to_bytes())
    return row | {"n": answered.num_rows}

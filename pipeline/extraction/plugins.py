"""Extractors of users' own, found by entry point: documents in, facts out, as Arrow batches.

A package declares in its ``pyproject.toml``

    [project.entry-points."monofact.extractors"]
    mine = "my_package:make"

where ``make(catalogue)`` returns an object whose ``extract(documents)`` takes a record batch of
`schemas.DOCUMENT_BATCH` and returns a record batch or table of `PLUGIN_FACTS`; ``--profile mine`` then uses it. It
finds the facts alone. Language, normalisation, keys, ids and copies are made here, as for the built-in profiles, so
that its facts are counted like theirs. ``make`` may have an attribute ``digest``, a function that returns a text which
changes with whatever changes the facts (weights, thresholds): runs of different digests are never mixed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

import pyarrow as pa

from pipeline.exceptions import MonofactError
from pipeline.extraction.entry_points import load_plugin
from pipeline.extraction.language import is_english
from pipeline.extraction.normalise import document_key, entity_display, value_forms
from pipeline.extraction.rows import Extraction, Rows
from pipeline.extraction.statements import Found, Statement
from schemas.catalogue import Attribute, Catalogue

PLUGIN_FACTS: Final = pa.schema(
    [
        pa.field("row", pa.int32(), nullable=False),
        pa.field("entity", pa.string(), nullable=False),
        pa.field("attribute", pa.string(), nullable=False),
        pa.field("value", pa.string()),
        pa.field("char_start", pa.int32(), nullable=False),
        pa.field("char_end", pa.int32(), nullable=False),
        pa.field("confidence", pa.float32(), nullable=False),
    ]
)
"""What a plug-in returns, a row a statement: the document's row in the batch, from 0; the names as the text has them,
in the fullest form; a null value where the text says that the answer is not known; the evidence's place in code points;
the estimated chance that the statement is right."""


class FactExtractor(Protocol):
    """What a plug-in makes."""

    def extract(self, documents: Any) -> Any:
        """Return the facts of a batch of documents; each document's facts depend on that document alone."""
        ...


class PluginError(MonofactError):
    """A plug-in returned what cannot be facts of its documents."""


class PluginExtractor:
    """An extractor around a plug-in.

    Parameters
    ----------
    name : str
        Name of the entry point.
    catalogue : Catalogue
        The attributes; a statement of any other is an error of the plug-in.
    signatures : bool
        Whether to make signatures of the texts.

    Raises
    ------
    InputError
        If there is no such plug-in, or it cannot be imported.
    """

    def __init__(self, name: str, catalogue: Catalogue, *, signatures: bool = False) -> None:
        self._name, self._attributes, self._signatures = name, catalogue.attributes, signatures
        self._plugin: FactExtractor = load_plugin(name)(catalogue)

    def extract(self, batch: Any) -> Extraction:
        """Extract the facts of a batch; documents on which the plug-in fails become reject rows."""
        rows, documents = Rows(batch), batch.to_pylist()
        english = [number for number, row in enumerate(documents) if is_english(row["text"])]
        found = self._found(batch, english)
        for number, row in enumerate(documents):
            made = found.get(number, Found())
            if isinstance(made, Exception):
                rows.reject(row, made)
            else:
                rows.add(row, made, skipped=number not in found)
        return rows.extraction(signed=self._signatures)

    def _found(self, batch: Any, numbers: Sequence[int]) -> dict[int, Found | Exception]:
        """Return what each of some documents states, or why that cannot be told."""
        if not numbers:
            return {}
        try:
            facts = self._facts(batch.take(pa.array(numbers)))
        except PluginError:
            raise
        except Exception as error:  # noqa: BLE001 - one document must never kill a run; the reject row tells
            if len(numbers) == 1:
                return {numbers[0]: error}
            # Which of them it was, only they can tell.
            return {n: found for number in numbers for n, found in self._found(batch, [number]).items()}
        by_row: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for fact in facts:
            if not 0 <= fact["row"] < len(numbers):
                raise PluginError(f"extractor {self._name!r} named row {fact['row']} of a batch of {len(numbers)}.")
            by_row[fact["row"]].append(fact)
        texts = batch.column("text")
        return {n: self._read(texts[n].as_py(), by_row[row]) for row, n in enumerate(numbers)}

    def _facts(self, documents: Any) -> list[dict[str, Any]]:
        facts = self._plugin.extract(documents)
        names = getattr(getattr(facts, "schema", None), "names", None)
        if names is None or set(PLUGIN_FACTS.names) - set(names):
            given = type(facts).__name__ if names is None else f"the columns {', '.join(names)}"
            raise PluginError(
                f"extractor {self._name!r} returned {given}; it must return an Arrow batch or table with the columns "
                f"{', '.join(PLUGIN_FACTS.names)}."
            )
        try:
            rows: list[dict[str, Any]] = pa.table(facts).select(PLUGIN_FACTS.names).cast(PLUGIN_FACTS).to_pylist()
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, ValueError) as error:
            raise PluginError(f"extractor {self._name!r} returned columns of other types: {error}") from error
        return rows

    def _read(self, text: str, facts: Sequence[Mapping[str, Any]]) -> Found | Exception:
        found = Found()
        for fact in facts:
            attribute = self._attributes.get(fact["attribute"])
            if attribute is None:
                raise PluginError(
                    f"extractor {self._name!r} stated the attribute {fact['attribute']!r}, which the catalogue does "
                    "not have: add it with --attributes."
                )
            wrong = _wrong(fact, len(text))
            if wrong:
                return PluginError(f"extractor {self._name!r}: {wrong}")
            statement = _statement(text, fact, attribute, f"{attribute.name}/{self._name}")
            if statement is None:
                found.subjectless.add((fact["char_start"], attribute.name))
            else:
                found.statements.append(statement)
        return found


def _wrong(fact: Mapping[str, Any], length: int) -> str:
    if not 0 <= fact["char_start"] < fact["char_end"] <= length:
        return f"evidence from {fact['char_start']} to {fact['char_end']} in a text of {length} characters"
    if not 0 <= fact["confidence"] <= 1:
        return f"a confidence of {fact['confidence']!r}"
    return ""


def _statement(text: str, fact: Mapping[str, Any], attribute: Attribute, rule: str) -> Statement | None:
    """Return a fact with its keys; None where entity or value is no name, date or number of its type."""
    entity = entity_display(fact["entity"])
    key = document_key(entity, attribute.subject_type, text) if entity else ""
    forms = None if fact["value"] is None else value_forms(fact["value"], attribute.value_type)
    if not key or (fact["value"] is not None and (forms is None or forms[1] == key)):
        return None
    display, value_key = forms or (None, None)
    start, end, sure = fact["char_start"], fact["char_end"], fact["confidence"]
    return Statement(start, end, attribute.name, key, value_key, rule, entity, display, attribute.value_type, sure)

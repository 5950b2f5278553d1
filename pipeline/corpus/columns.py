"""Columns of Arrow batches by dotted path, as Python values."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.corpus.config import CorpusConfig
from pipeline.corpus.unknown_fields import unknown_field_error
from pipeline.exceptions import InputError


def type_at(schema: Any, path: str) -> Any | None:
    """Return the Arrow type at a dotted path of a schema, without dictionary encoding; None if not there."""
    steps = _steps(schema, path)
    kind: Any = pa.struct(list(schema))
    for step in steps:
        if not pa.types.is_struct(kind) or kind.get_field_index(step) < 0:
            return None
        kind = kind.field(step).type
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def column_paths(schema: Any, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the candidates that a schema has."""
    return tuple(path for path in candidates if type_at(schema, path) is not None)


def field_names(schema: Any) -> list[str]:
    """Return the columns of a schema, those inside structs as dotted paths."""
    names: list[str] = []
    for field in schema:
        names.append(field.name)
        if pa.types.is_struct(field.type):
            names += [f"{field.name}.{name}" for name in field_names(field.type)]
    return names


def require_text_column(schema: Any, shard_name: str, config: CorpusConfig) -> None:
    """Check that a Parquet file has the text column, and that it holds text.

    Raises
    ------
    UnknownColumnError
        If it is not there; the message names those that are.
    InputError
        If it holds something else.
    """
    paths = config.fields.text
    kinds = [kind for path in paths if (kind := type_at(schema, path)) is not None]
    if not kinds:
        raise unknown_field_error("text", paths, field_names(schema), shard_name)
    if not any(_is_text(kind) or pa.types.is_null(kind) for kind in kinds):
        raise InputError(
            f"{shard_name}: column {' or '.join(paths)} holds {kinds[0]}, not text; name the text column "
            f"with --text-field; columns: {', '.join(field_names(schema))}"
        )


def column_values(batch: Any, paths: tuple[str, ...]) -> list[Any]:
    """Return one value a row: the first that is not null, by candidate paths.

    Binary values are decoded; those that are not UTF-8 stay bytes.
    """
    if not paths:
        return [None] * batch.num_rows
    columns = [_decoded(_column_at(batch, path)) for path in paths]
    if len(columns) == 1:
        return columns[0]
    return [next((v for v in row if v is not None), None) for row in zip(*columns, strict=True)]


def _column_at(batch: Any, path: str) -> Any:
    first, *rest = _steps(batch.schema, path)
    column = batch.column(first)
    return pc.struct_field(column, rest) if rest else column


def _steps(schema: Any, path: str) -> list[str]:
    return [path] if path in schema.names else path.split(".")


def _decoded(column: Any) -> list[Any]:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_temporal(column.type) or pa.types.is_decimal(column.type):
        column = column.cast(pa.string())  # Python's own types hold less than Arrow's
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:  # Arrow does not check the bytes of strings in files
        if column.type not in _BINARY_OF:
            return [_one(value) for value in column]
        values = column.view(_BINARY_OF[column.type]).to_pylist()
    return [_text(v) if type(v) is bytes else v for v in values]


def _one(value: Any) -> Any:
    """Return one value of a nested column; bytes that are no text anywhere in it make it undecodable, as bytes are."""
    try:
        return value.as_py()
    except UnicodeDecodeError:
        return b"\xff"


def _text(value: bytes) -> str | bytes:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value


def _is_text(kind: Any) -> bool:
    return kind in _BINARY_OF or kind in _BINARY_OF.values()


_BINARY_OF: dict[Any, Any] = {
    pa.string(): pa.binary(),
    pa.large_string(): pa.large_binary(),
    pa.string_view(): pa.binary_view(),
}

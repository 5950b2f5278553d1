"""JSON lines, plain or compressed -> batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.corpus.batches import EXCERPT_CHARACTERS, BatchBuilder, printable
from pipeline.corpus.config import CorpusConfig
from pipeline.corpus.decompression import BrokenShardError, decompressed
from pipeline.corpus.lines import LineSplitter, OversizedLine
from pipeline.corpus.records import BadRecordError, parse_record

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST_CHARACTER = 4


class LineReader:
    """Turns the lines of one shard into records of a batch builder, and numbers them.

    Parameters
    ----------
    builder : BatchBuilder
        Takes the documents and rejects.
    config : CorpusConfig
        Which fields to read.
    """

    def __init__(self, builder: BatchBuilder, config: CorpusConfig) -> None:
        fields = config.fields
        self._builder = builder
        self._paths = (fields.text, fields.id, fields.title, fields.domain)
        self._position = 0

    def take(self, line: bytes) -> None:
        """Read one line; blank lines are no records."""
        if not line or line.isspace():
            return
        position, self._position = self._position, self._position + 1
        if type(line) is OversizedLine:
            self._builder.reject(position, "record_too_large", _excerpt(line))
            return
        try:
            record = parse_record(line)
        except BadRecordError as error:
            self._builder.reject(position, str(error), _excerpt(line))
            return
        text, identifier, title, domain = self._paths
        values = (
            first_value(record, text),
            first_value(record, identifier),
            first_value(record, title),
            first_value(record, domain),
        )
        self._builder.add(position, values, lambda: _excerpt(line))

    def take_rest(self, line: bytes, reason: str) -> None:
        """Read what stood before the damage, and reject what comes after it as one row."""
        if line and not line.isspace() and type(line) is not OversizedLine and _is_complete(line):
            self.take(line)
            line = b""
        self._builder.reject(self._position, reason, _excerpt(line) or None)


def read_json_lines(chunks: Iterable[bytes], kind: str, builder: BatchBuilder, config: CorpusConfig) -> Iterator[None]:
    """Read a shard into a builder, and yield whenever the builder is full.

    Parameters
    ----------
    chunks : iterable of bytes
        The bytes of the file.
    kind : str
        Format of the shard.
    builder : BatchBuilder
        Takes the documents and rejects.
    config : CorpusConfig
        What to read.
    """
    reader = LineReader(builder, config)
    for line in all_lines(chunks, kind, config.max_record_bytes):
        if isinstance(line, tuple):
            reader.take_rest(*line)
        else:
            reader.take(line)
        if builder.full:
            yield


def all_lines(chunks: Iterable[bytes], kind: str, limit: int) -> Iterator[bytes | tuple[bytes, str]]:
    """Yield the lines of a shard; where it is damaged, last the unfinished line and the reason as a pair."""
    splitter = LineSplitter(limit)
    begun = False
    try:
        for chunk in decompressed(chunks, kind):
            lines = splitter.feed(chunk)
            if lines and not begun:
                lines[0] = lines[0].removeprefix(_BYTE_ORDER_MARK) if type(lines[0]) is bytes else lines[0]
                begun = True
            yield from lines
    except BrokenShardError as error:
        yield splitter.finish(), error.reason
        return
    last = splitter.finish()
    yield last if begun or type(last) is not bytes else last.removeprefix(_BYTE_ORDER_MARK)


def first_value(record: dict[str, Any], paths: tuple[str, ...]) -> Any:
    """Return the first value of a record that is not null, by candidate paths; None where there is none."""
    for path in paths:
        value = record.get(path)
        if value is None and "." in path:
            value = _nested_value(record, path)
        if value is not None:
            return value
    return None


def _nested_value(record: dict[str, Any], path: str) -> Any:
    value: Any = record
    for step in path.split("."):
        if type(value) is not dict:
            return None
        value = value.get(step)
    return value


def _is_complete(line: bytes) -> bool:
    """Tell whether an unfinished line is a whole record: an object that parses has its closing brace."""
    try:
        parse_record(line)
    except BadRecordError:
        return False
    return True


def _excerpt(line: bytes) -> str:
    return printable(line[: EXCERPT_CHARACTERS * _LONGEST_CHARACTER].decode("utf-8", "replace"))

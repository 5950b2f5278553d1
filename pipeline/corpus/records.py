"""One line of JSON -> one record, or the reason why it is none."""

from __future__ import annotations

import re
from typing import Any

import orjson

# Inside a string literal of valid JSON every backslash begins one of these.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
# The closing quote is optional, so that an unfinished string is read once and not from each of its quotes.
_STRING_OR_CONSTANT = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|(NaN|-?Infinity)', re.DOTALL)


class BadRecordError(Exception):
    """A record that cannot be read; the message is the reason."""


def parse_record(line: bytes) -> dict[str, Any]:
    r"""Parse one line.

    Two things that Python's own `json` writes, but JSON does not allow, are read: lone surrogate escapes
    (`\ud800` alone) become U+FFFD, `NaN` and `Infinity` become null. Of equal keys the last counts.

    Parameters
    ----------
    line : bytes
        One record in UTF-8.

    Returns
    -------
    dict
        The record.

    Raises
    ------
    BadRecordError
        `invalid_utf8`, `invalid_json: …` or `not_an_object`.
    """
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        record = _parse_repaired(line, error)
    if type(record) is not dict:
        raise BadRecordError("not_an_object")
    return record


def _parse_repaired(line: bytes, error: orjson.JSONDecodeError) -> Any:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRecordError("invalid_utf8") from error
    repaired = _STRING_OR_CONSTANT.sub(_null_constant, _ESCAPE.sub(_replace_lone_surrogate, line))
    try:
        return orjson.loads(repaired)
    except orjson.JSONDecodeError:
        # The first error speaks of the line as it stands.
        raise BadRecordError(f"invalid_json: {error.msg} (character {error.pos})") from error


def _replace_lone_surrogate(match: re.Match[bytes]) -> bytes:
    return rb"\ufffd" if match[1] else match[0]


def _null_constant(match: re.Match[bytes]) -> bytes:
    return b"null" if match[1] else match[0]

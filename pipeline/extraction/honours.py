"""Reads the letters after a person's name that only a decoration gives: "Jane Doe, OBE (born 1950)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.vocabulary import DECORATIONS

_OTHERS: Final = r"(?:[A-Z]{2,6}|(?:Ph|D|M|B)\.?[A-Z][a-z]*\.?)"
_AFTER: Final = re.compile(rf"(?:,? {_OTHERS})*?,? (?P<letters>{DECORATIONS})\b(?!['’-])")

_LAST_LETTERS: Final = re.compile(r"(?<=[a-z])(?: [A-Z]{3,})+\Z")
"""Letters that no list knows stand as the end of the name: "Jane Doe FRCQ"."""


def honours_said(text: str, encoded: Encoded) -> Iterator[Encoded]:
    """Yield a sentence "Doe received the OBE" for each decoration of which the letters stand after a person's name.

    The letters are no part of the name, and the sentence is read without them.

    Parameters
    ----------
    text : str
        The document's text.
    encoded : Encoded
        The sentence.
    """
    for mention in encoded.mentions:
        at = mention.end if mention.letter in "PX" and " " in mention.text else -1
        while at >= 0 and (m := _AFTER.match(text, at, encoded.end)) is not None:
            letters = Mention("U", m.start("letters"), m.end("letters"), m.group("letters"))
            name = _LAST_LETTERS.sub("", mention.text)
            named = mention._replace(text=name, end=mention.start + len(name))
            yield Encoded(encoded.start, encoded.end, b"P received the U.", [named, letters])
            at = m.end()

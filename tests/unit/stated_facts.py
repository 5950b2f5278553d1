"""Tables of sentences and of the facts that they state."""

from __future__ import annotations


def stated(table: str) -> list[tuple[str, str]]:
    """Return the pairs of sentence and fact of a table: a sentence a line, and its facts indented below."""
    pairs, text = [], ""
    for line in table.strip().splitlines():
        if line.startswith("    "):
            pairs.append((text, line.strip()))
        else:
            text = line
    return pairs

"""Ids made of content, the same on every machine, engine and day."""

from __future__ import annotations

import xxhash

_SEPARATOR = "\x1f"
_SIGN_BIT = 1 << 63


def content_hash(*parts: str) -> int:
    """Hash strings to a signed 64-bit integer.

    Parameters
    ----------
    *parts : str
        The parts; hashed as UTF-8 with the unit separator U+001F between them. Lone surrogates are kept.

    Returns
    -------
    int
        XXH3 (64 bits) of the bytes, as a signed integer.
    """
    digest = xxhash.xxh3_64_intdigest(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass"))
    return digest - (1 << 64) if digest & _SIGN_BIT else digest


def prompt_id(entity_key: str, attribute: str) -> int:
    """Return the id of the prompt (entity, attribute)."""
    return content_hash(entity_key, attribute)


def fact_id(entity_key: str, attribute: str, value_key: str) -> int:
    """Return the id of the fact (entity, attribute, value)."""
    return content_hash(entity_key, attribute, value_key)


def text_hash(text: str) -> int:
    """Return the hash of a document's text: equal texts have equal hashes."""
    return content_hash(text)

"""Sentences of the simulator: templates with alternatives, read from data and expanded once."""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
REGISTERS = ("encyclopedia", "news", "forum", "web")


@dataclass(frozen=True)
class Language:
    """The sentences of one register.

    Parameters
    ----------
    statements : dict of str to tuple of str
        Templates that state an attribute, by attribute.
    hard : dict of str to tuple of str
        Templates for the hard mode, by attribute; the plain ones among them.
    unknown : dict of str to tuple of str
        Templates that say that an attribute is not known.
    openings : tuple of str
        What may stand before a statement in its sentence.
    fillers : tuple of str
        Sentences that state nothing.
    remarks : tuple of str
        Appositions between a subject and its verb, for the hard mode.
    """

    statements: dict[str, tuple[str, ...]]
    hard: dict[str, tuple[str, ...]]
    unknown: dict[str, tuple[str, ...]]
    openings: tuple[str, ...]
    fillers: tuple[str, ...]
    remarks: tuple[str, ...]


def expanded(template: str) -> tuple[str, ...]:
    """Return every sentence that a template with alternatives `[a|b]` stands for."""
    parts = _ALTERNATIVES.split(template)
    choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
    return tuple("".join(c) for c in itertools.product(*choices))


def _all(templates: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for t in templates for s in expanded(t)))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("pipeline.simulation").joinpath("language", name).read_text(encoding="utf-8"))


def _unknown(entry: dict[str, Any], frames: list[str]) -> tuple[str, ...]:
    return tuple(
        sentence.replace("{N}", noun).replace("{Q}", entry["clause"])
        for sentence in _all(frames)
        for noun in (entry["noun"] if "{N}" in sentence else entry["noun"][:1])
    )


@cache
def language(register: str) -> Language:
    """Return the sentences of a register, from `language/statements.toml` and `language/registers.toml`."""
    statements, registers = _read("statements.toml"), _read("registers.toml")
    common, own = registers["any"], registers[register]
    plain = {a: _all([*e["any"], *e.get(register, [])]) for a, e in statements.items()}
    return Language(
        statements=plain,
        # Half of the sentences of the hard mode are those written for it, whatever their number.
        hard={a: plain[a] + _repeated(_all(e["hard"]), len(plain[a])) for a, e in statements.items()},
        unknown={a: _unknown(e, common["unknown"]) for a, e in statements.items()},
        openings=tuple(own["opening"]),
        fillers=(*common["filler"], *own["filler"]),
        remarks=tuple(common["remark"]),
    )


def _repeated(sentences: tuple[str, ...], size: int) -> tuple[str, ...]:
    return tuple(itertools.islice(itertools.cycle(sentences), size))

"""Sentences of the simulator: templates with alternatives, read from data and expanded once."""

from __future__ import annotations

import bisect
import itertools
import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
REGISTERS = ("encyclopedia", "news", "forum", "web")


@dataclass(frozen=True)
class Forms:
    """Ways to say one thing, the commoner the earlier; each stands for all its alternatives.

    Parameters
    ----------
    groups : tuple of tuple of str
        Forms, each with the sentences that its alternatives give.
    """

    groups: tuple[tuple[str, ...], ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """All sentences, each once."""
        return tuple(dict.fromkeys(s for group in self.groups for s in group))

    @cached_property
    def _cumulative(self) -> list[float]:
        return list(itertools.accumulate(1.0 / rank for rank in range(1, len(self.groups) + 1)))

    def draw(self, form: float, alternative: float) -> str:
        """Return a sentence at two levels between 0 and 1; the k-th form has weight 1/k."""
        cumulative = self._cumulative
        group = self.groups[min(bisect.bisect_right(cumulative, form * cumulative[-1]), len(self.groups) - 1)]
        return group[int(alternative * len(group))]


@dataclass(frozen=True)
class Language:
    """The sentences of one register.

    Parameters
    ----------
    statements : dict of str to Forms
        Templates that state an attribute, by attribute.
    hard : dict of str to Forms
        The same with those written for the hard mode among them.
    unknown : dict of str to Forms
        Templates that say that an attribute is not known.
    openings : tuple of str
        What may stand before a statement in its sentence.
    fillers : tuple of str
        Sentences that state nothing.
    remarks : tuple of str
        Appositions between a subject and its verb, for the hard mode.
    """

    statements: dict[str, Forms]
    hard: dict[str, Forms]
    unknown: dict[str, Forms]
    openings: tuple[str, ...]
    fillers: tuple[str, ...]
    remarks: tuple[str, ...]


def expanded(template: str) -> tuple[str, ...]:
    """Return every sentence that a template with alternatives `[a|b]` stands for."""
    parts = _ALTERNATIVES.split(template)
    choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
    return tuple("".join(c) for c in itertools.product(*choices))


def _forms(*lists: list[str]) -> Forms:
    """Take the templates of several lists in turn: the first of each, then the second of each."""
    turns = itertools.zip_longest(*lists)
    return Forms(tuple(expanded(template) for turn in turns for template in turn if template is not None))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("pipeline.simulation").joinpath("language", name).read_text(encoding="utf-8"))


def _unknown(entry: dict[str, Any], frames: list[str]) -> Forms:
    groups = []
    for frame in frames:
        nouns = entry["noun"] if "{N}" in frame else entry["noun"][:1]
        sentences = [s.replace("{Q}", entry["clause"]) for s in expanded(frame)]
        groups.append(tuple(s.replace("{N}", noun) for s in sentences for noun in nouns))
    return Forms(tuple(groups))


@cache
def language(register: str) -> Language:
    """Return the sentences of a register, from `language/statements.toml` and `language/registers.toml`."""
    statements, registers = _read("statements.toml"), _read("registers.toml")
    common, own = registers["any"], registers[register]
    return Language(
        statements={a: _forms(e["any"], e.get(register, [])) for a, e in statements.items()},
        hard={a: _forms(e["any"], e.get(register, []), e["hard"]) for a, e in statements.items()},
        unknown={a: _unknown(e, common["unknown"]) for a, e in statements.items()},
        openings=tuple(own["opening"]),
        fillers=(*common["filler"], *own["filler"]),
        remarks=tuple(common["remark"]),
    )

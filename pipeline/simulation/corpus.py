"""Stream a world to shards: draw in blocks, arrange, write, and note the truth."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from pipeline.exceptions import InputError
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.documents import planned
from pipeline.simulation.grammar import language
from pipeline.simulation.prompts import PromptSpace
from pipeline.simulation.randomness import Stream
from pipeline.simulation.rendering import Document, Writer
from pipeline.simulation.shards import FORMATS, Shard
from pipeline.simulation.spec import DomainSpec, WorldSpec
from pipeline.simulation.truth import Answered, true_rates

BLOCK = 4_096
"""Statements drawn at a time; documents about one entity gather its statements within a block."""
_KINDS = tuple(a.entity for a in ATTRIBUTES.values())
_PREFACES = ("Reposted from an older page. ", "The following text was archived earlier. ", "Copy of an earlier entry. ")

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class SimulationResult:
    """What a simulation wrote.

    Parameters
    ----------
    shards : tuple of Path
        The corpus.
    truth : Path
        Folder with `facts/*.parquet` and `world.json`.
    documents, statements : int
        Documents and statements written, copies and repeats included.
    rates : list of dict
        Exact counts and rates, as in `world.json`; see `truth.true_rates`.
    """

    shards: tuple[Path, ...]
    truth: Path
    documents: int
    statements: int
    rates: list[dict[str, Any]]


def simulate(
    spec: WorldSpec,
    out: Path,
    *,
    formats: Sequence[str] = ("jsonl.gz",),
    truth: Path | None = None,
    progress: Progress | None = None,
) -> SimulationResult:
    """Write a world as a corpus with its truth.

    Writes `OUT/<domain>-<number>.<format>`, and below the folder of the truth `facts/*.parquet` and
    `world.json`. Memory does not grow with the number of statements, only with that of entities. The same
    world gives the same records on every machine, whatever the formats.

    Parameters
    ----------
    spec : WorldSpec
        The world.
    out : Path
        Folder for the shards; made where it does not exist.
    formats : sequence of str
        Formats of `FORMATS`; the domains take them in turn.
    truth : Path or None
        Folder for the truth; `out / "_truth"` where not given. A folder whose name begins
        with an underscore is no part of a corpus.
    progress : callable or None
        Called with statements drawn so far and in all, after every block.

    Raises
    ------
    InputError
        If a format is unknown, the folders already hold shards or truth, or the world asks for the impossible.
    """
    truth = truth or out / "_truth"
    _check(formats, out, truth)
    space = PromptSpace(spec)
    answered = Answered(space)
    (truth / "facts").mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    run = _Run(space, answered, out, truth / "facts", progress)
    for index in range(len(spec.domains)):
        run.write_domain(index, formats[index % len(formats)])
    rates = true_rates(truth / "facts", answered)
    world = {
        "world": spec.model_dump(mode="json", by_alias=True),
        "documents": run.documents,
        "statements": run.statements,
        "rates": rates,
    }
    (truth / "world.json").write_bytes(orjson.dumps(world, option=orjson.OPT_INDENT_2))
    return SimulationResult(tuple(run.shards), truth, run.documents, run.statements, rates)


def _check(formats: Sequence[str], out: Path, truth: Path) -> None:
    if unknown := sorted(set(formats) - set(FORMATS)):
        msg = f"unknown formats {unknown}; known: {', '.join(FORMATS)}"
        raise InputError(msg)
    if not formats:
        msg = f"no format given; known: {', '.join(FORMATS)}"
        raise InputError(msg)
    present = [path for form in FORMATS for path in out.glob(f"*.{form}")] + list(truth.glob("facts/*"))
    if present:
        msg = f"{present[0].parent} already holds {present[0].name}; give a folder without shards and truth"
        raise InputError(msg)


@dataclass
class _Run:
    space: PromptSpace
    answered: Answered
    out: Path
    truth: Path
    progress: Progress | None

    def __post_init__(self) -> None:
        self.shards: list[Path] = []
        self.documents = 0
        self.statements = 0
        self.drawn = 0

    def write_domain(self, index: int, form: str) -> None:
        """Write all shards of a domain."""
        records = self._records(index)
        record = next(records, None)
        number = 0
        while record is not None:
            stem = f"{self.space.spec.domains[index].name}-{number:05d}"
            with Shard(self.out, self.truth, stem, form) as shard:
                for _ in range(self.space.spec.documents_per_shard):
                    shard.add(*record)
                    self.documents += 1
                    self.statements += len(record[2].evidence)
                    record = next(records, None)
                    if record is None:
                        break
            self.shards.append(self.out / shard.name)
            number += 1

    def _records(self, index: int) -> Iterator[tuple[str, str, Document]]:
        spec = self.space.spec.domains[index]
        writer = Writer(spec, language(spec.register_), self.space.entities)
        number = 0
        for block, start in enumerate(range(0, spec.statements, BLOCK)):
            draws = self.space.draw(index, block, min(BLOCK, spec.statements - start))
            self.answered.add(draws.attribute, draws.entity, draws.answer)
            stream = Stream(self.space.spec.seed, 2, index, block)
            for plan in planned(draws, _KINDS, spec.entity_documents, stream):
                dice = random.Random(int(stream.words(1)[0]))  # noqa: S311 - a simulation, no secrets
                document = writer.write(plan, dice)
                yield f"{spec.name}-{number:08d}", spec.name, document
                yield from self._copies(index, spec, number, document, dice)
                number += 1
            self.drawn += len(draws.entity)
            if self.progress:
                self.progress(self.drawn, sum(d.statements for d in self.space.spec.domains))

    def _copies(
        self, index: int, spec: DomainSpec, number: int, document: Document, dice: random.Random
    ) -> Iterator[tuple[str, str, Document]]:
        if dice.random() < spec.mirror_rate:
            domains = self.space.spec.domains
            yield f"{spec.name}-{number:08d}-mirror", domains[(index + 1) % len(domains)].name, document
        if dice.random() < spec.near_duplicate_rate:
            preface = _PREFACES[int(dice.random() * len(_PREFACES))]
            yield f"{spec.name}-{number:08d}-near", spec.name, _shifted(document, preface)


def _shifted(document: Document, preface: str) -> Document:
    moved = tuple(replace(e, start=e.start + len(preface), end=e.end + len(preface)) for e in document.evidence)
    return Document(document.title, preface + document.text, moved)

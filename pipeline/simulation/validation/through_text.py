"""The same floors through text: a world is written, analyzed with the real extractor, and held to its truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from pipeline.analysis import analyze
from pipeline.engines import load_engine
from pipeline.estimators.floors import expected_floor
from pipeline.estimators.missing_mass import esty_wilson
from pipeline.parquet_files import parquet_files
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.corpus import simulate
from pipeline.simulation.grammar import REGISTERS
from pipeline.simulation.spec import WorldSpec

FEWEST = 2_000
"""Observations from which on a cell's rate is held to the limits of the validation."""

# "X, chief executive of Y" also says who employs X: a domain speaks of one of the two attributes.
_APART = {"encyclopedia": "ceo", "news": "employer", "forum": "ceo", "web": "employer"}

_REPORT = "SELECT * FROM read_parquet($report) WHERE unit = 'document'"

_MATCHES = """
WITH truth AS (
  SELECT DISTINCT doc_id, domain, attribute, entity_key, coalesce(value_key, '') AS value_key
  FROM read_parquet($truth)
), found AS (
  SELECT DISTINCT doc_id, domain, attribute, entity_key, coalesce(value_key, '') AS value_key
  FROM read_parquet($facts)
), both_ AS (SELECT * FROM truth INTERSECT SELECT * FROM found),
counted AS (
  SELECT domain, attribute, count(*) AS truth, 0 AS found, 0 AS matched FROM truth GROUP BY ALL
  UNION ALL SELECT domain, attribute, 0, count(*), 0 FROM found GROUP BY ALL
  UNION ALL SELECT domain, attribute, 0, 0, count(*) FROM both_ GROUP BY ALL
)
SELECT domain, attribute, sum(matched) / nullif(sum(found), 0) AS precision,
       sum(matched) / nullif(sum(truth), 0) AS recall
FROM counted GROUP BY ALL
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One domain and attribute of a world, true and as found in its text; unit document.

    Parameters
    ----------
    mode : str
        standard or hard.
    domain, attribute : str
        The cell.
    n_true, n_found : int
        Observations.
    rate_true, rate_found : float or None
        Singleton rates; None where the report prints none.
    precision, recall : float or None
        Share of what was found that is true, and of what is true that was found: same document, entity,
        attribute and value.
    ideal_error : float
        Error of the ideal learner: true missing mass × (1 − chance of the likeliest answer).
    floor_true : float
        The expected floor that the true counts give, with the report's guessability: what the corrected band
        is to hold.
    floor_found, corrected_low, corrected_high : float or None
        The report's expected floor, and its band after correction for extraction noise.
    """

    mode: str
    domain: str
    attribute: str
    n_true: int
    n_found: int
    rate_true: float
    rate_found: float | None
    precision: float | None
    recall: float | None
    ideal_error: float
    floor_true: float
    floor_found: float | None
    corrected_low: float | None
    corrected_high: float | None

    @property
    def rate_error(self) -> float:
        """Distance of the rates; 1 where no rate was found."""
        return 1.0 if self.rate_found is None else abs(self.rate_found - self.rate_true)

    @property
    def in_band(self) -> bool | None:
        """Whether the corrected band holds the true floor; None where there is no band."""
        if self.corrected_low is None or self.corrected_high is None:
            return None
        return self.corrected_low <= self.floor_true <= self.corrected_high


def text_world(
    mode: str,
    attributes: Iterable[str],
    *,
    each: int,
    seed: int,
    alias_rate: float = 0.0,
    misspelling_rate: float = 0.0,
) -> WorldSpec:
    """Describe a world with one domain a register, with laws that give clearly different singleton rates.

    Parameters
    ----------
    mode : str
        standard or hard.
    attributes : iterable of str
        What every domain speaks of, in equal parts.
    each : int
        Statements of each domain about each attribute.
    seed : int
        Seed of the world.
    alias_rate, misspelling_rate : float
        Shares of the statements (0 to 1) that name their subject in another form, or misspell it.
    """
    names = tuple(attributes)
    spoken = {r: [n for n in names if n != _APART[r]] for r in REGISTERS}
    laws = (
        ({"kind": "zipf", "exponent": 0.8}, each),
        ({"kind": "pareto", "exponent": 1.5}, each // 2),
        ({"kind": "zipf", "exponent": 1.1}, 4 * each),
        ({"kind": "uniform"}, each // 3),
    )
    domains = [
        {
            "name": register, "register": register, "mode": mode, "statements": each * len(spoken[register]),
            "attributes": dict.fromkeys(spoken[register], 1.0), "entities": max(entities, 2), "law": law,
            "abstention_rate": 0.02, "shared": 0.05,
            "alias_rate": alias_rate, "misspelling_rate": misspelling_rate,
        }
        for register, (law, entities) in zip(REGISTERS, laws, strict=True)
    ]  # fmt: skip
    skewed = {"nationality": {"skew": 0.8}, "occupation": {"skew": 0.5}}
    return WorldSpec.from_data({"seed": seed, "domains": domains, "attributes": skewed, "shared_entities": each})


def cells_through_text(spec: WorldSpec, folder: Path, *, workers: int = 1) -> list[Cell]:
    """Write a world below a folder, analyze it, and set every (domain, attribute) beside its truth.

    Writes `folder/corpus` and the run directory `folder/run`.
    """
    result = simulate(spec, folder / "corpus")
    run = folder / "run"
    engine = load_engine("duckdb", workers=workers)
    try:
        analyze(AnalysisRequest(corpus=(str(folder / "corpus"),), out=run), engine, Progress(quiet=True))
    finally:
        engine.close()
    found = _rows(_REPORT, report=parquet_files(run / "domain_report"))
    quality = _rows(_MATCHES, truth=parquet_files(result.truth / "facts"), facts=parquet_files(run / "facts"))
    report = {(r["domain"], r["attribute"]): r for r in found}
    matches = {(r["domain"], r["attribute"]): r for r in quality}
    likeliest = _likeliest_answers(spec)
    mode = {d.name: d.mode for d in spec.domains}
    return [
        _cell(mode[r["domain"]], r, report.get(key, {}), matches[key], likeliest[r["attribute"]])
        for r in result.rates
        if r["unit"] == "document" and "*" not in (key := (r["domain"], r["attribute"]))
    ]


def _cell(mode: str, true: dict[str, Any], found: dict[str, Any], match: dict[str, Any], guess: float) -> Cell:
    return Cell(
        mode, true["domain"], true["attribute"], true["n"], found.get("n", 0),
        true["singleton_rate"], found.get("singleton_rate"), match["precision"], match["recall"],
        true["missing_mass"] * (1.0 - guess), _floor_of_true_counts(true, found.get("guessability") or guess),
        found.get("floor"),
        found.get("floor_corrected_low"), found.get("floor_corrected_high"),
    )  # fmt: skip


def _floor_of_true_counts(true: dict[str, Any], guessability: float) -> float:
    interval = esty_wilson(true["singletons"], true["doubletons"], true["n"])
    return float(np.asarray(expected_floor(interval.low, guessability).point))


def _likeliest_answers(spec: WorldSpec) -> dict[str, float]:
    from pipeline.simulation.prompts import PromptSpace  # noqa: PLC0415 - the laws of answers, needed here alone

    laws = PromptSpace(spec).answer_laws
    return {name: float(laws[name].probabilities.max()) for name in ATTRIBUTES}


def _rows(query: str, **parameters: list[str]) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        result = connection.execute(query, parameters)
        columns = [c[0] for c in result.description or []]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

"""Documents to clusters of copies, in SQL that both engines run: equal texts, or texts with like MinHash signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from math import ceil
from typing import Any

from pipeline.duplicates.components import connected_components
from pipeline.duplicates.minhash import BAND_ROWS, PERMUTATIONS, SCHEME, SEED
from pipeline.duplicates.shingles import WORDS
from pipeline.engines.protocol import SqlSession
from pipeline.exceptions import InputError
from schemas import DUPLICATES
from schemas.signatures import BANDS

MODES = ("off", "exact", "near")

_SMALL_BUCKET = 32
"""Texts of a bucket up to which all its pairs are compared: at most 16 pairs a text and band."""


@dataclass(frozen=True, slots=True)
class DuplicatesConfig:
    """How copies are looked for.

    Parameters
    ----------
    mode : str
        `off`, `exact` (equal texts) or `near` (like texts).
    threshold : float
        Least estimated Jaccard similarity of the five-word shingles of two copies, 0 to 1. The estimate's standard
        error is sqrt(J (1 − J) / 128), 0.035 at J = 0.8: with 0.7, a pair of similarity 0.8 passes in 99.8 %.
    """

    mode: str = "off"
    threshold: float = 0.7

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise InputError(f"--duplicates must be one of {', '.join(MODES)}, not {self.mode!r}")
        if not 0 < self.threshold <= 1:
            raise InputError(f"the similarity of copies must lie between 0 and 1, not {self.threshold!r}")

    @property
    def needs_signatures(self) -> bool:
        """Whether extraction has to stage signatures."""
        return self.mode == "near"

    def as_dict(self) -> dict[str, Any]:
        """Return the settings and the scheme, JSON-like."""
        if self.mode != "near":
            return {"mode": self.mode}
        scheme = f"{SCHEME}-murmur64-words{WORDS}"
        minhash = {"scheme": scheme, "seed": SEED, "num_perm": PERMUTATIONS, "bands": BANDS, "rows": BAND_ROWS}
        return {"mode": self.mode, "threshold": self.threshold, "minhash": minhash}


def _sql(name: str, **parts: object) -> str:
    text = files("pipeline.duplicates").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    return text.format(**parts) if parts else text


def _agreeing() -> str:
    places = (1 + 4 * i for i in range(PERMUTATIONS))
    return " + ".join(
        f"CASE WHEN SUBSTR(a.signature, {p}, 4) = SUBSTR(b.signature, {p}, 4) THEN 1 ELSE 0 END" for p in places
    )


def materialize_near_pairs(session: SqlSession, threshold: float, on_step: Callable[[str], None]) -> None:
    """Make the relation `near_pairs` (one, other, agreeing) of texts, by their hashes, from `staged_signatures`.

    Parameters
    ----------
    session : SqlSession
        Knows `staged_signatures` and `documents`.
    threshold : float
        Least estimated similarity.
    on_step : callable
        Called with the name of each step before it runs.
    """
    columns = [f"band_{i:02d}" for i in range(BANDS)]
    banded = " UNION ALL ".join(
        f"SELECT {i} AS band, {column} AS bucket, node, signature FROM texts" for i, column in enumerate(columns)
    )
    on_step("texts")
    session.materialize("texts", _sql("texts", bands="".join(f", MIN(s.{c}) AS {c}" for c in columns)))
    on_step("candidates")
    session.materialize("candidates", _sql("candidates", banded=banded, small=_SMALL_BUCKET))
    on_step("near_pairs")
    least = ceil(threshold * PERMUTATIONS)
    query = _sql("near_pairs", agreeing=_agreeing(), least=least, permutations=PERMUTATIONS)
    session.materialize("near_pairs", query)


def find_duplicates(
    session: SqlSession, config: DuplicatesConfig, on_step: Callable[[str], None] = lambda _name: None
) -> None:
    """Write the table `duplicates`; with mode `off`, write nothing.

    Parameters
    ----------
    session : SqlSession
        Knows `documents`, and `staged_signatures` for mode `near`.
    config : DuplicatesConfig
        How copies are looked for.
    on_step : callable, optional
        Called with the name of each step before it runs.
    """
    if config.mode == "off":
        return
    if config.mode == "exact":
        on_step("duplicates")
        session.write(DUPLICATES, _sql("exact_duplicates"))
        return
    materialize_near_pairs(session, config.threshold, on_step)
    on_step("components")
    connected_components(session, "near_pairs", "components")
    on_step("duplicates")
    session.write(DUPLICATES, _sql("near_duplicates"))


def copies_query() -> str:
    """Return a SELECT of how much of the corpus is copies: documents, clusters and the share that is surplus."""
    return _sql("copies")

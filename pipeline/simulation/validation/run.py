"""The whole validation: worlds of true counts, worlds through text, a summary, tables and a page."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.learners import LEARNERS
from pipeline.simulation.validation.by_counts import (
    CALIBRATED,
    GUESSERS,
    WorldOutcome,
    outcomes,
    standard_worlds,
)
from pipeline.simulation.validation.by_models import ModelOutcome, model_outcomes, trigram_errors
from pipeline.simulation.validation.page import render
from pipeline.simulation.validation.through_text import FEWEST, Cell, cells_through_text, text_world

_QUICK_ATTRIBUTES = ("date_of_birth", "place_of_birth", "educated_at", "founder", "author")
_ALIASED_ATTRIBUTES = ("date_of_birth", "educated_at", "occupation", "founded_date", "headquarters")
ALIAS_RATE, MISSPELLING_RATE = 0.10, 0.01
"""Shares of the statements, in the world of `Validation.aliased`."""
LIMITS = {"standard": 0.03, "hard": 0.06}
"""How far the rate found in text may lie from the true one, by mode."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Validation:
    """What the validation found.

    Parameters
    ----------
    worlds : list of WorldOutcome
        Worlds of true counts.
    cells : list of Cell
        Domains and attributes of the worlds that went through text.
    aliased : list of Cell
        The same of a world that names a tenth of its subjects in other forms and misspells some.
    models : list of ModelOutcome
        N-gram models and the terms of the is-it-valid inequality.
    """

    worlds: list[WorldOutcome]
    cells: list[Cell]
    aliased: list[Cell] = field(default_factory=list)
    models: list[ModelOutcome] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        """Return the figures that say whether the floors hold, JSON-like.

        `worlds`, `guaranteed_floor_held` (share of worlds in which no learner's error lies below the guaranteed
        floor less its own δ), `guaranteed_floor_held_by_learner`, `ideal_between_floor_and_ceiling`,
        `expected_floor_held` (ideal learner), `mean_gap` (ideal learner's error − expected floor, at the largest
        n), `guesser_beats_floor` (share of worlds with skewed or name-given answers in which a guesser's error
        lies below the expected floor), `vacuous` (share of worlds whose guaranteed floor is 0),
        `max_rate_error_through_text` (standard mode, cells with N ≥ 2,000) and the same by mode, `cells`,
        `corrected_band_held` (share of cells with a band), `max_rate_error_with_aliases` (all cells of the
        world with aliases and misspellings), `is_it_valid_held` (share of n-gram models), `is_it_valid` (every term
        by model) and `trigram_errors` (on the two prompts of Corollary 2, by order).
        """
        held = {name: _share([w.held("floor_guaranteed", name, allow=True) for w in self.worlds]) for name in LEARNERS}
        largest = max((w.spec.statements for w in self.worlds), default=0)
        guessable = [w for w in self.worlds if not w.uniform]
        large = [w for w in self.worlds if w.spec.statements == largest]
        errors = {mode: self.rate_error(mode) for mode in LIMITS}
        return {
            "worlds": len(self.worlds),
            "guaranteed_floor_held": _share(
                [all(w.held("floor_guaranteed", name, allow=True) for name in LEARNERS) for w in self.worlds]
            ),
            "guaranteed_floor_held_by_learner": held,
            "ideal_between_floor_and_ceiling": _share([_between(w) for w in self.worlds]),
            "expected_floor_held": _share([w.held("floor", CALIBRATED, allow=False) for w in self.worlds]),
            "mean_gap": _mean([w.errors[CALIBRATED] - (w.report["floor"] or 0.0) for w in large]),
            "mean_gap_uniform_answers": _mean(
                [w.errors[CALIBRATED] - (w.report["floor"] or 0.0) for w in large if w.uniform]
            ),
            "guesser_beats_floor": _share(
                [any(not w.held("floor", name, allow=False) for name in GUESSERS) for w in guessable]
            ),
            "vacuous": _share([bool(w.report["vacuous"]) for w in self.worlds]),
            "cells": len(self.cells),
            "max_rate_error_through_text": errors["standard"],
            "max_rate_error_by_mode": errors,
            "mean_rate_error_by_mode": {m: _mean([c.rate_error for c in self.large_cells(m)]) for m in LIMITS},
            "corrected_band_held": _share([c.in_band for c in self.cells if c.in_band is not None]),
            "max_rate_error_with_aliases": max((c.rate_error for c in self.aliased), default=None),
            "is_it_valid_held": _share([m.terms.holds() for m in self.models]),
            "is_it_valid": {f"{m.form}, order {m.order}": str(m.terms) for m in self.models},
            "trigram_errors": {str(order): error for order, error in trigram_errors().items()},
        }

    def large_cells(self, mode: str) -> list[Cell]:
        """Return the cells of a mode with enough true observations."""
        return [c for c in self.cells if c.mode == mode and c.n_true >= FEWEST]

    def rate_error(self, mode: str) -> float | None:
        """Largest distance between a rate found in text and the true one; None without cells."""
        return max((c.rate_error for c in self.large_cells(mode)), default=None)


def validate(
    *,
    quick: bool = False,
    out: Path | None = None,
    workers: int = 1,
    attributes: tuple[str, ...] | None = None,
    progress: Progress | None = None,
) -> Validation:
    """Test the floors on worlds of known facts.

    With `out`, writes `OUT/validation.json` (summary, worlds and cells), `OUT/validation.html` (with pictures) and
    keeps the worlds' texts and runs in `OUT/standard`, `OUT/hard` and `OUT/aliases`.

    Parameters
    ----------
    quick : bool
        A third of the worlds, and five attributes through text in the standard mode alone.
    out : Path or None
        Folder for the results.
    workers : int
        Processes for extraction.
    attributes : tuple of str or None
        What the texts speak of, in place of all attributes of the simulator.
    progress : callable or None
        Called with what is being done, how much of it is done, and how much there is.
    """
    specs = list(standard_worlds(quick=quick))
    done = 0

    def one_more(step: int) -> None:
        nonlocal done
        done += step
        if progress:
            progress("worlds of true counts", done, len(specs))

    worlds = outcomes(specs, progress=one_more)
    modes = ("standard",) if quick else ("standard", "hard")
    names = attributes or (_QUICK_ATTRIBUTES if quick else tuple(ATTRIBUTES))
    cells: list[Cell] = []
    with tempfile.TemporaryDirectory() as temporary:
        for number, mode in enumerate(modes):
            if progress:
                progress("worlds through text", number, len(modes))
            # A tenth more than FEWEST: draws fall unevenly on attributes.
            world = text_world(mode, names, each=FEWEST + FEWEST // 10, seed=11 + number)
            cells += cells_through_text(world, (out or Path(temporary)) / mode, workers=workers)
        aliased = []
        if not quick:
            world = text_world(
                "standard", _ALIASED_ATTRIBUTES, each=FEWEST, seed=31,
                alias_rate=ALIAS_RATE, misspelling_rate=MISSPELLING_RATE,
            )  # fmt: skip
            aliased = cells_through_text(world, (out or Path(temporary)) / "aliases", workers=workers)
    if progress:
        progress("n-gram models", 1, 1)
    validation = Validation(worlds, cells, aliased, model_outcomes())
    if out:
        _write(validation, out)
    return validation


def _write(validation: Validation, out: Path) -> None:
    content = {
        "summary": validation.summary(),
        "worlds": [
            {
                "world": asdict(w.spec) | {"law": w.spec.law.model_dump(mode="json")},
                "missing_mass": w.missing_mass,
                "report": w.report,
                "errors": w.errors,
                "calibration_errors": w.calibration_errors,
            }
            for w in validation.worlds
        ],
        "cells": [_cell(c) for c in validation.cells],
        "aliased": [_cell(c) for c in validation.aliased],
    }
    (out / "validation.json").write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2))
    (out / "validation.html").write_text(
        render(validation.summary(), validation.worlds, validation.cells), encoding="utf-8"
    )


def _cell(cell: Cell) -> dict[str, Any]:
    return asdict(cell) | {"rate_error": cell.rate_error, "in_band": cell.in_band}


def _between(world: WorldOutcome) -> bool:
    error, ceiling = world.errors[CALIBRATED], world.report["ceiling"]
    low = world.report["floor_guaranteed"] or 0.0
    return bool(low - 1e-12 <= error) and (ceiling is None or bool(error <= ceiling))


def _share(outcomes_: list[bool]) -> float | None:
    return float(np.mean(outcomes_)) if outcomes_ else None


def _mean(values: list[float]) -> float | None:
    return float(np.mean(values)) if values else None

"""The floors against learners whose errors are known exactly, on true counts: no text, no extraction."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from pipeline.estimators.floors import wrong_answers
from pipeline.estimators.guessability import upper_limit
from pipeline.estimators.report_answers import GUESS_SHARE, AttributePrior
from pipeline.estimators.report_rows import domain_report
from pipeline.simulation.count_worlds import CountWorld, CountWorldSpec, make_count_world
from pipeline.simulation.learners import LEARNERS, calibration_error
from pipeline.simulation.spec import LawSpec
from schemas import REPORT_COUNTS

CALIBRATED = "ideal"
GUESSERS = ("commonest_guesser", "name_guesser")
_LAWS = (
    (LawSpec(kind="zipf", exponent=0.7), 1.0),
    (LawSpec(kind="zipf", exponent=1.0), 1.0),
    (LawSpec(kind="zipf", exponent=1.4), 1.0),
    (LawSpec(kind="pareto", exponent=1.0), 0.5),
    (LawSpec(kind="pareto", exponent=1.5), 0.5),
    (LawSpec(kind="pareto", exponent=3.0), 2.0),
    (LawSpec(kind="uniform"), 0.4),
    (LawSpec(kind="geometric", exponent=0.999), 0.2),
)
"""Laws, with prompts as a share of the statements."""
_SIZES = (2_000, 10_000, 100_000)
_ANSWERS = ((1_000, 0.0, 0.0), (365, 0.0, 0.0), (20, 0.0, 0.0), (50, 1.0, 0.0), (50, 0.3, 0.4))
"""Possible answers, their skew, and the share that the name gives away."""
_ABSTENTIONS = (0.0, 0.15)


def standard_worlds(*, quick: bool) -> Iterator[CountWorldSpec]:
    """Yield the worlds of the validation: laws × sizes × answer spaces × abstention, 240; quick ones 80."""
    sizes = _SIZES[:1] + _SIZES[2:] if quick else _SIZES
    grid = itertools.product(_LAWS, sizes, _ANSWERS, _ABSTENTIONS)
    for seed, ((law, share), n, (answers, skew, by_name), abstention) in enumerate(grid):
        if quick and seed % 2:
            continue
        prompts = max(int(n * share), 10)
        yield CountWorldSpec(law, prompts, n, answers, skew, by_name, abstention, seed=seed)


@dataclass(frozen=True)
class WorldOutcome:
    """A world, what the report predicts of it and what each learner did.

    Parameters
    ----------
    spec : CountWorldSpec
        The world.
    missing_mass : float
        Its true missing mass.
    report : dict of str to Any
        Its row of `domain_report`.
    errors : dict of str to float
        Exact error of every learner on prompts drawn as the training prompts were.
    calibration_errors : dict of str to float
        Exact δ of every learner at the threshold that the floor reckons with.
    """

    spec: CountWorldSpec
    missing_mass: float
    report: dict[str, Any]
    errors: dict[str, float]
    calibration_errors: dict[str, float]

    def held(self, floor: str, learner: str, *, allow: bool) -> bool:
        """Whether a learner's error is at least a floor, less its own δ where `allow`."""
        slack = self.calibration_errors[learner] if allow else 0.0
        return bool(self.errors[learner] >= (self.report[floor] or 0.0) - slack - 1e-12)

    @property
    def uniform(self) -> bool:
        """Whether all answers are equally likely."""
        return self.spec.skew == 0.0 and self.spec.by_name == 0.0


def outcomes(
    specs: Sequence[CountWorldSpec], *, confidence: float = 0.95, progress: Callable[[int], None] | None = None
) -> list[WorldOutcome]:
    """Make every world, train every learner on it, and compute its report.

    Parameters
    ----------
    specs : sequence of CountWorldSpec
        The worlds.
    confidence : float
        Confidence of the floors.
    progress : callable or None
        Called with 1 after every world.
    """
    collected = []
    for number, spec in enumerate(specs):
        world = make_count_world(spec)
        report = _report(world, number, confidence)
        threshold = float(1.0 / np.maximum(wrong_answers(report["guessability"]), 1e-9))
        beliefs = {name: learner(world) for name, learner in LEARNERS.items()}
        collected.append(
            WorldOutcome(
                spec,
                world.missing_mass,
                report,
                {name: belief.error(world) for name, belief in beliefs.items()},
                {name: calibration_error(belief, world, threshold) for name, belief in beliefs.items()},
            )
        )
        if progress:
            progress(1)
    return collected


def _report(world: CountWorld, number: int, confidence: float) -> dict[str, Any]:
    name = f"world-{number}"
    uniform = world.spec.skew == 0.0 and world.spec.by_name == 0.0
    prior = AttributePrior(world.spec.answers if uniform else None, uniform=uniform)
    guessers = {} if uniform else {name: name_guess_limit(world, confidence)}
    table = domain_report(report_counts(world, name), {name: prior}, confidence=confidence, guessers=guessers)
    row: dict[str, Any] = table.to_pylist()[0]
    return row


def name_guess_limit(world: CountWorld, confidence: float) -> float:
    """Upper limit of how often the name gives the answer away, by leave-one-out over the singletons.

    Each singleton's answer is guessed as the commonest one among the other answered prompts of its group; the
    limit is that of the share of right guesses, at the level that the report gives to measured guessabilities.
    """
    seen, single = world.answered > 0, world.answered == 1
    counts = np.zeros_like(world.answer_law)
    np.add.at(counts, (world.group[seen], world.answer[seen]), 1.0)
    group, answer = world.group[single], world.answer[single]
    own = counts[group, answer] - 1.0
    # The others' best count: the row's largest, or its second largest where the own answer leads.
    ranked = -np.sort(-counts, axis=1)
    leads = counts[group, answer] == ranked[group, 0]
    others = np.where(leads & (ranked[group, 0] > ranked[group, 1]), ranked[group, 1], ranked[group, 0])
    right = int(np.sum(own >= others))
    level = 1.0 - GUESS_SHARE * (1.0 - confidence)
    return float(upper_limit(right, max(int(np.sum(single)), 1), level))


def report_counts(world: CountWorld, name: str) -> Any:
    """Return the world's row of `REPORT_COUNTS` for the unit mention, counted from the truth."""
    answered, asked = world.answered, world.answered + world.abstained
    seen = answered > 0
    values = np.bincount(world.answer[seen], minlength=2)
    ones, twos = int(np.sum(answered == 1)), int(np.sum(answered == 2))
    row: dict[str, Any] = {
        "unit": "mention", "domain": name, "attribute": name, "n": int(np.sum(asked)),
        "abstentions": int(np.sum(world.abstained)), "prompts": int(np.sum(seen)),
        "prompts_exclusive": int(np.sum(seen)), "singletons": ones, "doubletons": twos,
        "singletons_within": ones, "doubletons_within": twos, "fact_observations": int(np.sum(asked)),
        "monofacts": ones, "conflicting_prompts": 0, "distinct_values": int(np.sum(values > 0)),
        "top_value_prompts": int(np.max(values)),
        "cluster_zz": None, "cluster_zn": None, "cluster_nn": None, "cluster_pairs": None,
    }  # fmt: skip
    return pa.Table.from_pylist([row], schema=REPORT_COUNTS.arrow_schema)

"""Learners that are prompted with an entity and an attribute: from calibrated to overconfident to guessing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pipeline.simulation.count_worlds import CountWorld
from pipeline.simulation.learners.beliefs import Belief
from pipeline.simulation.randomness import Fractions, Integers

Learner = Callable[[CountWorld], Belief]


def ideal(world: CountWorld) -> Belief:
    """Believe as the world is made, given the corpus: δ = 0, the learner of Theorem 2's upper half.

    It repeats the known answers with chance α, and elsewhere spreads α over the answers as their law has it.
    """
    seen = world.answered > 0
    return Belief(
        top=world.answer,
        top_share=np.where(seen, world.alpha, 0.0),
        rest=np.where(seen, 0.0, world.alpha),
        law=world.answer_law,
    )


def memoriser(world: CountWorld) -> Belief:
    """Repeat each prompt's empirical answers and abstentions; say "I don't know" to every other prompt.

    It never errs; what it lacks in errors it has in calibration error.
    """
    share = _empirical_alpha(world)
    return Belief(world.answer, np.where(world.answered > 0, share, 0.0), np.zeros_like(share), _even(world))


def bluffing_memoriser(world: CountWorld) -> Belief:
    """Repeat what the corpus answers, and answer everything else evenly at random."""
    seen = world.answered > 0
    return Belief(world.answer, np.where(seen, 1.0, 0.0), np.where(seen, 0.0, 1.0), _even(world))


def good_turing_smoothed(world: CountWorld) -> Belief:
    """Discount each answer from r statements to Turing's r* and spread what that frees over all answers.

    r* = (r + 1) f(r + 1) / f(r), where the corpus has enough of both, else r.
    """
    counts = world.answered
    spectrum = np.bincount(counts, minlength=3).astype(float)
    adjusted = np.arange(len(spectrum), dtype=float)
    for r in range(1, min(len(spectrum) - 1, 6)):
        if spectrum[r] > 0 and spectrum[r + 1] > 0:
            adjusted[r] = min(r, (r + 1) * spectrum[r + 1] / spectrum[r])
    kept = np.divide(adjusted[counts], counts, out=np.zeros(len(counts)), where=counts > 0)
    answers = _empirical_alpha(world)
    return Belief(world.answer, answers * kept, answers * (1.0 - kept), _learned_law(world, by_group=False))


def overconfident(world: CountWorld) -> Belief:
    """Know what the corpus says, and put nine tenths of everything else on one invented answer."""
    seen = world.answered > 0
    invented = (world.answer * 0 + np.arange(len(world.answer)) * 7) % world.spec.answers
    return Belief(
        np.where(seen, world.answer, invented),
        np.where(seen, 1.0, 0.9),
        np.where(seen, 0.0, 0.1),
        _even(world),
    )


def commonest_guesser(world: CountWorld) -> Belief:
    """Know what the corpus says, and give the commonest answer of the corpus to everything else."""
    return _guesser(world, _learned_law(world, by_group=False))


def name_guesser(world: CountWorld) -> Belief:
    """Know what the corpus says, and give the commonest answer among like names to everything else."""
    return _guesser(world, _learned_law(world, by_group=True))


LEARNERS: dict[str, Learner] = {
    "ideal": ideal,
    "memoriser": memoriser,
    "bluffing_memoriser": bluffing_memoriser,
    "good_turing": good_turing_smoothed,
    "overconfident": overconfident,
    "commonest_guesser": commonest_guesser,
    "name_guesser": name_guesser,
}
"""The learners by name."""


def _guesser(world: CountWorld, law: Fractions) -> Belief:
    guess: Integers = np.asarray(np.argmax(law, axis=1), dtype=np.int64)[world.group]
    top = np.where(world.answered > 0, world.answer, guess)
    return Belief(top, np.ones(len(top)), np.zeros(len(top)), law)


def _even(world: CountWorld) -> Fractions:
    return np.full_like(world.answer_law, 1.0 / world.spec.answers)


def _empirical_alpha(world: CountWorld) -> Fractions:
    """Share of answering statements of each prompt; the corpus's share where there are none."""
    both = world.answered + world.abstained
    overall = float(np.sum(world.answered)) / max(float(np.sum(both)), 1.0)
    return np.asarray(
        np.divide(world.answered, both, out=np.full(len(both), overall), where=both > 0), dtype=np.float64
    )


def _learned_law(world: CountWorld, *, by_group: bool) -> Fractions:
    """Share of every answer among the answered prompts of the corpus, with half a prompt added to each."""
    seen = world.answered > 0
    counts = np.full_like(world.answer_law, 0.5)
    group = world.group[seen] if by_group else np.zeros(int(np.sum(seen)), dtype=np.int64)
    np.add.at(counts, (group, world.answer[seen]), 1.0)
    if not by_group:
        counts[:] = counts[0]
    return np.asarray(counts / counts.sum(axis=1, keepdims=True), dtype=np.float64)

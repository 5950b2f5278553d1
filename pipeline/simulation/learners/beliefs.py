"""What a prompted learner says, and its errors, computed exactly instead of sampled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.simulation.count_worlds import CountWorld
from pipeline.simulation.randomness import Fractions, Integers


@dataclass(frozen=True)
class Belief:
    """A learner's distribution over answers and "I don't know", for each of K prompts.

    The chance of answer r to prompt c is top_share[c]·1[r = top[c]] + rest[c]·law[group(c), r], and that of
    "I don't know" is 1 − top_share[c] − rest[c].

    Parameters
    ----------
    top : numpy.ndarray of int64, shape (K,)
        An answer that is singled out.
    top_share, rest : numpy.ndarray of float64, shape (K,)
        Chance given to it, and to the law below; their sum is at most 1.
    law : numpy.ndarray of float64, shape (G, R)
        Law over answers for prompts of each group; every row sums to 1.
    """

    top: Integers
    top_share: Fractions
    rest: Fractions
    law: Fractions

    @property
    def silence(self) -> Fractions:
        """Chance of "I don't know", shape (K,)."""
        return 1.0 - self.top_share - self.rest

    def right(self, world: CountWorld) -> Fractions:
        """Chance of the true answer, shape (K,)."""
        hit = np.where(self.top == world.answer, self.top_share, 0.0)
        return hit + self.rest * self.law[world.group, world.answer]

    def error(self, world: CountWorld) -> float:
        """Err: chance of a wrong answer to a prompt drawn as the training prompts were."""
        return float(np.sum(world.mass * (1.0 - self.silence - self.right(world))))


@dataclass(frozen=True)
class IsItValidTerms:
    """Every term of err ≥ 2 err_iiv − max|V| / min|E| − δ (Kalai et al. 2025, Theorem 1).

    Parameters
    ----------
    error : float
        err, the generative error.
    is_it_valid_error : float
        err_iiv of the classifier "probability above the threshold".
    calibration_error : float
        δ, |p̂(A) − p(A)| for the set A of pairs above the threshold.
    threshold : float
        1 / min|E|.
    valid_answers, wrong_answers : float
        max|V| and min|E|.
    """

    error: float
    is_it_valid_error: float
    calibration_error: float
    threshold: float
    valid_answers: float
    wrong_answers: float

    @property
    def bound(self) -> float:
        """Right-hand side of the inequality; negative where it says nothing."""
        loss = self.valid_answers / self.wrong_answers
        return 2.0 * self.is_it_valid_error - loss - self.calibration_error

    @property
    def holds(self) -> bool:
        """Whether err is at least the bound, up to rounding."""
        return self.error >= self.bound - 1e-12


def is_it_valid_terms(belief: Belief, world: CountWorld) -> IsItValidTerms:
    """Compute the terms of the inequality for the balanced validity set of a world, without sampling.

    Half of the set are statements as the world makes them (the true answer with chance α, else "I don't
    know"), half are prompts with an answer drawn uniformly from the wrong ones.
    """
    wrong = world.spec.answers - 1
    threshold = 1.0 / wrong
    right, silence = belief.right(world), belief.silence
    accepts_right, accepts_silence = right > threshold, silence > threshold
    count, mass = _above(belief, world, threshold)
    rejected_valid = world.alpha * ~accepts_right + (1.0 - world.alpha) * ~accepts_silence
    accepted_wrong = (count - accepts_right) / wrong
    valid_above = world.alpha * accepts_right + (1.0 - world.alpha) * accepts_silence
    model_above = mass + np.where(accepts_silence, silence, 0.0)
    return IsItValidTerms(
        error=belief.error(world),
        is_it_valid_error=float(np.sum(world.mass * (rejected_valid + accepted_wrong)) / 2.0),
        calibration_error=abs(float(np.sum(world.mass * (model_above - valid_above)))),
        threshold=threshold,
        valid_answers=2.0 if world.spec.abstention_rate else 1.0,
        wrong_answers=float(wrong),
    )


def calibration_error(belief: Belief, world: CountWorld, threshold: float) -> float:
    """Return δ at a threshold: |p̂(A) − p(A)|, A the pairs of prompt and answer with p̂ above it."""
    right, silence = belief.right(world), belief.silence
    _, mass = _above(belief, world, threshold)
    valid = world.alpha * (right > threshold) + (1.0 - world.alpha) * (silence > threshold)
    model = mass + np.where(silence > threshold, silence, 0.0)
    return abs(float(np.sum(world.mass * (model - valid))))


def _above(belief: Belief, world: CountWorld, threshold: float) -> tuple[Fractions, Fractions]:
    """Count the answers of each prompt with probability above the threshold, and add their probabilities up."""
    descending = -np.sort(-belief.law, axis=1)
    cumulative = np.concatenate([np.zeros((len(descending), 1)), np.cumsum(descending, axis=1)], axis=1)
    count, mass = np.zeros(len(world.mass)), np.zeros(len(world.mass))
    needed = np.divide(threshold, belief.rest, out=np.full_like(belief.rest, np.inf), where=belief.rest > 0)
    for group in range(len(belief.law)):
        chosen = world.group == group
        above = np.searchsorted(-descending[group], -needed[chosen], side="left")
        count[chosen] = above
        mass[chosen] = belief.rest[chosen] * cumulative[group][above]
    # The singled-out answer was counted by the law's share alone.
    by_law = belief.rest * belief.law[world.group, belief.top]
    whole = by_law + belief.top_share
    counted = by_law > threshold
    count += (whole > threshold).astype(float) - counted
    mass += np.where(whole > threshold, whole, 0.0) - np.where(counted, by_law, 0.0)
    return count, mass

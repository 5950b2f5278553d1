"""Worlds of one attribute without text: a law over prompts, answers, and what a corpus of n statements says of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.simulation.laws import zipf
from pipeline.simulation.prompts import make_law
from pipeline.simulation.randomness import Fractions, Integers, Stream, fractions, mixed
from pipeline.simulation.spec import LawSpec

_BLOCK = 1 << 20


@dataclass(frozen=True)
class CountWorldSpec:
    """A world of one attribute.

    Parameters
    ----------
    law : LawSpec
        How often each prompt is drawn.
    prompts : int
        Number of prompts.
    statements : int
        n, draws with replacement.
    answers : int
        |R|, possible answers of every prompt.
    skew : float
        Zipf exponent over the answers; 0 for uniform ones.
    by_name : float
        Share of prompts whose answer the entity's name gives away, 0 to 1.
    abstention_rate : float
        Mean of 1 − α; 1 − α of a prompt is uniform between 0 and twice this.
    groups : int
        Kinds of names that a learner can tell apart.
    seed : int
        Seed of everything.
    """

    law: LawSpec
    prompts: int
    statements: int
    answers: int
    skew: float = 0.0
    by_name: float = 0.0
    abstention_rate: float = 0.0
    groups: int = 8
    seed: int = 0


@dataclass(frozen=True)
class CountWorld:
    """A world and the corpus drawn from it; K prompts, R answers, G groups of names.

    Parameters
    ----------
    spec : CountWorldSpec
        What it was made of.
    mass : numpy.ndarray of float64, shape (K,)
        μ(c), chance that a prompt is drawn.
    alpha : numpy.ndarray of float64, shape (K,)
        Chance that a statement about the prompt answers it.
    answer : numpy.ndarray of int64, shape (K,)
        Index of the true answer.
    group : numpy.ndarray of int64, shape (K,)
        What the name tells: prompts of a group share a law over answers.
    answer_law : numpy.ndarray of float64, shape (G, R)
        Chance of every answer for the prompts of a group.
    answered, abstained : numpy.ndarray of int64, shape (K,)
        Statements in the corpus that answer the prompt, or say that the answer is not known.
    """

    spec: CountWorldSpec
    mass: Fractions
    alpha: Fractions
    answer: Integers
    group: Integers
    answer_law: Fractions
    answered: Integers
    abstained: Integers

    @property
    def missing_mass(self) -> float:
        """Chance that the next statement answers a prompt that the corpus does not."""
        return float(np.sum((self.mass * self.alpha)[self.answered == 0]))

    @property
    def most_likely_answer(self) -> float:
        """q: the largest chance of any answer, given the group of its prompt."""
        return float(np.max(self.answer_law[np.unique(self.group)]))


def make_count_world(spec: CountWorldSpec) -> CountWorld:
    """Make a world and draw its corpus in blocks; memory grows with prompts, not with statements."""
    law = make_law(spec.law, spec.prompts, spec.seed)
    numbers = np.arange(law.size)
    alpha = 1.0 - 2.0 * spec.abstention_rate * fractions(mixed(numbers, spec.seed, 3))
    group = (mixed(numbers, spec.seed, 5) % np.uint64(spec.groups)).astype(np.int64)
    common = zipf(spec.answers, spec.skew)
    answer = common.draw(mixed(numbers, spec.seed, 1))
    given = fractions(mixed(numbers, spec.seed, 2)) < spec.by_name
    favourite = group % spec.answers
    answer_law = np.tile((1.0 - spec.by_name) * common.probabilities, (spec.groups, 1))
    answer_law[np.arange(spec.groups), np.arange(spec.groups) % spec.answers] += spec.by_name
    answered, abstained = np.zeros(law.size, dtype=np.int64), np.zeros(law.size, dtype=np.int64)
    for block, start in enumerate(range(0, spec.statements, _BLOCK)):
        stream = Stream(spec.seed, 6, block)
        size = min(_BLOCK, spec.statements - start)
        drawn = law.draw(stream.words(size))
        answers = stream.fractions(size) < alpha[drawn]
        answered += np.bincount(drawn[answers], minlength=law.size)
        abstained += np.bincount(drawn[~answers], minlength=law.size)
    return CountWorld(
        spec, law.probabilities, alpha, np.where(given, favourite, answer), group, answer_law, answered, abstained
    )

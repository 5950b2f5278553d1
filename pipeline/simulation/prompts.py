"""The prompts of a world: who draws them how often, and what their answers are.

A prompt is an (attribute, entity) pair. Entities are numbered over all pools: the shared pool first, then each
domain's own; every kind of entity has as many entities in each pool.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pipeline.exceptions import InputError
from pipeline.simulation import wordlists
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.laws import Law, from_spectrum, geometric, law_of_weights, pareto, zipf
from pipeline.simulation.names import culture
from pipeline.simulation.randomness import Fractions, Integers, Stream, fractions, mixed
from pipeline.simulation.spec import DomainSpec, LawSpec, WorldSpec

_ATTRIBUTE_NAMES = tuple(ATTRIBUTES)
_LARGEST_ANSWER_SPACE = {
    "birth": 40_000, "death": 19_000, "year": 150,
    "nationality": len(wordlists.NATIONALITIES), "occupation": len(wordlists.OCCUPATIONS),
}  # fmt: skip
# What a hash is for: one salt each.
_ANSWER, _GIVEN_AWAY, _ALPHA, _OTHER = 1, 2, 3, 4


@dataclass(frozen=True)
class Draws:
    """Statements drawn for one domain; all arrays have shape (statements,).

    Parameters
    ----------
    attribute : numpy.ndarray of int64
        Index of the attribute in `ATTRIBUTES`.
    entity : numpy.ndarray of int64
        Number of the entity.
    answer : numpy.ndarray of int64
        Index of the stated answer; −1 where the statement abstains.
    """

    attribute: Integers
    entity: Integers
    answer: Integers


def make_law(spec: LawSpec, size: int, seed: int) -> Law:
    """Make the law that a specification describes."""
    if spec.kind == "zipf":
        return zipf(size, spec.exponent)
    if spec.kind == "pareto":
        return pareto(size, spec.exponent, seed)
    if spec.kind == "geometric":
        return geometric(size, spec.exponent)
    if spec.kind == "spectrum" and spec.file is not None:
        return from_spectrum(spec.file)
    return zipf(size, 0.0)


class PromptSpace:
    """All prompts of a world, with their laws and answers.

    Parameters
    ----------
    spec : WorldSpec
        The world.
    """

    def __init__(self, spec: WorldSpec) -> None:
        self.spec = spec
        self.shared_law = make_law(spec.shared_law, spec.shared_entities, spec.seed)
        self.domain_laws = [make_law(d.law, d.entities, spec.seed + i + 1) for i, d in enumerate(spec.domains)]
        sizes = [self.shared_law.size, *(law.size for law in self.domain_laws)]
        self.pool_starts = [int(s) for s in np.cumsum([0, *sizes])]
        self.entities = self.pool_starts[-1]

    @cached_property
    def answer_laws(self) -> dict[str, Law]:
        """Law over the answers of each attribute."""
        laws = {}
        for name, attribute in ATTRIBUTES.items():
            wanted = self.spec.attributes.get(name)
            size = wanted.answers if wanted and wanted.answers else attribute.answers
            largest = _LARGEST_ANSWER_SPACE.get(attribute.answer)
            if largest and size > largest:
                msg = f"attribute {name}: {size} answers asked for, at most {largest} are possible"
                raise InputError(msg)
            laws[name] = zipf(size, wanted.skew if wanted else 0.0)
        return laws

    def draw(self, domain: int, block: int, size: int) -> Draws:
        """Draw statements of a domain with replacement.

        Parameters
        ----------
        domain : int
            Index of the domain.
        block : int
            Number of the block; the same block gives the same draws.
        size : int
            Statements to draw.
        """
        spec = self.spec.domains[domain]
        stream = Stream(self.spec.seed, 1, domain, block)
        names = [_ATTRIBUTE_NAMES.index(a) for a in spec.attributes]
        weights = law_of_weights(np.array(list(spec.attributes.values())))
        attribute = np.array(names, dtype=np.int64)[weights.draw(stream.words(size))]
        own = self.domain_laws[domain].draw(stream.words(size)) + self.pool_starts[domain + 1]
        common = self.shared_law.draw(stream.words(size))
        entity = np.where(stream.fractions(size) < spec.shared, common, own)
        answer = self.answers(attribute, entity)
        answer = self._disturbed(spec, stream, attribute, entity, answer)
        abstains = stream.fractions(size) < 1.0 - self.answer_probability(spec, attribute, entity)
        return Draws(attribute, entity, np.where(abstains, -1, answer))

    def answers(self, attribute: Integers, entity: Integers) -> Integers:
        """Return the index of the true answer of each prompt."""
        return self._hashed_answers(attribute, entity, _ANSWER)

    def answer_probability(self, spec: DomainSpec, attribute: Integers, entity: Integers) -> Fractions:
        """Return α of each prompt: the chance that a statement about it answers.

        One minus α is uniform between 0 and twice the domain's abstention rate.
        """
        return 1.0 - 2.0 * spec.abstention_rate * fractions(self._hash(attribute, entity, _ALPHA))

    def _hash(self, attribute: Integers, entity: Integers, salt: int) -> npt.NDArray[np.uint64]:
        return mixed(entity * len(_ATTRIBUTE_NAMES) + attribute, self.spec.seed, salt)

    def _hashed_answers(self, attribute: Integers, entity: Integers, salt: int) -> Integers:
        words = self._hash(attribute, entity, salt)
        answers = np.zeros(len(entity), dtype=np.int64)
        for index in np.unique(attribute):
            chosen = attribute == index
            name = _ATTRIBUTE_NAMES[int(index)]
            law = self.answer_laws[name]
            answers[chosen] = law.draw(words[chosen])
            wanted = self.spec.attributes.get(name)
            if wanted and wanted.by_name:
                given = fractions(self._hash(attribute, entity, _GIVEN_AWAY)) < wanted.by_name
                given &= chosen
                answers[given] = culture(entity[given]) % law.size
        return answers

    def _disturbed(
        self, spec: DomainSpec, stream: Stream, attribute: Integers, entity: Integers, answer: Integers
    ) -> Integers:
        conflicting = stream.fractions(len(entity)) < spec.conflict_rate
        other = self._hashed_answers(attribute, entity, _OTHER)
        return np.where(conflicting, other, answer)

"""N-gram models of order 2 to 5 over words: sampling, scoring, and what they give as answers."""

from __future__ import annotations

import bisect
import itertools
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipeline.exceptions import InputError

START, END = "<s>", "</s>"


class NGramModel:
    """A maximum-likelihood model of the next word given the `order` − 1 words before it.

    Parameters
    ----------
    order : int
        2 for bigrams, 3 for trigrams; 2 to 5.
    sentences : iterable of sequence of str
        Training data, as words.
    """

    def __init__(self, order: int, sentences: Iterable[Sequence[str]]) -> None:
        if not 2 <= order <= 5:
            msg = f"an n-gram model of order {order}: give 2 to 5"
            raise InputError(msg)
        self.order = order
        self._next: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            words = self._padded(sentence)
            for end in range(order - 1, len(words)):
                self._next[tuple(words[end - order + 1 : end])][words[end]] += 1
        self._totals = {context: sum(nexts.values()) for context, nexts in self._next.items()}
        self._tables: dict[tuple[str, ...], tuple[list[str], list[int]]] = {}

    def _padded(self, sentence: Sequence[str]) -> list[str]:
        return [START] * (self.order - 1) + list(sentence) + [END]

    def _context(self, words: Sequence[str]) -> tuple[str, ...]:
        behind = self.order - 1
        return tuple([START] * (behind - len(words)) + list(words[-behind:]))

    def next_word(self, words: Sequence[str]) -> dict[str, float]:
        """Return the chance of every next word after the words of a sentence so far; empty if never seen."""
        context = self._context(words)
        total = self._totals.get(context, 0)
        return {word: count / total for word, count in self._next[context].items()} if total else {}

    def log_probability(self, sentence: Sequence[str], given: int = 0, *, end: bool = True) -> float:
        """Return the log-probability of a sentence after its first `given` words; −inf where impossible.

        With `end` False, of sentences that begin so.
        """
        words = [*sentence, END] if end else list(sentence)
        total = 0.0
        for place in range(given, len(words)):
            context = self._context(words[:place])
            count = self._next[context][words[place]] if context in self._totals else 0
            if not count:
                return -math.inf
            total += math.log(count / self._totals[context])
        return total

    def sample(self, dice: random.Random, prompt: Sequence[str] = (), longest: int = 200) -> tuple[str, ...]:
        """Go on from a prompt to the end of the sentence; returns the words after the prompt."""
        words = list(prompt)
        while len(words) < len(prompt) + longest:
            word = self._drawn(self._context(words), dice.random())
            if word == END:
                break
            words.append(word)
        return tuple(words[len(prompt) :])

    def _drawn(self, context: tuple[str, ...], level: float) -> str:
        """Return the next word at a level between 0 and 1; the end of the sentence after an unseen context."""
        if context not in self._totals:
            return END
        if context not in self._tables:
            self._tables[context] = (
                list(self._next[context]),
                list(itertools.accumulate(self._next[context].values())),
            )
        words, cumulative = self._tables[context]
        return words[bisect.bisect_right(cumulative, level * cumulative[-1])]

    def chosen(self, prompt: Sequence[str], answers: Sequence[Sequence[str]], *, end: bool = True) -> list[float]:
        """Return the chance of each of several answers to a prompt, out of these answers alone.

        With `end`, the sentence ends with the answer. Where the model can tell none of them from the others, each
        gets an equal chance.
        """
        chances = [math.exp(self.log_probability([*prompt, *a], len(prompt), end=end)) for a in answers]
        total = sum(chances)
        return [c / total for c in chances] if total else [1.0 / len(answers)] * len(answers)

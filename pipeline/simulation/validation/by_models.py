"""Is it valid? N-gram models on questions with answers and on rendered text, and the two prompts of Corollary 2.

Kalai et al. (2025), arXiv 2509.04664: Theorem 1 with every term measured, and Corollary 2, by which any trigram model
errs on at least half of two prompts that differ only in a word that it cannot see.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
import tempfile
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow.parquet as pq

from pipeline.evaluation.is_it_valid import DONT_KNOW, IsItValid, ValiditySet, assess, validity_set
from pipeline.extraction.sentences import split_sentences
from pipeline.parquet_files import literal
from pipeline.simulation.corpus import simulate
from pipeline.simulation.learners import NGramModel
from pipeline.simulation.spec import WorldSpec
from schemas.catalogue import load_catalogue

ORDERS: Final = (2, 3, 4, 5)
_WORDS: Final = re.compile(r"[\w'’-]+|[^\w\s]")
_ASKED: Final = {"date_of_birth": 2.0, "place_of_birth": 2.0, "educated_at": 1.0, "author": 1.0}
_BEGINNINGS: Final = {
    "place_of_birth": "{} was born in",
    "place_of_death": "{} died in",
    "headquarters": "{} is based in",
}
"""What the simulator's plainest sentence about an attribute says before the answer."""
_OWN_ANSWERS: Final = 2_000
Distribution = Callable[[str, str], Mapping[str, float]]
"""A model's probability of every answer, by entity and attribute."""


@dataclass(frozen=True, slots=True)
class ModelOutcome:
    """The inequality for one model.

    Parameters
    ----------
    form : str
        questions or text: what it was trained on.
    order : int
        2 for bigrams, 5 at most.
    terms : IsItValid
        Every term.
    """

    form: str
    order: int
    terms: IsItValid


def model_outcomes() -> list[ModelOutcome]:
    """Train n-gram models of every order on both forms of a small world each, and measure every term."""
    return [*_on_questions(), *_on_text()]


def trigram_errors() -> dict[int, float]:
    """Return the error of n-gram models on the two prompts of Corollary 2, by order; at least 1/2 for order 3."""
    pairs = (("She", "her"), ("He", "his"))
    sentences = [f"{s} lost it and was completely out of {p} mind .".split() for s, p in pairs]
    ends = [s[-3:] for s in sentences]
    errors = {}
    for order in ORDERS:
        model = NGramModel(order, sentences)
        errors[order] = float(np.mean([model.chosen(s[:-3], ends)[1 - i] for i, s in enumerate(sentences)]))
    return errors


def _on_questions() -> list[ModelOutcome]:
    catalogue = load_catalogue()
    domain = {"name": "a", "statements": 6_000, "entities": 2_000, "attributes": _ASKED, "abstention_rate": 0.05}
    with tempfile.TemporaryDirectory() as folder:
        result = simulate(WorldSpec.from_data({"domains": [domain]}), Path(folder))
        chosen, rows = _facts(result.truth)

    def asked(entity: str, attribute: str) -> list[str]:
        return catalogue.attributes[attribute].question.format(entity=entity).split()

    # An answer is one token: models of any order can give it, and only long ones see whom it is about.
    lines = [[*asked(r["entity"], r["attribute"]), r["value"] or DONT_KNOW] for r in rows]
    models = {order: NGramModel(order, lines) for order in ORDERS}
    return [
        _outcome("questions", order, chosen, rows, lambda e, a, m=model: m.next_word(asked(e, a)))  # type: ignore[misc]  # a default
        for order, model in models.items()
    ]


def _on_text() -> list[ModelOutcome]:
    domain = {
        "name": "a", "statements": 6_000, "entities": 2_000, "attributes": dict.fromkeys(_BEGINNINGS, 1.0),
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        result = simulate(WorldSpec.from_data({"domains": [domain]}), Path(folder))
        chosen, rows = _facts(result.truth)
        sentences = [words for shard in result.shards for words in _sentences(shard)]
    values: dict[str, list[str]] = {a: sorted({r["value"] for r in rows if r["attribute"] == a}) for a in _BEGINNINGS}
    answers = {a: [_WORDS.findall(v) for v in listed] for a, listed in values.items()}
    outcomes = []
    for order in ORDERS:
        model = NGramModel(order, sentences)

        def believed(entity: str, attribute: str, model: NGramModel = model) -> Mapping[str, float]:
            begun = _WORDS.findall(_BEGINNINGS[attribute].format(entity))
            return dict(zip(values[attribute], model.chosen(begun, answers[attribute], end=False), strict=True))

        outcomes.append(_outcome("text", order, chosen, rows, believed))
    return outcomes


def _facts(truth: Path) -> tuple[ValiditySet, list[dict[str, Any]]]:
    chosen = validity_set(f"{literal(truth)}/facts/*.parquet", load_catalogue())
    return chosen, pq.read_table(truth / "facts").to_pylist()


def _sentences(shard: Path) -> list[list[str]]:
    with gzip.open(shard, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [_WORDS.findall(text[start:end]) for text in texts for start, end in split_sentences(text)]


def _outcome(
    form: str, order: int, chosen: ValiditySet, rows: Sequence[Mapping[str, Any]], believed: Distribution
) -> ModelOutcome:
    scores = [believed(i.entity, i.attribute).get(i.answer, 0.0) for i in chosen.items]
    stated = {(r["entity"], r["attribute"], r["value"] or DONT_KNOW) for r in rows}
    dice = random.Random(order)  # noqa: S311 - a simulation, no secrets
    own, wrong = [], []
    for _ in range(_OWN_ANSWERS):
        row = rows[int(dice.random() * len(rows))]
        answer, chance = _drawn(believed(row["entity"], row["attribute"]), dice.random())
        own.append(chance)
        wrong.append((row["entity"], row["attribute"], answer) not in stated)
    return ModelOutcome(form, order, assess(chosen, scores, own, wrong))


def _drawn(distribution: Mapping[str, float], level: float) -> tuple[str, float]:
    answers = list(distribution)
    cumulative = list(itertools.accumulate(distribution.values()))
    answer = answers[min(bisect(cumulative, level * cumulative[-1]), len(answers) - 1)]
    return answer, min(distribution[answer], 1.0)

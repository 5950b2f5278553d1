"""How often a guesser that sees the entity's name and the domain is right on answers it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.estimators.guessability import upper_limit
from pipeline.estimators.result import Estimate
from pipeline.exceptions import InputError, MissingDependencyError

FOLDS = 5
FEWEST_EXAMPLES = 50
"""With fewer answers a classifier has nothing to learn from."""

MOST_ANSWERS = 100
"""Rarer answers than the 100 commonest, and those given once, are never guessed; they still count as misses."""


def guesser_limit(
    entities: Sequence[str],
    domains: Sequence[str],
    answers: Sequence[str],
    *,
    scored: Sequence[bool] | None = None,
    confidence: float = 0.95,
) -> Estimate:
    """Measure how often a classifier guesses an answer from the entity's name and the domain.

    Each answer is guessed by a complement naive Bayes classifier on letter groups of the name (with word edges)
    and on the domain, trained on the other four fifths of the entities: no entity is ever in both parts.

    Parameters
    ----------
    entities, domains, answers : sequence of str, shape (m,)
        One entry for each prompt of one attribute.
    scored : sequence of bool, shape (m,), optional
        Which guesses count, such as those of singletons; all where left out. The others only train.
    confidence : float
        Probability that the upper limit is not below the guesser's chance on an unseen prompt.

    Returns
    -------
    Estimate
        Share of right guesses, 0 to 1; `high` is the one-sided limit that the report takes.

    Raises
    ------
    InputError
        If the sequences differ in length or hold fewer than 50 entries or 5 entities.
    MissingDependencyError
        If scikit-learn is not installed.

    Notes
    -----
    Another guesser may do better: the limit is of this one. Training on four fifths understates it slightly.
    """
    name, value = np.asarray(entities, dtype=object), np.asarray(answers, dtype=object)
    place = np.asarray(domains, dtype=object)
    counted = np.ones(name.size, dtype=bool) if scored is None else np.asarray(scored, dtype=bool)
    _check(name, place, value, counted)
    features = _features(name, place)
    labels = _labels(value)
    _, person = np.unique(name.astype(str), return_inverse=True)
    right = np.zeros(name.size, dtype=bool)
    for train, test in _sklearn("model_selection").GroupKFold(FOLDS).split(features, labels, person):
        right[test] = _guesses(features, labels, train, test) == value[test].astype(str)
    hits, trials = int(right[counted].sum()), int(counted.sum())
    high = float(upper_limit(hits, trials, confidence))
    return Estimate(hits / trials, 0.0, high, confidence, "guesser by name and domain, 5 folds by entity")


def _check(*columns: npt.NDArray[Any]) -> None:
    sizes = {c.size for c in columns}
    if len(sizes) > 1:
        raise InputError(f"guesser: entities, domains and answers differ in length: {sorted(sizes)}")
    entities = np.unique(columns[0].astype(str)).size
    if min(sizes) < FEWEST_EXAMPLES or entities < FOLDS or not columns[-1].any():
        raise InputError(
            f"guesser: {min(sizes)} answers about {entities} entities; it needs {FEWEST_EXAMPLES} and {FOLDS}, "
            "and at least one that is scored"
        )


def _sklearn(module: str) -> Any:
    try:
        return import_module(f"sklearn.{module}")
    except ImportError as error:
        raise MissingDependencyError(
            "guessing answers from names needs scikit-learn: pip install scikit-learn"
        ) from error


def _features(name: npt.NDArray[Any], place: npt.NDArray[Any]) -> Any:
    text = _sklearn("feature_extraction.text")
    # Groups of four guess no better, and take half as long again.
    letters = text.HashingVectorizer(analyzer="char_wb", ngram_range=(2, 3), n_features=2**16, alternate_sign=False)
    where = _sklearn("preprocessing").OneHotEncoder(handle_unknown="ignore")
    parts = [letters.transform(name), where.fit_transform(place.reshape(-1, 1))]
    both = import_module("scipy.sparse").hstack(parts).tocsr()
    # What only one prompt shows tells nothing about another; the classifier's tables are dense, so columns cost.
    shown = np.bincount(both.indices, minlength=both.shape[1])
    return both[:, shown > 1]


def _labels(value: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Answers as text; those that are never guessed share one label that no answer has."""
    known, code, counts = np.unique(value.astype(str), return_inverse=True, return_counts=True)
    common = np.zeros(known.size, dtype=bool)
    common[np.argsort(-counts, kind="stable")[:MOST_ANSWERS]] = True
    # An answer given once is in no training part when it is asked for: to guess it is to be wrong.
    common &= counts > 1
    return np.where(common[code], value.astype(str), "\x1frare")


def _guesses(
    features: Any, labels: npt.NDArray[Any], train: npt.NDArray[Any], test: npt.NDArray[Any]
) -> npt.NDArray[Any]:
    usable = train[labels[train] != "\x1frare"]
    kinds = np.unique(labels[usable])
    if kinds.size < 2:
        return np.full(test.size, kinds[0] if kinds.size else "\x1frare")
    # As good as a support vector machine on names, at a fraction of its time, and without random numbers.
    model = _sklearn("naive_bayes").ComplementNB(alpha=0.3)
    return np.asarray(model.fit(features[usable], labels[usable]).predict(features[test]))

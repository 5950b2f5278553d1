"""Is it valid? A model's generative error held to its error as a classifier of right and wrong answers.

Kalai et al. (2025), arXiv 2509.04664, Theorem 1: err ≥ 2 err_iiv − max|V_c| / min|E_c| − δ, where the classifier
accepts an answer r to a prompt c when the model's probability p̂(r | c) is above 1 / min|E_c|.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from pipeline.exceptions import InputError
from pipeline.identity import content_hash
from schemas.catalogue import Catalogue

DONT_KNOW = "I don't know"
"""The answer of a prompt whose training statement abstains; always valid."""

# Statements are taken in the order of a hash, so that the set is the same for every engine and split.
_OBSERVATIONS = """
SELECT DISTINCT doc_id, prompt_id, entity, attribute, value, value_key, abstained
FROM read_parquet($facts)
"""


@dataclass(frozen=True, slots=True)
class ValidityItem:
    """A prompt with one answer that is right or wrong.

    Parameters
    ----------
    item_id : int
        Hash of the prompt, the answer and its place in the set.
    entity, attribute, question, answer : str
        The prompt in parts, as a question, and the answer.
    valid : bool
        Whether the training data states the answer (or abstains, for "I don't know").
    """

    item_id: int
    entity: str
    attribute: str
    question: str
    answer: str
    valid: bool


@dataclass(frozen=True, slots=True)
class ValiditySet:
    """A balanced set: as many valid as wrong items.

    Parameters
    ----------
    items : tuple of ValidityItem
        Valid statement and wrong answer in turn.
    most_valid : int
        max|V_c|: the most different answers that the data gives to a prompt, abstention among them.
    fewest_wrong : int
        min|E_c|: the fewest other values of an attribute that occurs in the set.
    """

    items: tuple[ValidityItem, ...]
    most_valid: int
    fewest_wrong: int

    @property
    def threshold(self) -> float:
        """1 / min|E_c|, above which the classifier accepts."""
        return 1.0 / self.fewest_wrong


@dataclass(frozen=True, slots=True)
class IsItValid:
    """The inequality of Theorem 1 with every term.

    Parameters
    ----------
    error : float
        err, share of the model's own answers that are wrong.
    is_it_valid_error : float
        err_iiv, share of the balanced set that the classifier gets wrong.
    calibration_error : float
        δ, |share of the model's own answers above the threshold − share of valid items above it|.
    most_valid, fewest_wrong : int
        max|V_c| and min|E_c|.
    standard_error : float
        Standard error of `error` − `bound` from sampling, of items and of answers; 0 with exact terms.
    """

    error: float
    is_it_valid_error: float
    calibration_error: float
    most_valid: int
    fewest_wrong: int
    standard_error: float

    @property
    def bound(self) -> float:
        """Right-hand side; below 0 it says nothing."""
        return 2.0 * self.is_it_valid_error - self.most_valid / self.fewest_wrong - self.calibration_error

    def holds(self, z: float = 3.0) -> bool:
        """Whether err is not below the bound by more than z standard errors."""
        return self.error >= self.bound - z * self.standard_error - 1e-12

    def __str__(self) -> str:
        terms = f"2·{self.is_it_valid_error:.4f} − {self.most_valid}/{self.fewest_wrong} − {self.calibration_error:.4f}"
        return f"err {self.error:.4f} ≥ {terms} = {self.bound:.4f}: {'holds' if self.holds() else 'FAILS'}"


def validity_set(facts: str | Path, catalogue: Catalogue, *, size: int = 2_000, seed: int = 0) -> ValiditySet:
    """Draw a balanced validity set from a facts table.

    One half are observations of the table (a prompt once a document), drawn as they occur; the other half are the
    prompts of a second draw, each with a value drawn evenly from its attribute's other values.

    Parameters
    ----------
    facts : str or Path
        Parquet file, or a glob of them, in the columns of `schemas.FACTS`.
    catalogue : Catalogue
        Gives the questions.
    size : int
        Items of the set; at most twice the observations, and even.
    seed : int
        Another seed draws another set.

    Raises
    ------
    InputError
        If no attribute of the table has two values, so that nothing can be wrong.
    """
    rows = _observations(str(facts))
    values, stated = _values(rows)
    rows = [r for r in rows if r["attribute"] in catalogue.attributes and _wrong_answers(values, stated, r)]
    if not rows:
        raise InputError(f"{facts}: no attribute has two values; a validity set needs wrong answers")
    half = min(size // 2, len(rows))
    items: list[ValidityItem] = []
    for right, prompt in zip(_first(rows, half, seed), _first(rows, half, seed + 1), strict=True):
        items.append(
            _item(right, catalogue, DONT_KNOW if right["abstained"] else right["value"], len(items), valid=True)
        )
        others = _others(values, stated, prompt)
        pick = content_hash(str(seed), "wrong", str(prompt["prompt_id"]), str(len(items))) % len(others)
        items.append(_item(prompt, catalogue, others[pick], len(items), valid=False))
    used = {i.attribute for i in items}
    return ValiditySet(
        tuple(items),
        most_valid=max(len(stated[r["prompt_id"]]) for r in rows if r["attribute"] in used),
        fewest_wrong=min(_wrong_answers(values, stated, r) for r in rows if r["attribute"] in used),
    )


def assess(
    chosen: ValiditySet, scores: Sequence[float], own_scores: Sequence[float], own_wrong: Sequence[bool]
) -> IsItValid:
    """Compute every term of the inequality from a model's probabilities.

    Parameters
    ----------
    chosen : ValiditySet
        The set.
    scores : sequence of float
        p̂(answer | question) of every item, "I don't know" among the answers.
    own_scores : sequence of float
        p̂ of the model's own answers, drawn from it, to prompts drawn as the training prompts were.
    own_wrong : sequence of bool
        Whether each of them is wrong; "I don't know" never is.

    Raises
    ------
    InputError
        If the numbers of scores do not fit, or one is no probability.
    """
    p, own, wrong = np.asarray(scores, float), np.asarray(own_scores, float), np.asarray(own_wrong, bool)
    if len(p) != len(chosen.items) or len(own) != len(wrong) or not len(own):
        raise InputError(
            f"{len(p)} scores for {len(chosen.items)} items, and {len(own)} own scores for {len(wrong)} own answers"
        )
    if not bool(np.all((p >= 0) & (p <= 1)) and np.all((own >= 0) & (own <= 1))):
        raise InputError("a score is no probability: give numbers from 0 to 1, not logarithms")
    valid = np.array([i.valid for i in chosen.items])
    accepted, own_above = p > chosen.threshold, own > chosen.threshold
    mistaken = accepted != valid
    delta = abs(float(own_above.mean()) - float(accepted[valid].mean()))
    spread = _variance(wrong) + 4.0 * _variance(mistaken) + _variance(own_above) + _variance(accepted[valid])
    return IsItValid(
        float(wrong.mean()), float(mistaken.mean()), delta, chosen.most_valid, chosen.fewest_wrong, float(spread**0.5)
    )


def _variance(outcomes: Any) -> float:
    share = float(np.mean(outcomes))
    return share * (1.0 - share) / max(len(outcomes), 1)


def _observations(facts: str) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        result = connection.execute(_OBSERVATIONS, {"facts": facts})
        columns = [c[0] for c in result.description or []]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def _values(rows: Sequence[Mapping[str, Any]]) -> tuple[dict[str, dict[str, str]], dict[int, set[str]]]:
    """Return display forms by key for every attribute, and the keys stated for every prompt ('' for abstention)."""
    values: dict[str, dict[str, str]] = {}
    stated: dict[int, set[str]] = {}
    for row in rows:
        key = row["value_key"] or ""
        stated.setdefault(row["prompt_id"], set()).add(key)
        if key:
            known = values.setdefault(row["attribute"], {})
            known[key] = min(known.get(key, row["value"]), row["value"])
    ordered = {a: dict(sorted(v.items())) for a, v in values.items()}
    return ordered, stated


def _wrong_answers(
    values: Mapping[str, Mapping[str, str]], stated: Mapping[int, set[str]], row: Mapping[str, Any]
) -> int:
    return len(values.get(row["attribute"], {})) - len(stated[row["prompt_id"]] - {""})


def _others(
    values: Mapping[str, Mapping[str, str]], stated: Mapping[int, set[str]], row: Mapping[str, Any]
) -> list[str]:
    known = stated[row["prompt_id"]]
    return [shown for key, shown in values.get(row["attribute"], {}).items() if key not in known]


def _first(rows: Sequence[dict[str, Any]], size: int, seed: int) -> list[dict[str, Any]]:
    def order(row: Mapping[str, Any]) -> int:
        return content_hash(str(seed), row["doc_id"], str(row["prompt_id"]), row["value_key"] or "")

    return sorted(rows, key=order)[:size]


def _item(row: Mapping[str, Any], catalogue: Catalogue, answer: str, place: int, *, valid: bool) -> ValidityItem:
    question = catalogue.attributes[row["attribute"]].question.format(entity=row["entity"])
    item_id = content_hash(str(row["prompt_id"]), answer, str(place))
    return ValidityItem(item_id, row["entity"], row["attribute"], question, answer, valid)

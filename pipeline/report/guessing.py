"""How often the answers of a run can be guessed from the entity's name and the domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from pipeline.estimators.guesser import FEWEST_EXAMPLES, guesser_limit
from pipeline.estimators.report_answers import AttributePrior

PROMPTS_PER_ATTRIBUTE = 4_000
"""Enough for a limit within two points of the rate, few enough for seconds."""

SINGLETON_PROMPTS = f"""
    SELECT attribute, entity, domain, top_value
    FROM (
        SELECT
            attribute, entity, domain, top_value,
            ROW_NUMBER() OVER (PARTITION BY attribute ORDER BY prompt_id) AS place
        FROM (
            SELECT *, SUM(documents) OVER (PARTITION BY prompt_id) AS documents_total FROM prompt_counts
        ) AS totals
        WHERE documents = 1 AND documents_total = 1
    ) AS singletons
    WHERE place <= {PROMPTS_PER_ATTRIBUTE}
    ORDER BY attribute, entity, domain, top_value
"""
"""Singletons with their answer. Prompt ids are hashes, so the first by id are a random sample, the same everywhere."""


def guesser_limits(prompts: Any, priors: Mapping[str, AttributePrior], confidence: float) -> dict[str, float]:
    """Measure, attribute by attribute, how often a guesser is right on singletons.

    Parameters
    ----------
    prompts : pyarrow.Table
        Rows of `SINGLETON_PROMPTS`.
    priors : mapping of str to AttributePrior
        Attributes whose answers are uniform cannot be guessed and are left out.
    confidence : float
        Of the upper limits.

    Returns
    -------
    dict of str to float
        Upper limits, for the attributes with enough singletons.
    """
    grouped: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in prompts.to_pylist():
        prior = priors.get(row["attribute"])
        if prior is None or not prior.uniform:
            grouped[row["attribute"]].append((row["entity"], row["domain"], row["top_value"]))
    limits = {}
    for attribute, rows in sorted(grouped.items()):
        entities, domains, answers = zip(*rows, strict=True)
        if len(rows) >= FEWEST_EXAMPLES and len(set(entities)) > len(rows) // 10:
            limits[attribute] = float(guesser_limit(entities, domains, answers, confidence=confidence).high)
    return limits

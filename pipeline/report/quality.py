"""Precision and recall of extraction as measured on gold texts, for the correction of reports without an audit.

Precision is measured by rule, so that a row of the report is judged by the rules that made its facts. Recall is
measured by attribute: a statement that was missed belongs to no rule. Both come from
``benchmarks/extraction_quality.py``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import ceil, floor
from typing import Any

import numpy as np
import pyarrow as pa
from scipy import stats

from pipeline.engines.protocol import SqlSession
from pipeline.estimators.noise import NoiseModel, Share
from pipeline.estimators.result import Floats
from pipeline.report_keys import aligned
from schemas.catalogue import Attribute, load_catalogue
from schemas.precision_sums import PRECISION_SUMS
from schemas.rule_quality import RULE_QUALITY

SOURCE = (
    "precision by rule and recall by attribute, measured on gold texts of other corpora "
    "(give --audit to correct by your own)"
)

MEASURED_PROFILE = "fast"
"""The profile that was measured."""

MILLION = 1_000_000
"""Shares are summed as whole millionths, so that no order of summation changes a digit."""

_RULES = "SELECT DISTINCT attribute, rule FROM facts WHERE NOT abstained"
_SUMS = """
WITH judged AS (
    SELECT f.doc_id, f.domain, f.attribute, f.prompt_id, q.least_right, q.most_right
    FROM facts AS f
    INNER JOIN rule_quality AS q ON f.attribute = q.attribute AND f.rule = q.rule
    WHERE NOT f.abstained
),
observed AS (
    SELECT 'mention' AS unit, domain, attribute, least_right, most_right FROM judged
    UNION ALL
    SELECT 'document' AS unit, domain, attribute, MIN(least_right) AS least_right, MAX(most_right) AS most_right
    FROM judged
    GROUP BY doc_id, domain, attribute, prompt_id
    UNION ALL
    SELECT
        'cluster' AS unit, c.cluster_domain AS domain, j.attribute, MIN(j.least_right) AS least_right,
        MAX(j.most_right) AS most_right
    FROM judged AS j
    INNER JOIN (
        SELECT doc_id, cluster_id, MIN(domain) OVER (PARTITION BY cluster_id) AS cluster_domain
        FROM duplicates
    ) AS c ON j.doc_id = c.doc_id
    GROUP BY c.cluster_id, c.cluster_domain, j.attribute, j.prompt_id
)
SELECT
    unit, domain, attribute,
    COUNT(*) AS observations, SUM(least_right) AS least_right, SUM(most_right) AS most_right
FROM observed
GROUP BY unit, domain, attribute
"""

_ROWS = """
WITH means AS (
    SELECT
        unit, COALESCE(domain, '*') AS domain, attribute,
        SUM(least_right) / CAST(SUM(observations) AS DOUBLE) AS least_right,
        SUM(most_right) / CAST(SUM(observations) AS DOUBLE) AS most_right
    FROM precision_sums
    GROUP BY GROUPING SETS ((unit, domain, attribute), (unit, attribute))
)
SELECT c.unit, c.domain, c.attribute, m.least_right, m.most_right
FROM report_counts AS c
LEFT JOIN means AS m ON c.unit = m.unit AND c.domain = m.domain AND c.attribute = m.attribute
"""
"""The mean over a row's observations: a share of right ones lies between the means of the rules' ends."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Gold counts of one rule or attribute: `part` of `whole` were right, or were found."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """What gold texts say of every rule, each rule's chance of being right drawn from a beta law of its attribute.

    Parameters
    ----------
    rules : dict of (str, str) to Counted
        Right ones among the statements of an attribute and rule.
    strength : float
        Statements that the attribute's share is worth beside the rule's own, and all attributes' share beside the
        attribute's; the value under which held-out texts are least surprising.
    """

    rules: dict[tuple[str, str], Counted]
    strength: float

    def mean(self, attribute: str) -> float:
        """Share of right statements of an attribute, drawn towards that of all attributes."""
        everything = sum(self.rules.values(), Counted())
        own = sum((c for (a, _), c in self.rules.items() if a == attribute), Counted())
        # One right and one wrong statement are added, so that no share is certain.
        overall = (everything.part + 1) / (everything.whole + 2)
        return (own.part + self.strength * overall) / (own.whole + self.strength)

    def interval(self, attribute: str, rule: str, confidence: float) -> tuple[float, float]:
        """Ends of a rule's share of right statements: equal tails of its beta posterior.

        Parameters
        ----------
        attribute, rule : str
            One that no gold text shows has its attribute's law alone.
        confidence : float
            Confidence of the interval.
        """
        counted, mean = self.rules.get((attribute, rule), Counted()), self.mean(attribute)
        right = self.strength * mean + counted.part
        wrong = self.strength * (1 - mean) + counted.whole - counted.part
        low, high = stats.beta.ppf([(1 - confidence) / 2, (1 + confidence) / 2], right, wrong)
        return float(low), float(high)


def _table(name: str) -> list[dict[str, str]]:
    text = files("pipeline.report").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


@lru_cache(maxsize=1)
def rule_precision() -> RulePrecision:
    """Return what ships with the program."""
    rows = _table("rule_precision.tsv")
    rules = {(r["attribute"], r["rule"]): Counted(int(r["right"]), int(r["statements"])) for r in rows}
    return RulePrecision(rules, float(_table("precision_prior.tsv")[0]["strength"]))


def unchanged(attributes: Mapping[str, Attribute]) -> list[str]:
    """Return the attributes that are defined as they ship."""
    shipped = load_catalogue().attributes
    return [name for name, attribute in attributes.items() if shipped.get(name) == attribute]


def measured_recall(attributes: Mapping[str, Attribute], confidence: float) -> dict[str, NoiseModel]:
    """Return the noise models of attributes, of recall alone.

    An attribute that is not as it ships was never measured: it has no model, and its rows no corrected floors.

    Other texts may word their facts more plainly than the gold does, up to where nothing is missed: the measured
    recall bounds the correction from below only.

    Parameters
    ----------
    attributes : mapping of str to Attribute
        The catalogue; an attribute with too few gold facts has the recall of all.
    confidence : float
        Confidence of the lower end.

    Returns
    -------
    dict of str to NoiseModel
        By attribute.
    """
    counted = {r["attribute"]: Counted(int(r["found"]), int(r["gold"])) for r in _table("attribute_recall.tsv")}
    models = {}
    for attribute in unchanged(attributes):
        own = counted.get(attribute, counted["*"])
        recall = Share.counted(own.part, own.whole, confidence)
        models[attribute] = NoiseModel(recall=Share(recall.point, recall.low, 1.0), source=SOURCE)
    return models


def write_rule_quality(session: SqlSession, confidence: float) -> None:
    """Write the table `rule_quality` for the rules that fired in a run."""
    fired = sorted((r["attribute"], r["rule"]) for r in session.fetch(_RULES).to_pylist())
    ends = [rule_precision().interval(attribute, rule, confidence) for attribute, rule in fired]
    rows = [
        {"attribute": a, "rule": r, "least_right": floor(low * MILLION), "most_right": ceil(high * MILLION)}
        for (a, r), (low, high) in zip(fired, ends, strict=True)
    ]
    session.write_rows(RULE_QUALITY, pa.Table.from_pylist(rows, schema=RULE_QUALITY.arrow_schema))


def write_precision_sums(session: SqlSession, confidence: float) -> None:
    """Write the tables `rule_quality` and `precision_sums` from facts and duplicates."""
    write_rule_quality(session, confidence)
    session.write(PRECISION_SUMS, _SUMS)


def precision_of_rows(session: SqlSession, counts: Any, confidence: float) -> tuple[Floats, Floats]:
    """Return the ends of the share of right statements behind each row of the report.

    Parameters
    ----------
    session : SqlSession
        Knows precision_sums and report_counts.
    counts : pyarrow.Table
        Rows of `schemas.REPORT_COUNTS`.
    confidence : float
        Confidence of each rule's interval.

    Returns
    -------
    tuple of two ndarray of float64, shape (rows,)
        Rows that no rule answers (abstentions alone, attribute '*') have the share of a rule that no gold text shows.
    """
    rows = session.fetch(_ROWS)
    attributes = counts.column("attribute").to_pylist()
    unseen = {a: rule_precision().interval(a, "", confidence) for a in set(attributes)}
    least, most = (aligned(counts, rows, name) / MILLION for name in ("least_right", "most_right"))
    return (
        np.where(np.isnan(least), [unseen[a][0] for a in attributes], least),
        np.where(np.isnan(most), [unseen[a][1] for a in attributes], most),
    )

"""The measured quality that corrects a report without an audit: by rule, by attribute, and for the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from pipeline.counting import count, finalize
from pipeline.engines.duckdb import DuckDBSession
from pipeline.report.quality import (
    SOURCE,
    Counted,
    RulePrecision,
    measured_recall,
    precision_of_rows,
    rule_precision,
    write_precision_sums,
)
from schemas.catalogue import load_catalogue
from tests.facts_factory import document, stage, statement

LAW = RulePrecision({("born", "born/was"): Counted(95, 100), ("born", "born/maybe"): Counted(2, 10)}, strength=8.0)


def test_an_attribute_is_drawn_towards_all_and_a_rule_towards_its_attribute() -> None:
    assert LAW.mean("born") == pytest.approx((97 + 8 * 98 / 112) / 118)
    assert LAW.mean("unheard") == pytest.approx(98 / 112)


def test_a_rules_interval_is_that_of_its_beta_posterior() -> None:
    prior = 8 * LAW.mean("born")
    expected = stats.beta(prior + 2, 8 - prior + 8).interval(0.9)
    assert LAW.interval("born", "born/maybe", 0.9) == pytest.approx(expected)


def test_a_rule_that_no_gold_shows_is_less_certain_than_one_that_it_shows_often() -> None:
    (low, high), (seen_low, seen_high) = (LAW.interval("born", r, 0.95) for r in ("born/new", "born/was"))
    assert low < seen_low
    assert high - low > 2 * (seen_high - seen_low)


def test_recall_measured_on_other_texts_bounds_the_correction_from_below_only() -> None:
    models = measured_recall(load_catalogue().attributes, 0.95)
    assert set(models) == set(load_catalogue().attributes)
    assert "spouse" in models
    assert all(m.recall.high == 1.0 and 0 <= m.recall.low < 1 and m.source == SOURCE for m in models.values())


def test_an_attribute_that_a_user_changed_has_no_measured_quality() -> None:
    shipped = dict(load_catalogue().attributes)
    changed = {
        **shipped,
        "spouse": shipped["spouse"].model_copy(update={"triggers": ("wed",)}),
        "pet": shipped["spouse"],
    }
    assert set(shipped) - set(measured_recall(changed, 0.95)) == {"spouse"}
    assert "pet" not in measured_recall(changed, 0.95)


def test_a_document_counts_once_however_often_it_says_a_thing(tmp_path: Path) -> None:
    known = max(
        (r for a, r in rule_precision().rules if a == "spouse"), key=lambda r: rule_precision().rules["spouse", r].whole
    )
    facts = [statement("d0", "person 0", "spouse", "a", start=20 * k, rule="spouse/new") for k in range(9)]
    facts.append(statement("d1", "person 1", "spouse", "b", position=1, rule=known))
    run = stage(tmp_path / "run", facts, [document("d0"), document("d1", position=1)], {"d0": 0, "d1": 1})
    session = DuckDBSession(run, threads=1)
    finalize(session)
    count(session)
    counts = session.fetch("SELECT * FROM report_counts WHERE attribute = 'spouse' AND domain = '*'")
    write_precision_sums(session, 0.95)
    low, _ = precision_of_rows(session, counts, 0.95)
    session.close()
    new, old = (rule_precision().interval("spouse", rule, 0.95)[0] for rule in ("spouse/new", known))
    units = dict(zip(counts["unit"].to_pylist(), low, strict=True))
    assert units["mention"] == pytest.approx((9 * new + old) / 10, abs=2e-6)
    assert units["document"] == units["cluster"] == pytest.approx((new + old) / 2, abs=2e-6)


def test_shipped_counts_name_rules_of_the_catalogue() -> None:
    rules = rule_precision().rules
    assert sum(c.whole for c in rules.values()) > 1000
    assert all(0 <= c.part <= c.whole for c in rules.values())
    assert {a for a, _ in rules} <= set(load_catalogue().attributes)


def test_a_row_has_the_mean_of_its_rules_weighted_by_their_statements(tmp_path: Path) -> None:
    spouse = {rule: c for (a, rule), c in rule_precision().rules.items() if a == "spouse"}
    names = {"one": max(spouse, key=lambda rule: spouse[rule].whole), "two": "spouse/that_no_gold_shows"}
    facts = [
        statement(f"d{i}", f"person {i}", "spouse", "a", domain="xy"[i % 2], position=i, rule=names[rule])
        for i, rule in enumerate(["one", "one", "one", "two"])
    ]
    run = stage(tmp_path / "run", facts, [document(f"d{i}", domain="xy"[i % 2], position=i) for i in range(4)], None)
    session = DuckDBSession(run, threads=1)
    finalize(session)
    count(session)
    counts = session.fetch("SELECT * FROM report_counts")
    write_precision_sums(session, 0.95)
    low, high = precision_of_rows(session, counts, 0.95)
    session.close()
    ends = {rule: rule_precision().interval("spouse", name, 0.95) for rule, name in names.items()}
    assert ends["one"][0] > ends["two"][0] + 0.01
    for domain, shares in {"x": {"one": 1.0}, "y": {"one": 0.5, "two": 0.5}, "*": {"one": 0.75, "two": 0.25}}.items():
        expected = [sum(share * ends[rule][end] for rule, share in shares.items()) for end in (0, 1)]
        at = [
            i
            for i, (d, a) in enumerate(zip(counts["domain"].to_pylist(), counts["attribute"].to_pylist(), strict=True))
            if d == domain and a == "spouse"
        ]
        assert at
        assert np.allclose(low[at], expected[0], atol=2e-6)
        assert np.allclose(high[at], expected[1], atol=2e-6)

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from pipeline.extraction.document import Document
from pipeline.extraction.gate import Gate
from pipeline.extraction.mentions import Encoded
from pipeline.extraction.person_checks import speaks_of_people
from pipeline.extraction.readings import readings
from pipeline.extraction.rules import Line, RuleSet
from schemas.catalogue import load_catalogue

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "news-00000.jsonl"
Spans = list[tuple[str, tuple[int, int], tuple[int, int], bytes]]


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return RuleSet(load_catalogue([]))


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    gate = Gate(load_catalogue([]))
    found: list[Line] = []
    with SAMPLE.open(encoding="utf-8") as records:
        for record in map(json.loads, records):
            document = Document(record["text"], record.get("title"))
            for number, attributes in gate.sentences(document).items():
                found += (Line(frozenset(attributes), r.code) for r in read(document.encoded(number)))
    return found[:1500]


def read(encoded: Encoded) -> list[Encoded]:
    return list(readings(encoded))


def one_by_one(rules: RuleSet, line: Line) -> Spans:
    """Try every pattern on one sentence, whatever it needs."""
    return [
        (rule.name, m.span(), m.span(rule.groups["v"]) if "v" in rule.groups else (-1, -1), m.group(0))
        for rule, _ in rules._rules
        if rule.attribute.name in line.attributes and (not rule.of_people or speaks_of_people(line.code))
        for m in rule.compiled.finditer(line.code)
    ]


def together(rules: RuleSet, lines: list[Line]) -> list[Spans]:
    return [[(rule.name, m.span(), m.span("v"), m.group()) for rule, m in matched] for matched in rules.matches(lines)]


def test_sentences_matched_together_match_as_each_does_alone(rules: RuleSet, lines: list[Line]) -> None:
    expected = [one_by_one(rules, line) for line in lines]
    assert sum(map(len, expected)) > 500
    assert together(rules, lines) == expected


def test_neighbours_and_their_order_do_not_matter(rules: RuleSet, lines: list[Line]) -> None:
    order = list(range(300))
    random.Random(1).shuffle(order)
    straight, shuffled = together(rules, lines[:300]), together(rules, [lines[k] for k in order])
    assert [straight[k] for k in order] == shuffled


def test_a_match_never_reaches_into_the_next_sentence(rules: RuleSet) -> None:
    attributes = frozenset(["place_of_birth", "date_of_birth"])
    halves = [Line(attributes, b"P was born"), Line(attributes, b"in L on D.")]
    assert together(rules, halves) == [[], []]
    assert together(rules, [Line(attributes, b"P was born in L on D.")])[0] != []


def test_no_sentence_at_all_matches_nothing(rules: RuleSet) -> None:
    assert rules.matches([]) == []

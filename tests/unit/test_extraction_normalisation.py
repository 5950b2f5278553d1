from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.extraction.dates import iso_date
from pipeline.extraction.normalise import entity_display, entity_key, fold, is_lone, value_forms

_DATA = Path(__file__).parents[1] / "data"


def _pairs(name: str) -> list[tuple[str, str, str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        return [tuple(row.values()) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]  # type: ignore[misc]  # str


def _entity_key(kind: str, name: str) -> str:
    return entity_key(entity_display(name), kind)


def _value_key(kind: str, text: str) -> str:
    forms = value_forms(text, kind)
    assert forms is not None, f"{text!r} is no {kind}"
    return forms[1]


def test_there_are_two_hundred_pairs_of_entities_that_merge_and_two_hundred_that_do_not() -> None:
    relations = [relation for relation, *_ in _pairs("entity_pairs.tsv")]
    assert relations.count("same") >= 200
    assert relations.count("different") >= 200


def test_entities_that_are_surely_the_same_have_one_key() -> None:
    wrong = [
        p for p in _pairs("entity_pairs.tsv") if p[0] == "same" and _entity_key(*p[1:3]) != _entity_key(p[1], p[3])
    ]
    assert wrong == []


def test_entities_that_may_differ_have_keys_of_their_own() -> None:
    wrong = [
        p for p in _pairs("entity_pairs.tsv") if p[0] == "different" and _entity_key(*p[1:3]) == _entity_key(p[1], p[3])
    ]
    assert wrong == []


def test_values_that_are_the_same_have_one_key() -> None:
    pairs = [p for p in _pairs("value_pairs.tsv") if p[0] == "same"]
    assert len(pairs) >= 200
    assert [p for p in pairs if _value_key(*p[1:3]) != _value_key(p[1], p[3])] == []


def test_values_that_differ_have_keys_of_their_own() -> None:
    pairs = [p for p in _pairs("value_pairs.tsv") if p[0] == "different"]
    assert len(pairs) >= 200
    assert [p for p in pairs if _value_key(*p[1:3]) == _value_key(p[1], p[3])] == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("7 November 1867", "1867-11-07"),
        ("November 7, 1867", "1867-11-07"),
        ("7th of November, 1867", "1867-11-07"),
        ("Nov. 7, 1867", "1867-11-07"),
        ("Sept 3, 1901", "1901-09-03"),
        ("November 1867", "1867-11"),
        ("1867", "1867"),
        ("1867-11-07", "1867-11-07"),
        ("11/07/1867", "1867-11-07"),
        ("384 BC", "-0383"),
        ("AD 1066", "1066"),
        ("29 February 1900", "1900-02-29"),
    ],
)
def test_a_date_is_as_precise_as_the_text(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize("text", ["31 April 1900", "30 February 2000", "29 February 1901", "3 May", "13/13/1900"])
def test_what_is_no_date_with_a_year_is_no_value(text: str) -> None:
    assert iso_date(text) is None


def test_folding_keeps_letters_apart_that_are_not_accents() -> None:
    assert fold("Søren Łukasz") == "soren lukasz"
    assert fold("Straße") == "strasse"


def test_one_word_is_too_little_to_know_a_person_by() -> None:
    assert is_lone("Mr. Smith")
    assert is_lone("Smith")
    assert not is_lone("Jane Smith")
    assert not is_lone("Queen Victoria")

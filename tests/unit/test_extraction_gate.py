"""What may state a fact is let through: dates and numbers need a digit, trades and offices a noun for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.document import Document
from pipeline.extraction.gate import Gate
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.person_checks import speaks_of_people
from pipeline.extraction.vocabulary import ROLES
from schemas.catalogue import load_catalogue

GATE = Gate(load_catalogue([]))


def _asked(sentence: str) -> set[str]:
    return GATE.sentences(Document(sentence, None)).get(0, set())


def test_a_trigger_opens_its_attribute() -> None:
    assert {"date_of_birth", "place_of_birth"} <= _asked("Jane Doe was born in Leeds in 1901.")


def test_a_sentence_without_a_trigger_is_not_read() -> None:
    assert GATE.sentences(Document("Bright clouds drifted over quiet hills.", None)) == {}


def test_a_trigger_inside_a_longer_word_opens_nothing() -> None:
    assert "date_of_birth" not in _asked("The stubborn airborne dust of 1901 settled.")


def test_a_date_needs_a_digit() -> None:
    asked = _asked("Jane Doe was born in Leeds.")
    assert "place_of_birth" in asked
    assert "date_of_birth" not in asked


@pytest.mark.parametrize(
    "sentence",
    [
        "The date of birth of Jane Doe is unknown.",
        "Jane Doe's date of birth is not known.",
        "Nothing is known about the date of birth of Jane Doe.",
    ],
)
def test_ignorance_of_a_date_needs_none(sentence: str) -> None:
    assert "date_of_birth" in _asked(sentence)


def test_a_sentence_that_only_a_date_could_open_stays_shut_without_a_digit() -> None:
    assert GATE.sentences(Document("It covers some square miles.", None)) == {}


def test_who_speaks_is_asked_for_an_employer_only_by_name() -> None:
    assert "employer" in _asked("Jane Doe of Acme said so.")
    assert "employer" not in _asked("So he said.")


def test_sentences_come_in_order() -> None:
    text = "Jane Doe was born in Leeds. She married Tom Roe. She died in York."
    assert list(GATE.sentences(Document(text, None))) == [0, 1, 2]


@pytest.mark.parametrize("code", ["P is a N novelist.", "P, the ex-vice-president of O", "the painters P and P"])
def test_a_sentence_with_a_noun_for_people_is_tried_by_the_rules_that_want_one(code: str) -> None:
    assert speaks_of_people(code.encode())


def test_a_sentence_without_one_is_not() -> None:
    assert not speaks_of_people(b"O is a river in L.")


@given(st.sampled_from(sorted(ROLES | {o for o in load_lexica().occupations if o.isalpha() and o.isascii()})))
def test_every_role_and_occupation_is_a_noun_for_people(noun: str) -> None:
    assert speaks_of_people(f"P was a {noun} at O".encode())

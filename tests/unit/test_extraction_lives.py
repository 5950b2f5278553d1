"""The first sentence of a life: names, titles and honours, dates and places in parentheses."""

from __future__ import annotations

import pytest

from pipeline.extraction.document import Document
from pipeline.extraction.readings import readings
from tests.unit.test_extraction_rules import facts

STATED = """
Jonas Winkler (11 October 1874, in Leeds – 6 January 1915, in Toronto) was a chemist.
    Jonas Winkler | place_of_birth | Leeds
Jonas Winkler (11 October 1874, in Leeds – 6 January 1915, in Toronto) was a chemist.
    Jonas Winkler | place_of_death | Toronto
Jonas Winkler (Leeds, 1874 - Toronto, 1915) was a chemist.
    Jonas Winkler | place_of_death | Toronto
Jonas Winkler (born 11 October 1974) in Leeds is a chemist.
    Jonas Winkler | place_of_birth | Leeds
Jonas Winkler, Knight of Whitby, 1st Baronet, (11 October 1874–6 January 1915) was an English chemist.
    Jonas Winkler | date_of_birth | 1874-10-11
Jonas Winkler, Knight of Whitby, 1st Baronet, (11 October 1874–6 January 1915) was an English chemist.
    Jonas Winkler | nationality | English
Jonas Winkler, KXZ, GVR (born 11 October 1974) is an English chemist.
    Jonas Winkler | date_of_birth | 1974-10-11
Jonas Winkler, () (11 October 1874 – 6 January 1915) was an English chemist.
    Jonas Winkler | date_of_death | 1915-01-06
Jonas Winkler (, 11 October 1874 – 6 January 1915) was an English chemist.
    Jonas Winkler | date_of_birth | 1874-10-11
Jonas Mark Winkler - Falk (11 October 1874–6 January 1915) was an English chemist.
    Jonas Mark Winkler-Falk | date_of_death | 1915-01-06
Jonas Winkler (1874–1915), best known by his stage name Joe Falk, was an English singer.
    Jonas Winkler | nationality | English
Jonas Winkler is an English engineer (born 11 October 1974) and a judge.
    Jonas Winkler | date_of_birth | 1974-10-11
Jonas Winkler was born in Leeds, October 11, 1874, and died in Toronto, January 6, 1915.
    Jonas Winkler | date_of_birth | 1874-10-11
Jonas Winkler was born in Leeds, October 11, 1874, and died in Toronto, January 6, 1915.
    Jonas Winkler | date_of_death | 1915-01-06
Jonas Winkler, 90, of Whitby, died on Monday, January 6, 2015.
    Jonas Winkler | date_of_death | 2015-01-06
Jonas Winkler, age 90 of Whitby, died at 6:08 AM on Monday, January 6, 2015.
    Jonas Winkler | date_of_death | 2015-01-06
"""
_LINES = STATED.strip().splitlines()


@pytest.mark.parametrize(("text", "fact"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_the_head_of_a_life_states_its_fact(text: str, fact: str) -> None:
    entity, attribute, value = fact.strip().split(" | ")
    assert (entity, attribute, value) in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Winkler, son of the tenor Falk (11 October 1874 – 6 January 1915) was a chemist.",
        "Jonas Winkler and Anna Falk (11 October 1874 – 6 January 1915) was the title.",
    ],
)
def test_the_dates_of_somebody_else_between_are_not_the_subjects(text: str) -> None:
    assert not any(entity == "Jonas Winkler" and attribute == "date_of_birth" for entity, attribute, _ in facts(text))


def test_a_title_that_is_half_of_a_longer_name_is_no_name_of_its_own() -> None:
    document = Document("Ana Dias dos Reis de Melo (1874–1915) sang. She lived here.", "Ana Dias dos Reis")
    assert document.encoded(0).mentions[0].text == "Ana Dias dos Reis de Melo"


def test_a_hyphen_between_names_is_a_dash_where_the_text_was_not_split() -> None:
    names = [m.text for m in Document("They met Jonas Winkler - Leeds was far away.", None).encoded(0).mentions]
    assert "Jonas Winkler" in names


def test_a_name_without_titles_is_a_reading() -> None:
    codes = [r.code for r in readings(Document("Jonas Winkler, Graf Falk, (born 1950) is a chemist.", None).encoded(0))]
    assert b"P (born Y) is a chemist." in codes

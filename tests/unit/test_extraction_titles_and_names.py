"""Titles of documents that are no names, titles of people that are part of a name, and names with small words."""

from __future__ import annotations

import pytest

from pipeline.extraction.mentions import encode
from pipeline.extraction.name_forms import is_name_of
from pipeline.extraction.name_titles import strip_title
from tests.unit.test_extraction_rules import facts

SPOKEN_OF = [
    ("Mary Jones filmography", "Mary Jones is an English actress, born in Leeds.", "Mary Jones"),
    ("Mary Jones bibliography", "The author Mary Jones wrote little. She was born in Leeds.", "Mary Jones"),
    ("Murder of Mary Jones", "Mary Jones was a British student. She was born in Leeds.", "Mary Jones"),
    ("Awards won by Mary Jones", "Mary Jones was a British singer. She was born in Leeds.", "Mary Jones"),
    ("Mary Jones and Carl Adams", "Mary Jones was a British singer. She was born in Leeds.", "Mary Jones"),
    ("Mary Jones's last voyage", "Mary Jones was a British sailor. She was born in Leeds.", "Mary Jones"),
    ("Mary Jones tax affair", "Mary Jones was a British banker. She was born in Leeds.", "Mary Jones"),
    ("Mary Jones - Wikipedia", "Mary Jones was born in Leeds.", "Mary Jones"),
    ("Mary Jones | Biography & Facts | Adams", "Mary Jones was born in Leeds.", "Mary Jones"),
    ("Mary Jones: A Life", "Mary Jones was born in Leeds.", "Mary Jones"),
    ("Who is Mary Jones?", "Mary Jones was born in Leeds.", "Mary Jones"),
    ("Acme names Mary Jones CEO", "Mary Jones was born in Leeds.", "Mary Jones"),
    ("Mary Jones Obituary (1930 - 2011) - Adams, OR - News", "Mary Jones was born in Leeds.", "Mary Jones"),
    ("Obituary: Mary Jones", "Jones, who has died aged 81, was born in Leeds.", "Mary Jones"),
    ("Killing of Mary Jones", "Jones, a singer, was shot. Jones was born in Leeds.", "Mary Jones"),
    ("Earl of Adams", "The Earl of Adams was born in Leeds in 1821.", "Earl of Adams"),
    ("Mary " * 1000, "Mary Jones was born in Leeds.", "Mary Jones"),
    (None, "Peter Adams left the U.S. The singer Mary Jones was born in Leeds.", "Mary Jones"),
    (None, "Mary Jones left Washington, D.C. She was born in Leeds.", "Mary Jones"),
    (None, "Mary Jordan is a judge. Dr. Jordan was born in Leeds.", "Mary Jordan"),
    (None, "Peter Adams, Ph.D., spoke first. Dr. Adams was born in Leeds.", "Peter Adams"),
    (None, "It is said that Lorenzo de' Medici was born in Leeds.", "Lorenzo de' Medici"),
    (None, "It is said that Hans von und zu Adamsberg was born in Leeds.", "Hans von und zu Adamsberg"),
    (None, "It is said that Siti Aminah binti Yusof was born in Leeds.", "Siti Aminah binti Yusof"),
    (None, "It is said that Mary Jones CBE FRSE was born in Leeds.", "Mary Jones"),
    ("Peter Jones III", "Peter Jones was a British banker. He was born in Leeds.", "Peter Jones III"),
    ("Peter Jones the Younger", "Peter Jones was a British banker. He was born in Leeds.", "Peter Jones the Younger"),
    ("Peter Jones of Leeds", "Peter Jones was a British banker. He was born in Leeds.", "Peter Jones of Leeds"),
    ("Peter A. Jones", "Peter Arthur Jones was a British banker. He was born in Leeds.", "Peter A. Jones"),
    ("Queen Mathilda", "Queen Mathilda was born in Leeds. Mathilda died in 1910.", "Queen Mathilda"),
    ("Lady Nova", "Lady Nova (born 3 May 1990) is a British singer. She was born in Leeds.", "Lady Nova"),
    ("Duke Jones", "Duke Jones (born 3 May 1990) is a British singer. He was born in Leeds.", "Duke Jones"),
    ("Dean Jones", "Dean Jones (born 3 May 1990) is a British singer. Jones was born in Leeds.", "Dean Jones"),
    ("Sir Peter Jones", "Sir Peter Jones was a British banker. He was born in Leeds.", "Peter Jones"),
    (None, "Dr. Jones was born in Leeds.", "Jones"),
    (None, "Saint Alba was born in Leeds.", "Saint Alba"),
    (None, "Dean Jones was born in Leeds. Jones died in 1910.", "Dean Jones"),
    (None, "Earl J. Jones was born in Leeds.", "Earl J. Jones"),
    (None, "Dean Mary Jones was born in Leeds.", "Mary Jones"),
    (None, "Owain ap Rhodri was born in Leeds.", "Owain ap Rhodri"),
    (None, "The town is known because Roman Adamski was born in Leeds.", "Roman Adamski"),
    (None, "The Roman Adamius was born in Leeds.", "Adamius"),
    (None, "It is said that German Mary Jones was born in Leeds.", "Mary Jones"),
    ("Roman Adamski", "Roman Petrovich Adamski is chairman of a bank. He was born in Leeds.", "Roman Adamski"),
    (None, "Reverend Mary Anna Jones D.D., LL.D (June 10, 1824 – 1903) was born in Leeds.", "Mary Anna Jones"),
    (None, "It is known that Mary Jones, Ph.D., was born in Leeds.", "Mary Jones"),
    ("Frieda S. Jones", "Frieda S. Jones is a judge. Frieda Segelke Jones was born in Leeds.", "Frieda S. Jones"),
    (None, "It is said that Catherine of Aragon was born in Leeds.", "Catherine of Aragon"),
    (None, "It is said that Peter II of Aragon was born in Leeds.", "Peter II of Aragon"),
    (None, "It is said that Peter the Unready was born in Leeds.", "Peter the Unready"),
    (None, "It is said that Peter Jones the Elder was born in Leeds.", "Peter Jones the Elder"),
    ("Mary Jones", "is a British painter. She was born in Leeds.", "Mary Jones"),
    ("Mary Jones (painter)", "(), was a British painter, born in Leeds.", "Mary Jones"),
    ("Heinz von Adamsberg", "Heinz Ritter und Edler von Adamsberg was born in Leeds.", "Heinz von Adamsberg"),
    (None, "Fatima bint Yusuf was born in Leeds.", "Fatima bint Yusuf"),
]


@pytest.mark.parametrize(("title", "text", "name"), SPOKEN_OF)
def test_a_document_speaks_of_the_person_and_not_of_its_title(title: str | None, text: str, name: str) -> None:
    assert (name, "place_of_birth", "Leeds") in facts(text, title)
    assert {entity for entity, attribute, _ in facts(text, title) if attribute != "nationality"} == {name}


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Mary Jones", "Mary Jones", True),
        ("Mary B. Jones", "Mary Jones", True),
        ("Joan of Leeds", "Joan", True),
        ("Joan of Leeds", "Leeds", True),
        ("Trial of Mary Jones", "Mary Jones", False),
        ("Songs by Mary Jones", "Mary Jones", False),
        ("Mary Jones in Paris", "Mary Jones", False),
        ("Carl and Mary Jones", "Mary Jones", False),
        ("Mary Jones de la Cruz", "Mary Jones", True),
        ("Mary Jones’s trial", "Mary Jones", False),
    ],
)
def test_a_title_is_a_name_or_only_holds_it(title: str, name: str, expected: bool) -> None:
    assert is_name_of(title, name) is expected


@pytest.mark.parametrize(
    ("name", "titles", "rest"),
    [
        ("Dean Jones", "", "Dean Jones"),
        ("Dean R. Jones", "", "Dean R. Jones"),
        ("Dean Mary Jones", "Dean", "Mary Jones"),
        ("Prof. Dr. Mary Jones", "Prof. Dr.", "Mary Jones"),
        ("Earl", "Earl", ""),
    ],
)
def test_a_given_name_is_no_title(name: str, titles: str, rest: str) -> None:
    assert strip_title(name) == (titles, rest)


def test_the_side_that_a_match_is_played_against_is_no_employer() -> None:
    assert facts("Mary Jones played against Leeds United in 1998.") == set()
    assert ("Mary Jones", "employer", "Leeds United") in facts("Mary Jones played for Leeds United in 1998.")


def test_a_match_inside_a_longer_one_that_does_not_hold_is_found() -> None:
    text = "Mary Jones is a British motor racing engineer and former chief engineer of the Adams Racing team."
    assert ("Mary Jones", "employer", "Adams Racing") in facts(text)


def test_an_opening_phrase_needs_no_comma() -> None:
    text = "Mary Jones was born in 1801. From 1817 to 1833 she lived in Leeds, then moved to York."
    assert {("Mary Jones", "residence", "Leeds"), ("Mary Jones", "residence", "York")} <= facts(text)


def test_a_first_sentence_without_a_subject_speaks_of_the_title() -> None:
    assert ("Colourful Days", "director", "Mary Jones") in facts(
        "is a 2018 Japanese drama film directed by Mary Jones.", "Colourful Days (film)"
    )
    assert facts("is a great place to eat, founded in 1990 by Mary Jones.", "Best pizza: order now!") == set()


def test_one_of_many_is_of_their_kind() -> None:
    text = "Adams Data – Leeds is one of twelve research laboratories in England. It was established in June 2010."
    assert ("Adams Data – Leeds", "founded_date", "2010-06") in facts(text, "Adams Data – Leeds")


def test_a_firm_of_one_word_heads_a_text() -> None:
    text = "Kestrelix is a non-profit organization. Since its founding in 1993 the organization has raised much money."
    assert ("Kestrelix", "founded_date", "1993") in facts(text)


def test_small_words_of_other_languages_join_names() -> None:
    text = "Mary Jones founded the Casa degli Artisti and taught at the Institut für Adamsologie."
    assert ("Casa degli Artisti", "founder", "Mary Jones") in facts(text)


def test_its_speaks_of_the_firm_right_before_it() -> None:
    text = "The year was tough for the Adams Cleanup and its founder, inventor, and CEO Mary Jones."
    assert ("Adams Cleanup", "ceo", "Mary Jones") in facts(text)


def test_a_pronoun_right_after_the_opening_tells_the_gender() -> None:
    text = "Sky Jones (born 23 July 1966) is a British singer. He began early, and has won two Golden Rose Awards."
    assert ("Sky Jones", "award_received", "Golden Rose Awards") in facts(text, "Sky Jones")


def test_who_is_of_a_town_lives_there() -> None:
    text = "He leaves his wife Anna of Lebanon, Ohio, and his aunt Anna of Lebanon."
    assert [m.text for m in encode(text, 0, len(text)).mentions if m.letter in "PU"] == ["Anna", "Anna of Lebanon"]


@pytest.mark.parametrize(
    "place",
    [
        "Washington, D.C.",
        "King's Lynn",
        "St. John's, Newfoundland",
        "Washington, DC",
        "Bosnia and Herzegovina",
        "Newfoundland and Labrador",
        "Victoria, British Columbia",
        "Kent, United Kingdom",
        "Newcastle upon Tyne",
        "Frankfurt am Main",
        "Sault Ste. Marie, Ontario",
    ],
)
def test_the_name_of_a_place_is_whole(place: str) -> None:
    assert ("Mary Jones", "place_of_birth", place) in facts(f"Mary Jones was born in {place}, in 1990.")


def test_two_places_in_a_list_are_two() -> None:
    found = facts("Mary Jones lived in Kent and Sussex.")
    assert {("Mary Jones", "residence", "Kent"), ("Mary Jones", "residence", "Sussex")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Mary Jones has worked with companies such as Acme Steel and the World Bank.",
        "Mary Jones has worked with groups including the Leeds Symphony Orchestra.",
        "Mary Jones has worked with the Leeds Symphony Orchestra.",
    ],
)
def test_whom_one_works_with_is_no_employer(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == "employer"]


def test_a_title_of_two_people_is_about_neither() -> None:
    text = "Clara and Edwin Jones were siblings. Clara was born in Boston. Edwin was born in Albany in 1881."
    assert {entity for entity, _, _ in facts(text, "Clara and Edwin Jones")} == {"Clara", "Edwin"}


def test_an_office_beside_a_name_is_nobody_else() -> None:
    found = facts("Mary Jones was the mother of John, King of England, and Joan, Queen of Sicily.")
    assert {value for _, attribute, value in found if attribute == "child"} == {"John", "Joan"}

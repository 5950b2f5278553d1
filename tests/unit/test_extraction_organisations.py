"""Who works for, founds, runs and owns an organisation, and where and since when it is: families of wording."""

from __future__ import annotations

import pytest

from pipeline.extraction.mentions import encode
from tests.unit.test_extraction_plain_sentences import facts_of

EMPLOYERS = [
    ("Helen Brandt worked at Lund University, the University of Graz and Kestrel Shipyards.", "University of Graz"),
    ("Helen Brandt worked at Lund University, the University of Graz and Kestrel Shipyards.", "Kestrel Shipyards"),
    (
        "Helen Brandt is a Danish chemist, professor of physics at Lund University and at Aarhus University.",
        "Aarhus University",
    ),
    ("Helen Brandt is a professor in the Department of Chemistry at Lund University.", "Lund University"),
    ("Helen Brandt is director of Kestrel Shipyards and chair of the Moorland Foundation.", "Moorland Foundation"),
    ("Helen Brandt served on the Council of Nordic Engineers.", "Council of Nordic Engineers"),
    ("Helen Brandt sits on the board of directors of Kestrel Shipyards.", "Kestrel Shipyards"),
    ("Helen Brandt joined the faculty of Lund University in 1951.", "Lund University"),
    ("Helen Brandt accepted a chair in botany at Lund University.", "Lund University"),
    ("During Helen Brandt's tenure at Kestrel Shipyards nobody was dismissed.", "Kestrel Shipyards"),
    ("In 1951 Helen Brandt moved to Lund University, where she taught until 1970.", "Lund University"),
    ("Helen Brandt left Kestrel Shipyards to become a painter.", "Kestrel Shipyards"),
    ("Helen Brandt is a retired NASA astronaut.", "NASA"),
    ("Helen Brandt is a chemist and in 1951 worked in a shop at Lund University.", "Lund University"),
    ("Helen Brandt is the director of the Blue Heron Initiative Nord.", "Blue Heron Initiative Nord"),
    ("Helen Brandt joined Primera Liga side Kestrel United in May.", "Kestrel United"),
    ("A professor of law at Lund University, Helen Brandt said that it was late.", "Lund University"),
    ("Helen Brandt is the CEO of Kestrel Shipyards.", "Kestrel Shipyards"),
    ("Chief executive of the Water Boatmen Federation Helen Brandt says it is late.", "Water Boatmen Federation"),
    ("Kestrel Moor Chief Executive Officer, Helen Brandt, said so.", "Kestrel Moor"),
]
FOUNDERS = [
    ("In 1994, Helen Brandt co-founded Kestrelix with her husband, Peter Lindgren.", "Kestrelix", "Helen Brandt"),
    ("In 1994, Helen Brandt co-founded Kestrelix with her husband, Peter Lindgren.", "Kestrelix", "Peter Lindgren"),
    ("Helen Brandt founded Kestrel Shipyards and Moorland Dairies.", "Moorland Dairies", "Helen Brandt"),
    ("Helen Brandt is a chemist, author and co-founder of Kestrelix.", "Kestrelix", "Helen Brandt"),
    ("Helen Brandt is one of the founders of Kestrelix.", "Kestrelix", "Helen Brandt"),
    ("Prior to founding Kestrel Shipyards, Helen Brandt sold boats.", "Kestrel Shipyards", "Helen Brandt"),
    ("Helen Brandt left Moorland Dairies to found Kestrel Shipyards.", "Kestrel Shipyards", "Helen Brandt"),
    (
        "Kestrel Shipyards was founded by the banker Peter Lindgren and his wife Helen Brandt.",
        "Kestrel Shipyards",
        "Helen Brandt",
    ),
    (
        "Kestrel Shipyards is a builder of Danish ferries founded by Peter Lindgren.",
        "Kestrel Shipyards",
        "Peter Lindgren",
    ),
    ("Helen Brandt runs Kestrelix, which Peter Lindgren co-founded.", "Kestrelix", "Peter Lindgren"),
]
CHIEFS = [
    ("Helen Brandt was the founder, chairman and CEO of Kestrel Shipyards.", "Kestrel Shipyards"),
    ("Helen Brandt is President & CEO of Kestrel Shipyards.", "Kestrel Shipyards"),
    ("Helen Brandt joined Kestrel Shipyards in 2001 as chief executive.", "Kestrel Shipyards"),
    ("Helen Brandt succeeded Peter Lindgren as CEO of Kestrel Shipyards.", "Kestrel Shipyards"),
    ("Kestrel Shipyards is led by Helen Brandt, president and chief executive officer.", "Kestrel Shipyards"),
    ("Kestrel Shipyards was opened in 1990 and is led by Chief Executive Officer Helen Brandt.", "Kestrel Shipyards"),
    ("Kestrel Shipyards Co-Founder and CEO Helen Brandt spoke.", "Kestrel Shipyards"),
]
SEATS = [
    ("Kestrel Shipyards is a builder of ferries headquartered in Lisbon that employs forty.", "Lisbon"),
    ("Kestrel Shipyards was founded in 1904 and is headquartered in Lisbon.", "Lisbon"),
    ("Kestrel Shipyards, originally based in Dublin and later in Lisbon, closed.", "Lisbon"),
    ("Kestrel Shipyards, whose head office is in Lisbon, closed.", "Lisbon"),
    ("Kestrel Shipyards moved its headquarters from Dublin to Lisbon.", "Lisbon"),
    ("Kestrel Shipyards builds ferries, with headquarters in Lisbon.", "Lisbon"),
    ("She wrote for Kestrel Shipyards, a small Danish builder of ferries based in Lisbon.", "Lisbon"),
    ("Kestrel Shipyards is a young Lisbon-based builder of ferries.", "Lisbon"),
]
DATES = [
    "In 1994, Helen Brandt founded Kestrel Shipyards.",
    "Helen Brandt founded Kestrel Shipyards with two friends in 1994.",
    "Since founding Kestrel Shipyards in 1994, Helen Brandt has not rested.",
    "Kestrel Shipyards had been founded in Lisbon in 1994.",
    "Kestrel Shipyards is a builder of Danish ferries founded in 1994.",
    "She ran Kestrel Shipyards, a builder of ferries established in 1994, for years.",
    "Since its inception in 1994, Kestrel Shipyards has built forty ferries.",
]
OWNERS = [
    "Kestrel Shipyards operates as a wholly owned subsidiary of Globe Holdings.",
    "Kestrel Shipyards is a wholly owned and independently run division of Globe Holdings.",
    "They met at Kestrel Shipyards (a subsidiary of Globe Holdings).",
    "Globe Holdings is the parent company of Kestrel Shipyards and Moorland Dairies.",
    "Globe Holdings purchased Moorland Dairies and Kestrel Shipyards.",
    "Kestrel Shipyards was sold to Globe Holdings.",
    "Globe Holdings, parent company of Moorland Dairies and Kestrel Shipyards, grew.",
    "Kestrel Shipyards is majority owned by Globe Holdings.",
    "The bid came from Kestrel Shipyards, a Danish company owned by Globe Holdings.",
]


@pytest.mark.parametrize(("text", "employer"), EMPLOYERS)
def test_an_employer_is_found(text: str, employer: str) -> None:
    assert ("Helen Brandt", "employer", employer) in facts_of(text)


@pytest.mark.parametrize(("text", "organisation", "founder"), FOUNDERS)
def test_a_founder_is_found(text: str, organisation: str, founder: str) -> None:
    assert (organisation, "founder", founder) in facts_of(text)


@pytest.mark.parametrize(("text", "organisation"), CHIEFS)
def test_a_chief_executive_is_found_and_is_employed(text: str, organisation: str) -> None:
    assert {(organisation, "ceo", "Helen Brandt"), ("Helen Brandt", "employer", organisation)} <= facts_of(text)


@pytest.mark.parametrize(("text", "place"), SEATS)
def test_a_seat_is_found(text: str, place: str) -> None:
    assert ("Kestrel Shipyards", "headquarters", place) in facts_of(text)


@pytest.mark.parametrize("text", DATES)
def test_a_founding_date_is_found(text: str) -> None:
    assert ("Kestrel Shipyards", "founded_date", "1994") in facts_of(text)


@pytest.mark.parametrize("text", OWNERS)
def test_an_owner_is_found(text: str) -> None:
    assert ("Kestrel Shipyards", "parent_organization", "Globe Holdings") in facts_of(text)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Helen Brandt met Peter Lindgren, a lawyer and founder of Kestrel Shipyards.", "founder"),
        ("Peter Lindgren married Helen Brandt, a member of a family who left Lund University.", "employer"),
        ("Helen Brandt is president of an NGO called Moor.", "employer"),
        ("Helen Brandt sued the CEO of Kestrel Shipyards.", "ceo"),
        ("Helen Brandt was succeeded by the president of Kestrel Shipyards.", "employer"),
        ("Helen Brandt is an NBA player.", "employer"),
        ("Helen Brandt created Kestrelix in one night.", "founder"),
        ("Helen Brandt was a student at Lund University, where she worked on moths.", "employer"),
    ],
)
def test_what_another_holds_is_not_the_subjects(text: str, attribute: str) -> None:
    found = facts_of(text)
    assert not {(e, v) for e, a, v in found if a == attribute and "Helen Brandt" in (e, v)}


def test_a_building_has_no_seat() -> None:
    assert not {
        f
        for f in facts_of("The Kestrel Building, located at 10 Moor Street in Lisbon, is old.")
        if f[1] == "headquarters"
    }


def test_a_list_without_and_holds_no_unknown_name() -> None:
    found = facts_of("Helen Brandt is president of Kestrel Ltd, Wholesale Rope.")
    assert {v for _, a, v in found if a == "employer"} == {"Kestrel Ltd"}


def test_a_list_in_parentheses_holds_no_founders() -> None:
    text = "Kestrel Shipyards was founded by Peter Lindgren (of Globe Holdings) and Helen Brandt."
    assert {v for _, a, v in facts_of(text) if a == "founder"} == {"Peter Lindgren", "Helen Brandt"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chief Executive Officer Helen Brandt spoke.", "chief executive officer P spoke."),
        ("Helen Brandt, Co-Founder of Kestrelix, spoke.", "P, co-founder of U, spoke."),
        ("He was C.E.O. of Kestrel Ltd here.", "H was ceo of O here."),
        ("its President & CEO spoke", "I's president & ceo spoke"),
        ("He is the Ada Byron Professor of Law.", "H is the professor of U."),
        ("General Motors spoke.", "O spoke."),
    ],
)
def test_a_capital_role_is_no_name(text: str, code: str) -> None:
    assert encode(text, 0, len(text)).code.decode() == code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("at the Centre for Strategic and Nordic Studies", ["Centre for Strategic and Nordic Studies"]),
        ("at the Society for the Advancement of Botany", ["Society for the Advancement of Botany"]),
        ("at the Danish Society for Optics", ["Danish Society for Optics"]),
        ("the Bureau of Land, Water and Forestry", ["Bureau of Land, Water and Forestry"]),
        ("the Ministry of Health and Peter Lindgren", ["Ministry of Health", "Peter Lindgren"]),
        ("the Institute of Physics and Lund University", ["Institute of Physics", "Lund University"]),
        ("the Bank of England and Barclays", ["Bank of England", "Barclays"]),
    ],
)
def test_a_long_name_is_one_organisation(text: str, names: list[str]) -> None:
    assert [m.text for m in encode(text, 0, len(text)).mentions] == names


@pytest.mark.parametrize(
    ("text", "employers"),
    [
        ("John Harlow is a former chairman of Wool and Cattle Norway.", []),
        ("Helen Brandt is a lecturer in history at Gorse and Heath College.", []),
        ("Helen Brandt is a lecturer at NTNU and Heath College.", ["Heath College", "NTNU"]),
        ("Outgoing president Peter Adams was late.", []),
    ],
)
def test_half_a_name_and_an_adjective_employ_nobody(text: str, employers: list[str]) -> None:
    assert sorted(value for _, attribute, value in facts_of(text) if attribute == "employer") == employers


def test_who_runs_a_founded_thing_is_not_what_was_founded() -> None:
    assert facts_of("Founded on May 3, 1976, and run by the Kestrel Foundation, it was a chapel.") == set()
    assert ("Kestrel Foundation", "founded_date", "1976") in facts_of("Founded in 1976 the Kestrel Foundation is old.")

"""Whole names of organisations, of which no half may be read as one."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts


@pytest.mark.parametrize(
    "name",
    [
        "University of California, Berkeley",
        "University of Massachusetts Amherst",
        "King's College London",
        "Queen's University Adamstown",
        "Children's Hospital Adamstown",
        "Department of Health and Human Services",
        "Bank for Southern Settlements",
        "American Parcel",
        "Adams University of Science and Technology",
        "Adams Commission on Women",
        "Ministry of Transport, Works, Supply and Communication",
        "British Library of Political Science",
    ],
)
def test_a_name_is_whole(name: str) -> None:
    found = facts(f"Mary Jones is the chief executive of {name}.")
    assert {entity for entity, attribute, _ in found if attribute == "ceo"} <= {name}
    assert (name, "founded_date", "1990") in facts(f"{name} was founded in 1990.")


def test_a_demonym_after_an_article_is_no_part_of_a_name() -> None:
    assert ("Kestrelix", "founded_date", "1990") in facts("The American Kestrelix was founded in 1990 by Mary Jones.")


def test_a_party_keeps_what_it_is_for() -> None:
    found = facts("Mary Jones joined the United Party for National Development in 1990.")
    assert ("Mary Jones", "political_affiliation", "United Party for National Development") in found
    found = facts("Mary Jones joined the Labour Party in Leeds.")
    assert ("Mary Jones", "political_affiliation", "Labour Party") in found


def test_who_graduates_from_a_faculty_graduates_from_its_university() -> None:
    found = facts("Mary Jones graduated from the Faculty of Law at the University of Adamstown.")
    assert {value for _, attribute, value in found if attribute == "educated_at"} == {"University of Adamstown"}


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ('The third season of "Long Lane" aired on BBC One from May 2, 2019 to June 3, 2019.', "publication_date"),
        ('When "Carmela" was first performed at the house in 1959, Mary Jones sang.', "publication_date"),
        ("Mary Jones was named as a member of the Communist party in a hearing.", "political_affiliation"),
        ("Adams International School is a British international boarding school in Leeds.", "nationality"),
        ("His songs include the Grammy-winning Mary Jones song of 1990.", "award_received"),
        ("They heard Country Music Singer Mary Jones.", "record_label"),
        ("Mary Jones grew up near Leeds.", "residence"),
        ("Mary Jones grew up in Leeds to parents who came to England to study at Adams University.", "educated_at"),
        (
            "Mary Jones is an officer who heads the police of Leeds city, a town with a population of 900,000.",
            "population",
        ),
    ],
)
def test_what_only_sounds_alike_is_no_fact(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute and fact[0] != "Leeds"]


def test_a_college_is_told_by_its_town() -> None:
    found = facts("Mary Jones studied at Trinity College, Cambridge. Peter Adams studied at Winchester College.")
    assert ("Mary Jones", "educated_at", "Trinity College, Cambridge") in found
    assert ("Peter Adams", "educated_at", "Winchester College") in found


def test_the_foundation_of_a_couple_is_one() -> None:
    text = "The Peter and Mary Jones Foundation was founded in 1990."
    assert ("The Peter and Mary Jones Foundation", "founded_date", "1990") in facts(text)

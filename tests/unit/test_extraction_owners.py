from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts

OWNED = [
    "Following the acquisition of Belmont Foods by Acme Holdings in 2004, the plant closed.",
    "The takeover of Belmont Foods by Acme Holdings was approved.",
    "Acme Holdings is the owner of Belmont Foods.",
    "Acme Holdings took over Belmont Foods in 2003.",
    "Belmont Foods, now owned by Acme Holdings, makes cheese.",
    "Belmont Foods belongs to Acme Holdings.",
    "Belmont Foods is controlled by Acme Holdings.",
]
SEATED = [
    "From its Leeds headquarters, Belmont Foods sells cheese.",
    "Belmont Foods, with headquarters in Leeds, sells cheese.",
    "Belmont Foods operates out of Leeds.",
]
FOUNDED = [
    "Belmont Foods is the brainchild of Jane Olden.",
    "Jane Olden left her job to start Belmont Foods.",
    "Jane Olden went on to found Belmont Foods.",
]


@pytest.mark.parametrize("text", OWNED)
def test_an_owner_is_named_in_many_ways(text: str) -> None:
    assert ("Belmont Foods", "parent_organization", "Acme Holdings") in facts(text)


@pytest.mark.parametrize("text", SEATED)
def test_a_seat_is_named_in_many_ways(text: str) -> None:
    assert ("Belmont Foods", "headquarters", "Leeds") in facts(text)


@pytest.mark.parametrize("text", FOUNDED)
def test_a_founder_is_named_in_many_ways(text: str) -> None:
    assert ("Belmont Foods", "founder", "Jane Olden") in facts(text)


def test_what_came_into_being_has_a_date() -> None:
    assert ("Belmont Foods", "founded_date", "1990") in facts("Belmont Foods came into being in 1990.")


@pytest.mark.parametrize(
    "text",
    [
        "Belmont Foods, owned by the Dushey family, makes cheese.",
        "Jane Olden is the owner of Belmont Foods.",
        "The mill belongs to the village.",
    ],
)
def test_people_and_villages_are_no_parent_organisations(text: str) -> None:
    assert not [f for f in facts(text) if f[1] == "parent_organization"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Jane Olden is Professor of Computer Science at the University of Leeds.", "Computer Science"),
        ("Jane Olden was a member of the STS-132 mission to the station.", "STS-132"),
        ("Jane Olden founded Belmont Foods, a leader in Digital Pathology Systems.", "Digital Pathology Systems"),
    ],
)
def test_fields_missions_and_markets_employ_nobody(text: str, wrong: str) -> None:
    assert not [f for f in facts(text) if f[1] == "employer" and f[2] == wrong]

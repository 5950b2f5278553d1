"""Where an organisation is, who began and runs it, what it belongs to: families of wording and their near misses."""

from __future__ import annotations

import pytest

from pipeline.extraction.mentions import encode
from tests.unit.test_extraction_plain_sentences import facts_of

STATED = [
    (
        "Kestrelix employs forty and was founded by its chief executive Peter Lindgren.",
        "Kestrelix",
        "ceo",
        "Peter Lindgren",
    ),
    (
        "She became chief executive of Kestrel Shipyards, succeeding Peter Lindgren.",
        "Kestrel Shipyards",
        "ceo",
        "Peter Lindgren",
    ),
    ("You may not have met her at Moor School in Lisbon.", "Moor School", "headquarters", "Lisbon"),
    ("Carl Kestrel is headquartered in Lisbon.", "Carl Kestrel", "headquarters", "Lisbon"),
    (
        "Globe Holdings owns Kestrel Shipyards, which is also based in Lisbon.",
        "Kestrel Shipyards",
        "headquarters",
        "Lisbon",
    ),
    (
        "The strike began at Kestrel Shipyards (headquartered in Lisbon) in May.",
        "Kestrel Shipyards",
        "headquarters",
        "Lisbon",
    ),
    (
        "Based in Lisbon and known for its ferries, Kestrel Shipyards is old.",
        "Kestrel Shipyards",
        "headquarters",
        "Lisbon",
    ),
    (
        "Kestrel Shipyards Ltd relocated from Dublin to Lisbon in 1990.",
        "Kestrel Shipyards Ltd",
        "headquarters",
        "Lisbon",
    ),
    ("Kestrel Shipyards was founded in 1904 as the Moorland Company.", "Moorland Company", "founded_date", "1904"),
    ("It was founded as the Moorland Company in 1904.", "Moorland Company", "founded_date", "1904"),
    ("After the establishment of the Moorland Council in 1904, it grew.", "Moorland Council", "founded_date", "1904"),
    ("The 1904 creation of the Moorland Council was late.", "Moorland Council", "founded_date", "1904"),
    ("The Moorland Museum opened to the public in 1904.", "The Moorland Museum", "founded_date", "1904"),
    ("Kestrel Shipyards Ltd began trading in 1904.", "Kestrel Shipyards Ltd", "founded_date", "1904"),
    ("Kestrel Shipyards Ltd has been in business since 1904.", "Kestrel Shipyards Ltd", "founded_date", "1904"),
    ("In 1904, during the war, Helen Brandt founded Kestrel Shipyards.", "Kestrel Shipyards", "founded_date", "1904"),
    (
        "In 1904 Globe Holdings launched a company called Kestrel Shipyards.",
        "Kestrel Shipyards",
        "founded_date",
        "1904",
    ),
    ("Peter Lindgren and Helen Brandt founded Kestrel Shipyards.", "Kestrel Shipyards", "founder", "Peter Lindgren"),
    (
        "It was run by Helen Brandt, a banker, who had also founded Kestrel Shipyards.",
        "Kestrel Shipyards",
        "founder",
        "Helen Brandt",
    ),
    (
        "Kestrel Shipyards was founded by Peter Lindgren, who serves as its CEO.",
        "Kestrel Shipyards",
        "ceo",
        "Peter Lindgren",
    ),
    (
        "Kestrel Shipyards appointed Peter Lindgren as its new chief executive.",
        "Kestrel Shipyards",
        "ceo",
        "Peter Lindgren",
    ),
    ("The CEO, Peter Lindgren, of Kestrel Shipyards left.", "Kestrel Shipyards", "ceo", "Peter Lindgren"),
    (
        "Helen Brandt worked at the Moorland Heath Institute at Lund University.",
        "Moorland Heath Institute",
        "parent_organization",
        "Lund University",
    ),
    (
        "Globe Holdings trains them through its subsidiary, Kestrel Shipyards.",
        "Kestrel Shipyards",
        "parent_organization",
        "Globe Holdings",
    ),
    (
        "Kestrel Shipyards operates as a subsidiary of Lisbon-based builder Globe Holdings.",
        "Kestrel Shipyards",
        "parent_organization",
        "Globe Holdings",
    ),
    ("She may have joined the Lisbon-based Kestrel Shipyards.", "Kestrel Shipyards", "headquarters", "Lisbon"),
    (
        "Tern Games is a firm of sailors, which has its headquarters in Lisbon.",
        "Tern Games",
        "headquarters",
        "Lisbon",
    ),
    ("The game was built by Hanover-based Lark Games.", "Lark Games", "headquarters", "Hanover"),
    ("Kestrel Shipyards is a Lisbon based builder of ferries.", "Kestrel Shipyards", "headquarters", "Lisbon"),
    (
        "She left Globe Holdings and later set up Kestrel Shipyards in 1904.",
        "Kestrel Shipyards",
        "founded_date",
        "1904",
    ),
    ("He joined the Moorland Council, which began in 1904.", "Moorland Council", "founded_date", "1904"),
    ("Since its founding in 1904, Kestrelix has built ferries.", "Kestrelix", "founded_date", "1904"),
    (
        "In addition to its headquarters in Lisbon, Kestrel Shipyards maintains a yard.",
        "Kestrel Shipyards",
        "headquarters",
        "Lisbon",
    ),
    (
        "Globe Holdings operates Kestrel Shipyards as a wholly owned subsidiary.",
        "Kestrel Shipyards",
        "parent_organization",
        "Globe Holdings",
    ),
    (
        "Kestrel Shipyards builds ferries for its parent company Globe Holdings.",
        "Kestrel Shipyards",
        "parent_organization",
        "Globe Holdings",
    ),
    ("Helen Brandt founded the video game company Kestrelix in 2010.", "Kestrelix", "founder", "Helen Brandt"),
    ("Helen Brandt is a founding member of the Boatmen's Party.", "Boatmen's Party", "founder", "Helen Brandt"),
    ("Helen Brandt is a founding member of the Sailors' Party.", "Sailors' Party", "founder", "Helen Brandt"),
    ("Kestrel Shipyards, part of the Globe Group, grew.", "Kestrel Shipyards", "parent_organization", "Globe Group"),
]


@pytest.mark.parametrize(("text", "entity", "attribute", "value"), STATED)
def test_what_is_said_of_an_organisation_in_other_words_is_found(
    text: str, entity: str, attribute: str, value: str
) -> None:
    assert (entity, attribute, value) in facts_of(text)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Most units assigned to Kestrel Shipyards were based near Lisbon.", "headquarters"),
        (
            "Kestrel Shipyards is listed on the Moorland Stock Exchange, is well known, and is headquartered abroad.",
            "headquarters",
        ),
        ("Subsidiaries are located in Lisbon.", "headquarters"),
        ("Moor Market Road 12 is located in Lisbon.", "headquarters"),
        ("Helen Brandt bought Kestrel Place in 1911.", "parent_organization"),
        ("They met at Scapa Moor, part of the Grand Fleet.", "parent_organization"),
        ("Kestrel & Moor is a drama series created by Peter Lindgren.", "founder"),
        ("The Secretariat is based in Lisbon.", "headquarters"),
        ("Helen Brandt, Peter Lindgren and Carl Kestrel are based in Lisbon.", "headquarters"),
        ("Helen Brandt started working at Kestrel Shipyards in 1904.", "founder"),
        ("After the move to the West Coast, Brandt founded Kestrel Shipyards.", "founder"),
        ("Kestrel Shipyards was established in 1990 and is led by Peter Lindgren.", "founder"),
        ("Helen Brandt is director of Design Academy Lund and co-founder of a firm.", "founder"),
        ("The work of Kestrel Shipyards began in 1904.", "founded_date"),
        ("The Moorland Exhibition opened in 1904.", "founded_date"),
        ("Helen Brandt chaired the Graduate School at Lund University.", "parent_organization"),
        ("Kestrel Shipyards met Peter Lindgren, who is the deputy chief executive of Globe Holdings.", "ceo"),
    ],
)
def test_what_looks_like_it_gives_no_fact(text: str, attribute: str) -> None:
    assert not {f for f in facts_of(text) if f[1] == attribute and f[2] != "Brandt"}


def test_only_the_first_of_two_dates_of_a_founding_counts() -> None:
    found = facts_of(
        "Kestrel Shipyards was founded in 1909, the union of the Moorland Club (founded in 1893) and others."
    )
    assert {v for e, a, v in found if a == "founded_date" and e == "Kestrel Shipyards"} == {"1909"}


def test_who_founds_the_company_founds_what_was_just_spoken_of() -> None:
    found = facts_of("Kestrel Shipyards is a builder of ferries. Helen Brandt founded the company in 1904.")
    assert {("Kestrel Shipyards", "founder", "Helen Brandt"), ("Kestrel Shipyards", "founded_date", "1904")} <= found


def test_games_are_a_studio_unless_people_compete_in_them() -> None:
    text = "She likes Tern Games and the Summer Olympic Games."
    assert [m.letter for m in encode(text, 0, len(text)).mentions] == ["H", "O", "E"]


@pytest.mark.parametrize(
    "text",
    [
        "Moorby is a village in Oslo on the outskirts of the country's capital Lisbon.",
        "Moorby is a village in Veracruz, located northwest of the state capital of Xalapa.",
    ],
)
def test_a_village_has_no_capital(text: str) -> None:
    assert not {f for f in facts_of(text) if f[1] == "capital"}

"""Films, records, books and games: what a text says of them, and what it only seems to say."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_plain_sentences import facts_of

FILMS = "Her films include The Man Who Sailed to Mars (1976), Lantern (1986) and A Quiet Gale (1991)."
DEBUT = "Karla Holm released her debut album, Anna Quist, in 1979 on Lark Records."
STATED = [
    ('"Tin Moon" is a song performed by Danish R&B group Vesper Lane.', "Tin Moon", "performer", "Vesper Lane"),
    ('"Tin Moon" is the second single from Danish singer Karla Holm.', "Tin Moon", "performer", "Karla Holm"),
    ('The band samples "Tin Moon" by Vesper Lane on the record.', "Tin Moon", "performer", "Vesper Lane"),
    ('He plays on the album "Tin Moon" by the Danish band Vesper Lane.', "Tin Moon", "performer", "Vesper Lane"),
    ('Karla Holm released her third studio album "Tin Moon" in 1994.', "Tin Moon", "performer", "Karla Holm"),
    ('Karla Holm\'s 1994 album "Tin Moon" sold well.', "Tin Moon", "performer", "Karla Holm"),
    ('The single was blocked from the top spot by Karla Holm\'s "Tin Moon".', "Tin Moon", "performer", "Karla Holm"),
    ('"Tin Moon" stars Karla Holm and Peter Brandt.', "Tin Moon", "performer", "Peter Brandt"),
    ('"Tin Moon" was released on Quartz Records and Lark Records.', "Tin Moon", "record_label", "Lark Records"),
    ('"Tin Moon" was released as a single on the independent label Quarry.', "Tin Moon", "record_label", "Quarry"),
    ('Quartz Records released the album "Tin Moon".', "Tin Moon", "record_label", "Quartz Records"),
    ('In 1994, they released their first album, "Tin Moon".', "Tin Moon", "publication_date", "1994"),
    ("She acted in the 2006 film Marsh Warrior.", "Marsh Warrior", "publication_date", "2006"),
    (FILMS, "The Man Who Sailed to Mars", "publication_date", "1976"),
    (FILMS, "Lantern", "publication_date", "1986"),
    (FILMS, "A Quiet Gale", "publication_date", "1991"),
    ('Karla Holm wrote three books, "Tin Moon", "Marsh" and "Gale".', "Gale", "author", "Karla Holm"),
    ('Karla Holm directed "Tin Moon" and "Marsh Warrior".', "Marsh Warrior", "director", "Karla Holm"),
    ('Her hit songs include "Tin Moon" and "Marsh". Karla Holm sings "Gale".', "Gale", "performer", "Karla Holm"),
    ('One of Karla Holm\'s songs, "Tin Moon", was used.', "Tin Moon", "performer", "Karla Holm"),
    (DEBUT, "Anna Quist", "publication_date", "1979"),
    (DEBUT, "Anna Quist", "record_label", "Lark Records"),
    (DEBUT, "Karla Holm", "record_label", "Lark Records"),
    ('"Tin Moon" is an album by Karla Holm, released on Lark Records.', "Karla Holm", "record_label", "Lark Records"),
    ('They sang "Tin Moon", which was first released in 1966.', "Tin Moon", "publication_date", "1966"),
    ("Copper Harvest author Karla Holm opened the fair.", "Copper Harvest", "author", "Karla Holm"),
    ("Karla Holm was inducted into the Marl Hall of Fame.", "Karla Holm", "award_received", "Marl Hall of Fame"),
    ("Pulitzer Prize-winning author Karla Holm spoke.", "Karla Holm", "award_received", "Pulitzer Prize"),
    ('Readers of Karla Holm\'s "Tin Moon" know the plot of the novel.', "Tin Moon", "author", "Karla Holm"),
    ("The book echoes Karla Holm's The Silent Ledger.", "The Silent Ledger", "author", "Karla Holm"),
    ('He starred in Karla Holm\'s "Tin Moon".', "Tin Moon", "director", "Karla Holm"),
    ("Sutton is a town and the capital of the canton of Marl.", "Marl", "capital", "Sutton"),
    ("Sutton is the county seat of Marl County.", "Marl County", "capital", "Sutton"),
    ("They flew to the Afghan capital Kabul.", "Afghanistan", "capital", "Kabul"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entity", "attribute", "value"), STATED)
def test_what_a_sentence_says_of_a_work_is_found(text: str, entity: str, attribute: str, value: str) -> None:
    assert (entity, attribute, value) in facts_of(text)


@pytest.mark.parametrize(
    ("title", "text", "attribute", "value"),
    [
        ("Orbit: Siege", "Orbit: Siege is a video game developed by Tern Games and Lark.", "developer", "Tern Games"),
        ("Orbit: Siege", "Orbit: Siege is a video game. It was published by Lark Games.", "publisher", "Lark Games"),
        ("What We Had to Give", "What We Had to Give is a mixtape by Danish rapper Quist.", "performer", "Quist"),
        ("Harbour", "Harbour is the 1995 album by the Danish rock band Vesper Lane.", "performer", "Vesper Lane"),
    ],
)  # fmt: skip
def test_the_title_of_a_work_is_one_name_however_it_is_written(
    title: str, text: str, attribute: str, value: str
) -> None:
    assert (title, attribute, value) in facts_of(text, title=title)


@pytest.mark.parametrize(
    "text",
    [
        "The story of Karla Holm's Harbour House is long.",
        'In opera, he starred in Karla Holm\'s "Tin Moon".',
        'The episode "Tin Moon" was written by Karla Holm.',
        'She made her film debut with "Tin Moon".',
        "He won a bronze medal.",
        "It was the entry in the Marl Song Contest 1988, performed by Karla Holm.",
        'The song appears on the EP "Tin Moon".',
        "Songs performed by the choir were loud.",
        "Oak and Elm (1984) was a song.",
        "According to Smith (1984), the method works.",
        "The 2006 Lark Championship was an outdoor track and field competition organised by Vesper Lane.",
    ],
)
def test_what_is_no_title_or_no_artist_gives_no_fact(text: str) -> None:
    assert facts_of(text) == set()


def test_a_person_whose_description_holds_a_noun_of_works_is_no_work() -> None:
    found = facts_of("Carl Berg is a Danish former track and field hurdler.", title="Carl Berg")
    assert ("Carl Berg", "nationality", "Danish") in found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Karla Holm is a Danish civil servant and rower.", "Danish"),
        ("Karla Holm is a French Danish actress.", "French Danish"),
        ("It is an album by Danish jazz trumpeter, composer, and bandleader Karla Holm.", "Danish"),
        ("Karla Holm, born in Oslo in 1950, is a Danish painter.", "Danish"),
        ("Karla Holm is a pastor from Nigeria.", "Nigeria"),
        ("Karla Holm is a South Sudanese-American runner.", "South Sudanese-American"),
    ],
)
def test_a_nationality_is_found_beside_unusual_descriptions(text: str, value: str) -> None:
    assert ("Karla Holm", "nationality", value) in facts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Karla Holm was a member of the Inner Temple.",
        "Karla Holm was appointed Ambassador of the Danish Federation.",
        "The Marl Water Temple is situated in Oslo.",
        "The Marl Hospital, Britain's first home for children, is old.",
    ],
)
def test_inns_states_and_landmarks_neither_employ_nor_have_a_seat(text: str) -> None:
    assert not {a for _, a, _ in facts_of(text)} & {"employer", "headquarters"}

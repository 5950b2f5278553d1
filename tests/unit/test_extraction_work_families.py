"""Who made a work, when and for whom: families of wording, each with what looks like it and is not."""

from __future__ import annotations

import pytest

from pipeline.extraction.mentions import encode
from tests.unit.test_extraction_plain_sentences import facts_of

STATED = [
    ("Karla Holm signed with A&M Records in 1995.", "Karla Holm", "record_label", "A&M Records"),
    ('Brooks\' first novel, "Salt Road", was published in 1998.', "Salt Road", "publication_date", "1998"),
    ('On 27 December 2019, her album "Salt Road" was released.', "Salt Road", "publication_date", "2019-12-27"),
    ('"Salt Road" was produced by her brother Peter Lindgren.', "Salt Road", "producer", "Peter Lindgren"),
    ('In 2016 Karla Holm published "Salt Road" as a guide.', "Salt Road", "publication_date", "2016"),
    (
        '"Salt Road" had its world premiere at the Marl Film Festival on 31 July 2019.',
        "Salt Road",
        "publication_date",
        "2019-07-31",
    ),
    ('She sang on the first album since "Salt Road" in 2014.', "Salt Road", "publication_date", "2014"),
    ('Karla Holm released "Salt Road" as the second single.', "Salt Road", "performer", "Karla Holm"),
    (
        'She starred in "Salt Road" (1998), which was co-directed by Peter Lindgren.',
        "Salt Road",
        "director",
        "Peter Lindgren",
    ),
    (
        'A thriller, "Salt Road" (1998), written and directed by Peter Lindgren, opened.',
        "Salt Road",
        "director",
        "Peter Lindgren",
    ),
    ('It is a film based on the "Salt Road" novel series by Karla Holm.', "Salt Road", "author", "Karla Holm"),
    (
        'They announced "Salt Road", a film adaptation of Karla Holm\'s novel of the same name.',
        "Salt Road",
        "author",
        "Karla Holm",
    ),
    ('"Salt Road" was a 1967 hit for Karla Holm, a song of love.', "Salt Road", "performer", "Karla Holm"),
    ('The film is based on the 1913 novel "The Red Harbour" by Karla Holm.', "The Red Harbour", "author", "Karla Holm"),
    (
        '"Salt Road" is a 1971 film based on Karla Holm\'s novel of the same name.',
        "Salt Road",
        "author",
        "Karla Holm",
    ),
    (
        '"Salt Road" is a miniseries, based on the 2017 novel of the same name by Karla Holm.',
        "Salt Road",
        "author",
        "Karla Holm",
    ),
    ("She was moved by an adaptation of Karla Holm's Saltlands in 1971.", "Saltlands", "author", "Karla Holm"),
    (
        '"Salt Road" marked the directorial debut of Danish actor Peter Lindgren.',
        "Salt Road",
        "director",
        "Peter Lindgren",
    ),
    ('Peter Lindgren made his directorial debut with "Salt Road".', "Salt Road", "director", "Peter Lindgren"),
    ("Salt Road is a 1936 British film directed by J. Elder Moss.", "Salt Road", "director", "J. Elder Moss"),
    (
        '"Salt Road" is a song written by Peter Lindgren and recorded by Danish singer Karla Holm.',
        "Salt Road",
        "performer",
        "Karla Holm",
    ),
    (
        '"Salta via" was the Danish entry in the Marl Song Contest 1988, performed in Danish by Karla Holm.',
        "Salta via",
        "performer",
        "Karla Holm",
    ),
    ('Karla Holm recorded "Salt Road" in 1990.', "Salt Road", "performer", "Karla Holm"),
    ('He liked the song, and Karla Holm\'s cover of "Salt Road".', "Salt Road", "performer", "Karla Holm"),
    ('Her first novel, "Salt Road", was published in 1998.', "Salt Road", "publication_date", "1998"),
    ('He wrote "Salt Road" (Marl University Press, 1997).', "Salt Road", "publication_date", "1997"),
    ('He wrote "Salt Road" (Marl University Press, 1997).', "Salt Road", "publisher", "Marl University Press"),
    (
        '"Salt Road" is an album of Danish group Vesper, released November 30, 2004.',
        "Salt Road",
        "publication_date",
        "2004-11-30",
    ),
    (
        '"Salt Road" is an album by rapper Quist, released in 1996 by Lark Records in Oslo and by Moor Records abroad.',
        "Salt Road",
        "record_label",
        "Moor Records",
    ),
    (
        'In 2001 Karla Holm released her second album, "Salt Road", via the label Moor.',
        "Karla Holm",
        "record_label",
        "Moor",
    ),
    (
        '"Salt Road" was written by Karla Holm, with production handled by Peter Lindgren.',
        "Salt Road",
        "producer",
        "Peter Lindgren",
    ),
]


@pytest.mark.parametrize(("text", "entity", "attribute", "value"), STATED)
def test_what_is_said_of_a_work_in_other_words_is_found(text: str, entity: str, attribute: str, value: str) -> None:
    assert (entity, attribute, value) in facts_of(text)


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        (
            "Tin Moon is an album. Produced by Peter Lindgren, the album was recorded in a day.",
            "producer",
            "Peter Lindgren",
        ),
        ("Tin Moon is a video game. Developed by Lark Games, it was sold in Japan.", "developer", "Lark Games"),
        ("Tin Moon is a video game. It was developed by Oslo and Lark Games.", "developer", "Lark Games"),
        ("Tin Moon is a novel. Published by Marl Press, the novel was a success.", "publisher", "Marl Press"),
        (
            "Tin Moon is an album. Released in 1971 on Moor Records, the album was a success.",
            "record_label",
            "Moor Records",
        ),
    ],
)
def test_a_participle_at_the_head_speaks_of_what_follows_it(text: str, attribute: str, value: str) -> None:
    assert ("Tin Moon", attribute, value) in facts_of(text, title="Tin Moon")


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ('"Salt Road" is a series based on the 2017 novel by Karla Holm.', "author"),
        ("He heard a performance of Karla Holm's Saltlands, a symphony.", "author"),
        ('Karla Holm\'s films include "Salt Road", in which she played a nurse.', "director"),
        ('"Salt Road" is a song by Quist which samples "Tin Moon" recorded by Karla Holm.', "performer"),
        ('"Salt Road" is a 1971 film produced by Lark Pictures.', "producer"),
        ('He wrote "Salt Road" (with Peter Lindgren, 1997).', "publisher"),
        ('"Salt Road" is a television series created by Karla Holm.', "developer"),
        ('The courthouse "Salt Road" was designed by architect Karla Holm.', "developer"),
        ("The Salt Road is a compact car produced by the manufacturer Karla Holm.", "producer"),
        ("The albums of Moor Records, Salt Road, were sold.", "performer"),
        ('"Salt Road" is a ballad. It was written by Karla Holm and Peter Lindgren.', "author"),
        ('Karla Holm wrote of "Salt Road" in a letter.', "author"),
        ("A music video was filmed to promote the single, which was directed by Karla Holm.", "director"),
        ('She starred in a revival of Karla Holm\'s "Salt Road" in 1990.', "director"),
        ('Karla Holm published a translation of "Salt Road" in 1990.', "author"),
        ('The music video for "Salt Road" was directed by Karla Holm.', "director"),
        ("Karla Holm signed a distribution agreement with Lark Records.", "record_label"),
    ],
)
def test_what_looks_like_it_gives_no_fact(text: str, attribute: str) -> None:
    right = {("Salt Road", "Quist"), ("Tin Moon", "Karla Holm")}
    assert not {(e, v) for e, a, v in facts_of(text) if a == attribute} - right


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In the 2004 film, Born to Row, he sings.", "in the Y film, W, H sings."),
        ("It is on the 2010 album The Names of Saints by Quist.", "I is on the Y album W by U."),
        ("She sang songs of Bob Dylan in 1990.", "H sang songs of P in Y."),
        ("He read the book Jane Doe wrote.", "H read I P wrote."),
        ('Her song "Sve u meni", a hit, rose.', "H's song W, a hit, rose."),
        ('He said "we go there now", and left.', "H said S, and left."),
    ],
)
def test_a_title_is_one_name(text: str, code: str) -> None:
    assert encode(text, 0, len(text)).code.decode() == code


def test_a_band_does_not_come_out_with_its_song() -> None:
    found = facts_of('"Salt Road" is a song by the group The Moors, released in 1990.')
    assert {e for e, a, _ in found if a == "publication_date"} <= {"Salt Road"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Brooks' first novel", "U's first novel"),
        ("the end of Huysmans ' cycle", "the end of U's cycle"),
        ("the songs 'Kings' and 'Hills' by her", "the songs 'U' and 'U' by H's"),
        ("AT&T and M&T Bank", "O and O"),
        ("her debut EP Moon", "H's debut ep U"),
    ],
)
def test_possessives_and_ampersands_of_names(text: str, code: str) -> None:
    assert encode(text, 0, len(text)).code.decode() == code


def test_it_is_released_with_what_it_was_said_to_star() -> None:
    text = "Tin Moon is a silent film. It stars Karla Holm and Peter Lindgren, and was released on 8 November 1920."
    assert ("Tin Moon", "publication_date", "1920-11-08") in facts_of(text, title="Tin Moon")


def test_a_newspaper_is_founded_and_has_its_titles_entities_read() -> None:
    text = "The Marl Post & Times is a newspaper. It was founded in 1754."
    assert ("The Marl Post & Times", "founded_date", "1754") in facts_of(text, title="The Marl Post &amp; Times")

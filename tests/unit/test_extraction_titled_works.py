"""Works whose makers and dates are told by a title, a series, a contest or a product, and what looks like them."""

from __future__ import annotations

import pytest

from pipeline.extraction.titles import read_title
from tests.unit.test_extraction_plain_sentences import facts_of

STATED = [
    ('"Salt Road" is Karla Holm\'s second novel.', "Salt Road", "author", "Karla Holm"),
    ('"Salt Road", Karla Holm\'s third novel, is set in Marl.', "Salt Road", "author", "Karla Holm"),
    ('"Salt Road" is a series of crime novels written by Karla Holm.', "Salt Road", "author", "Karla Holm"),
    ('She read the first book in the "Salt Road" trilogy by Karla Holm.', "Salt Road", "author", "Karla Holm"),
    ('"Salt Road" was Peter Lindgren\'s directorial debut film.', "Salt Road", "director", "Peter Lindgren"),
    ('"Salt Road" is Karla Holm\'s best-selling single.', "Salt Road", "performer", "Karla Holm"),
    ('Karla Holm had a minor hit in Denmark in 1981 with "Salt Road".', "Salt Road", "performer", "Karla Holm"),
    (
        'Karla Holm represented Denmark at the Eurovision Song Contest 1981 with the song "Salt Road".',
        "Salt Road",
        "performer",
        "Karla Holm",
    ),
    (
        'He wrote "Salt Road", the Danish entry to the Eurovision Song Contest 1981 performed by Karla Holm.',
        "Salt Road",
        "performer",
        "Karla Holm",
    ),
    ('She sings for the rapper Vesper on the track, "Salt Road".', "Salt Road", "performer", "Vesper"),
    ('It was their best single since 1988\'s "Salt Road".', "Salt Road", "publication_date", "1988"),
    ("Her albums Salt Lantern and Quietus were both released in 2010.", "Salt Lantern", "publication_date", "2010"),
    ('An update was released on 28 January 2013 titled "Salt Road".', "Salt Road", "publication_date", "2013-01-28"),
    ('He appeared in the film "Salt Road" in 1998.', "Salt Road", "publication_date", "1998"),
    (
        "Saltlake is a processor that was launched in August 2015.",
        "Saltlake",
        "publication_date",
        "2015-08",
    ),
    (
        '"Salt Road", an episodic adventure game by Kestrel Games, followed.',
        "Salt Road",
        "developer",
        "Kestrel Games",
    ),
    ('"Salt Road" was created by Kestrel North for Microsoft Windows.', "Salt Road", "developer", "Kestrel North"),
    (
        'Karla Holm released her album, "Salt Road", in 1979 on the independent label Kestrel.',
        "Salt Road",
        "record_label",
        "Kestrel",
    ),
    (
        "Karla Holm is best known for her novels, The Red Lantern and Quietus Lane.",
        "The Red Lantern",
        "author",
        "Karla Holm",
    ),
    ('Karla Holm is best known for her hit single "Salt Road".', "Salt Road", "performer", "Karla Holm"),
    ('Karla Holm is the author of the book "Salt Road".', "Salt Road", "author", "Karla Holm"),
    ('"Salt Road" is a 2015 book by actress and writer Karla Holm.', "Salt Road", "author", "Karla Holm"),
    ('He praised "Salt Road" (directed by Karla Holm).', "Salt Road", "director", "Karla Holm"),
    ('"Salt Road" is an album by Danish hip hop duo Vesper.', "Salt Road", "performer", "Vesper"),
    ('"Salt Road" is the 74th studio album by Danish singer Vesper.', "Salt Road", "performer", "Vesper"),
    (
        'The first single from the album, "Salt Road", was released on 8 February 2018.',
        "Salt Road",
        "publication_date",
        "2018-02-08",
    ),
    ('In 2016, their third and final single, "Salt Road", was released.', "Salt Road", "publication_date", "2016"),
    ('In 2016, the band released the song "Salt Road".', "Salt Road", "publication_date", "2016"),
    ('"Salt Road" was released in 2003 on Holm\'s own Kestrel label.', "Salt Road", "record_label", "Kestrel"),
    ('"Salt Road" was released in 2003 by Quietus and Kestrel Records.', "Salt Road", "record_label", "Quietus"),
    (
        "Karla Holm's debut album was released in June 2017 via Kestrel Records.",
        "Karla Holm",
        "record_label",
        "Kestrel Records",
    ),
    ("Karla Holm had a minor hit on Kestrel Records in 1981.", "Karla Holm", "record_label", "Kestrel Records"),
]


@pytest.mark.parametrize(("text", "entity", "attribute", "value"), STATED)
def test_a_maker_or_a_date_is_found(text: str, entity: str, attribute: str, value: str) -> None:
    assert (entity, attribute, value) in facts_of(text)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ('"Come Home" with Vesper became Holm\'s second song to reach the top ten.', "performer"),
        ("It was ranked among 1969's Top Easy Listening Singles.", "publication_date"),
        ('King Marlo appears in Walt Disney\'s 1967 film, "Salt Road".', "director"),
        ("A road is Karla Holm's favourite novel.", "author"),
        ("Karla Holm won the race with ease.", "performer"),
    ],
)
def test_what_only_looks_like_it_is_not(text: str, attribute: str) -> None:
    assert attribute not in {a for _, a, _ in facts_of(text)}


def test_a_title_is_found_whatever_the_case_of_its_little_words() -> None:
    found = read_title("The Answer Is Now", "The Answer is Now is the second album by Vesper.")
    assert found is not None
    assert found.text == "The Answer is Now"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The Answer Is Now", "The answer is nowhere in sight. No more of it."),  # the last word goes on
        ("The Answer Is Now", "What the answer is now nobody knows. No more of it."),  # words of a sentence
    ],
)
def test_a_title_in_another_case_stands_as_words_of_its_own(title: str, text: str) -> None:
    assert read_title(title, text) is None


@pytest.mark.parametrize("before", ["", "Not the answer is nowhere: ", "İİ, "])  # İ is two letters when small
def test_a_title_in_another_case_is_found_behind_other_words(before: str) -> None:
    found = read_title("The Answer Is Now", f"{before}The Answer is Now is the second album by Vesper.")
    assert found is not None
    assert found.text == "The Answer is Now"


def test_a_title_of_other_words_is_none() -> None:
    assert read_title("The Answer Is Now", "Nothing here.") is None

"""What "it", "the union" and "the album" mean in a text about one thing, and when they do not mean it."""

from __future__ import annotations

import pytest

from pipeline.extraction.document import Document
from tests.unit.test_extraction_plain_sentences import facts_of

MEANT = [
    ("Marl Weavers", "The Marl Weavers was a trade union. The union was founded in 1889.", "founded_date", "1889"),
    ("Loom", "Loom is a quarterly journal of weaving. It was founded by Karla Holm.", "founder", "Karla Holm"),
    ("Kestrel", "Kestrel is a brewery in Marl. The brewery was founded in 1889.", "founded_date", "1889"),
    ("Vesper", "Vesper was a metal works and shipyard. It was founded in 1889.", "founded_date", "1889"),
    ("Salt", "Salt is a Danish and Swedish film. It was directed by Karla Holm.", "director", "Karla Holm"),
    (
        "Loom",
        "Loom is a peer-reviewed journal covering weaving. The journal was established in 1989.",
        "founded_date",
        "1989",
    ),
    ("Kestrelix", "Kestrelix was a manufacturer. The Company was incorporated in 1889.", "founded_date", "1889"),
    (
        "Karla Holm",
        "Karla Holm is a Danish brewery. Karla Holm is located in Marl, Denmark.",
        "headquarters",
        "Marl, Denmark",
    ),
    ("Prime Weavers", "Prime Weavers is a collective. It was founded in 1889.", "founded_date", "1889"),
]


@pytest.mark.parametrize(("title", "text", "attribute", "value"), MEANT)
def test_a_thing_is_meant(title: str, text: str, attribute: str, value: str) -> None:
    found = {(a, v) for e, a, v in facts_of(text, title=title) if e is not None and e.endswith(title)}
    assert (attribute, value) in found


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Salt is a film. The album was released on 9 August 2018.", "publication_date"),
        ("Salt is a film. The trailer for the film was released on 9 August 2018.", "publication_date"),
        ("Salt is a film. The film is set to be released on 9 August 2028.", "publication_date"),
        ("Salt is a film. The story was written by Karla Holm.", "author"),
        ("Salt is an airline. The airline acquired six new Airbus A350-900.", "parent_organization"),
    ],
)
def test_another_thing_is_meant(text: str, attribute: str) -> None:
    assert attribute not in {a for _, a, _ in facts_of(text, title="Salt")}


def test_a_person_is_none_for_the_adjectives_of_the_trade() -> None:
    text = "Karla Holm is a documentary and portrait photographer. She won the Kestrel Prize in 2016."
    lead = Document(text, "Karla Holm").lead
    assert lead is not None
    assert lead.kind == "person"


def test_a_list_is_about_many() -> None:
    assert Document("Salt is a film. It was made in 1990.", "List of films").lead is None


def test_a_person_called_like_a_lake_is_a_person() -> None:
    text = "Karla Lake (born 24 December 1982) is the founder and chief executive officer of Kestrel Brewery."
    found = facts_of(text, title="Karla Lake")
    assert ("Kestrel Brewery", "founder", "Karla Lake") in found
    assert ("Karla Lake", "date_of_birth", "1982-12-24") in found


@pytest.mark.parametrize(
    "text",
    [
        "Caesar was launched in 1810 as an East Indiaman.",
        "A post office called Marl was established in 1822.",
        "In 2016, he launched a Kestrel campaign to save the birds.",
        "Development was started in 2013.",
    ],
)
def test_what_is_launched_is_no_organisation(text: str) -> None:
    assert "founded_date" not in {a for _, a, _ in facts_of(text)}


@pytest.mark.parametrize(
    ("text", "entity", "founded"),
    [
        ("Kestrel was a Danish brewery active between 1937 and 1984.", "Kestrel", "1937"),
        ("Kestrel was a trade union, which existed from 1937 until 1984.", "Kestrel", "1937"),
        ("On 10 August 1954, it was established as the Kestrel Institute.", "Kestrel Institute", "1954-08-10"),
        ("Kestrel Channel was launched in 1998.", "Kestrel Channel", "1998"),
        ("Kestrel was started in 2008 by Karla Holm.", "Kestrel", "2008"),
    ],
)
def test_what_is_called_an_organisation_may_be_launched(text: str, entity: str, founded: str) -> None:
    assert (entity, "founded_date", founded) in facts_of(text)


def test_a_subsidiary_lies_where_it_is_said_to_lie() -> None:
    found = facts_of("Kestrel Records was a subsidiary of Vesper Entertainment located in Leeds, England.")
    assert "Vesper Entertainment" not in {e for e, a, _ in found if a == "headquarters"}


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("In 1998 Karla Holm formed the band Kestrel.", "founder"),
        ("Karla Holm founded the company Kestrel in 1998.", "founder"),
        ("Karla Holm is a founder of the band Kestrel.", "founder"),
        ("The band Kestrel was formed in 1998 by Karla Holm.", "founder"),
        ("Karla Holm is the chief executive of the company Kestrel.", "ceo"),
        ("Karla Holm (born 1945) is a Danish brewer, the founder and former chief executive of Kestrel.", "ceo"),
        ("Karla Holm stepped down as Moor chairman to become the CEO of Kestrel.", "ceo"),
        ("Karla Holm started another business, which she called Kestrel.", "founder"),
    ],
)
def test_a_noun_before_a_name_is_a_part_of_it(text: str, attribute: str) -> None:
    assert ("Kestrel", attribute, "Karla Holm") in facts_of(text)

from __future__ import annotations

import pytest

from pipeline.extraction import ExtractionConfig, load_extractor
from pipeline.extraction.sentences import LONGEST, split_sentences
from schemas.catalogue import load_catalogue
from tests.unit.test_extraction_laws import batch


def facts(text: str, title: str | None = None) -> set[tuple[str, str, str | None]]:
    found = load_extractor(ExtractionConfig()).extract(batch([text], [title]))
    assert found.rejects.num_rows == 0
    return {(r["entity"], r["attribute"], r["value"]) for r in found.facts.to_pylist()}


STATED = [
    ("Ada Byron (10 December 1815 – 27 November 1852) was a mathematician.", "Ada Byron", "date_of_birth", "1815-12-10"),  # noqa: E501 - one table row or list a line
    ("Ada Byron (10 December 1815 – 27 November 1852) was a mathematician.", "Ada Byron", "date_of_death", "1852-11-27"),  # noqa: E501 - one table row or list a line
    ("Mary Jones was born on May 3, 1901 in Leeds.", "Mary Jones", "date_of_birth", "1901-05-03"),
    ("Mary Jones was born in Bristol, England.", "Mary Jones", "place_of_birth", "Bristol, England"),
    ("On 5 June 1990, Mary Jones died at home.", "Mary Jones", "date_of_death", "1990-06-05"),
    ("Mary Jones died peacefully in Toronto.", "Mary Jones", "place_of_death", "Toronto"),
    ("Mary Jones is a Canadian novelist.", "Mary Jones", "nationality", "Canadian"),
    ("Mary Jones is a Canadian novelist.", "Mary Jones", "occupation", "novelist"),
    ("Mary Jones married Peter Adams in 1920.", "Mary Jones", "spouse", "Peter Adams"),
    ("Mary Jones is the daughter of Peter Jones.", "Mary Jones", "parent", "Peter Jones"),
    ("Mary Jones had three children: Peter Jones, Anna Jones and Carl Jones.", "Mary Jones", "child", "Anna Jones"),
    ("Mary Jones is the sister of Peter Jones.", "Mary Jones", "sibling", "Peter Jones"),
    ("Mary Jones graduated from the University of Leeds in 1920.", "Mary Jones", "educated_at", "University of Leeds"),
    ("Mary Jones works for Acme Steel.", "Mary Jones", "employer", "Acme Steel"),
    ("Mary Jones was elected president of France in 1920.", "Mary Jones", "position_held", "president of France"),
    ("Mary Jones won the Nobel Prize.", "Mary Jones", "award_received", "Nobel Prize"),
    ("Mary Jones joined the Labour Party in 1920.", "Mary Jones", "political_affiliation", "Labour Party"),
    ("Mary Jones lives in Toronto with two cats.", "Mary Jones", "residence", "Toronto"),
    ("Acme Steel was founded in 1901 by Peter Adams.", "Acme Steel", "founded_date", "1901"),
    ("Acme Steel was founded in 1901 by Peter Adams.", "Acme Steel", "founder", "Peter Adams"),
    ("Acme Steel is headquartered in Toronto, Canada.", "Acme Steel", "headquarters", "Toronto, Canada"),
    ("Mary Jones is the CEO of Acme Steel.", "Acme Steel", "ceo", "Mary Jones"),
    ("Acme Steel is a subsidiary of Globe Holdings.", "Acme Steel", "parent_organization", "Globe Holdings"),
    ("Paris is the capital of France.", "France", "capital", "Paris"),
    ("Oakham is a town in Rutland, England.", "Oakham", "country", "England"),
    ("Oakham has a population of 10,922.", "Oakham", "population", "10922"),
    ("Oakham covers an area of 12.5 square kilometres.", "Oakham", "area", "12.5"),
    ('"The Long Road" is a novel by Mary Jones.', "The Long Road", "author", "Mary Jones"),
    ('"The Long Road" is a 1973 film directed by Mary Jones.', "The Long Road", "director", "Mary Jones"),
    ('"The Long Road" is a song by Mary Jones.', "The Long Road", "performer", "Mary Jones"),
    ('"The Long Road" is a film starring Mary Jones.', "The Long Road", "performer", "Mary Jones"),
    ('"The Long Road" was published in 1973.', "The Long Road", "publication_date", "1973"),
    ('"The Long Road" was published by Globe Press.', "The Long Road", "publisher", "Globe Press"),
    ('"The Long Road" is an album produced by Mary Jones.', "The Long Road", "producer", "Mary Jones"),
    ('"The Long Road" is a video game developed by Acme Software.', "The Long Road", "developer", "Acme Software"),
    ('"The Long Road" was released on Globe Records.', "The Long Road", "record_label", "Globe Records"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entity", "attribute", "value"), STATED)
def test_a_plain_sentence_states_its_fact(text: str, entity: str, attribute: str, value: str) -> None:
    names = {name.removeprefix("The ") for name in (entity,)}
    assert {(a, v) for e, a, v in facts(text) if e.removeprefix("The ") in names} >= {(attribute, value)}


def test_every_built_in_attribute_has_a_sentence_above() -> None:
    assert {attribute for _, _, attribute, _ in STATED} == set(load_catalogue().attributes)


@pytest.mark.parametrize(
    "text",
    [
        "Mary Jones was not born in Bristol.",
        "Mary Jones may have married Peter Adams.",
        "Was Mary Jones born in Bristol?",
        "If Mary Jones married Peter Adams, nobody knew.",
        "Mary Jones reportedly died in Toronto.",
        "Mary Jones wanted to be a Canadian citizen.",
        "Mary Jones was nominated for the Nobel Prize and never won.",
        'He said: "She was born in Paris in 1901, you know, and that is all there is."',
        "Mary Jones nearly married Peter Adams.",
        "A scientist at Acme Steel says the plans are ready.",
    ],
)
def test_what_is_denied_doubted_asked_or_quoted_is_no_fact(text: str) -> None:
    assert facts(text) == set()


@pytest.mark.parametrize(
    ("text", "entity", "attribute"),
    [
        ("The date of birth of Mary Jones is unknown.", "Mary Jones", "date_of_birth"),
        ("Mary Jones's date of birth is not recorded.", "Mary Jones", "date_of_birth"),
        ("Nothing is known about the nationality of Mary Jones.", "Mary Jones", "nationality"),
        ("It is not known where Mary Jones was born.", "Mary Jones", "place_of_birth"),
        ("It is unknown who founded Acme Steel.", "Acme Steel", "founder"),
        ('The author of "The Long Road" is not known.', "The Long Road", "author"),
    ],
)
def test_a_statement_of_ignorance_abstains(text: str, entity: str, attribute: str) -> None:
    assert facts(text) == {(entity, attribute, None)}


def test_pronouns_surnames_and_titles_lead_to_the_documents_subject() -> None:
    text = "Mary Ann Jones is a Canadian novelist. She was born in Bristol. Jones married Peter Adams in 1920."
    found = facts(text, "Mary Jones (novelist)")
    # One person, by the name under which other documents speak of her.
    assert {entity for entity, _, _ in found} == {"Mary Jones"}
    assert ("Mary Jones", "place_of_birth", "Bristol") in found
    assert ("Mary Jones", "spouse", "Peter Adams") in found


def test_a_pronoun_agrees_in_gender_with_whom_it_stands_for() -> None:
    found = facts("Peter Adams met Mary Jones. She was born in Bristol.")
    assert ("Peter Adams", "place_of_birth", "Bristol") not in found


def test_a_pronoun_does_not_reach_over_many_sentences() -> None:
    filler = "The river is long and the road is wide and nothing of note was ever seen there by anybody. " * 6
    assert facts(f"Mary Jones came by. {filler}She was born in Bristol.") == set()


def test_an_acronym_that_the_text_explains_is_its_long_form() -> None:
    text = "The National Farmers Federation (NFF) met. NFF president Peter Adams spoke."
    assert ("Peter Adams", "employer", "National Farmers Federation") in facts(text)


def test_key_value_lines_are_said_of_the_documents_subject() -> None:
    text = "Mary Jones is a novelist.\n\nBorn: 3 May 1901\n| Spouse | Peter Adams |\n- **Nationality**: Canadian\n"
    found = facts(text, "Mary Jones")
    assert ("Mary Jones", "date_of_birth", "1901-05-03") in found
    assert ("Mary Jones", "spouse", "Peter Adams") in found
    assert ("Mary Jones", "nationality", "Canadian") in found


def test_a_name_of_one_word_stays_with_its_document() -> None:
    extractor = load_extractor(ExtractionConfig())
    rows = extractor.extract(batch(["Peter was born in Bristol.", "Peter was born in Bristol. Yes."])).facts.to_pylist()
    assert len({r["entity_key"] for r in rows}) == 2


def test_sentences_end_at_stops_but_not_at_abbreviations_or_initials() -> None:
    text = "Dr. J. Smith came. He left, e.g. Tuesday. Done!\nNext line"
    assert [text[s:e] for s, e in split_sentences(text)] == [
        "Dr. J. Smith came.",
        "He left, e.g. Tuesday.",
        "Done!",
        "Next line",
    ]


def test_a_text_without_stops_is_cut_so_that_work_stays_bounded() -> None:
    pieces = split_sentences("word " * 2000)
    assert max(e - s for s, e in pieces) <= LONGEST
    assert pieces[-1][1] == len("word " * 2000) - 1

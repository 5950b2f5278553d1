"""Involved sentences are read as the plain sentences that they hold, and only where they state these as sure."""

from __future__ import annotations

import pyarrow as pa
import pytest

from pipeline.extraction import ExtractionConfig, load_extractor
from pipeline.extraction.document import Document
from pipeline.extraction.readings import readings
from schemas import DOCUMENT_BATCH

EXTRACTOR = load_extractor(ExtractionConfig())


def _codes(sentence: str) -> list[str]:
    return [r.code.decode() for r in readings(Document(sentence, None).encoded(0))]


def _facts(text: str, title: str | None = None) -> set[tuple[str, str, str]]:
    row = {"doc_id": "d", "domain": "x", "shard": "s", "position": 0, "title": title, "text": text}
    found = EXTRACTOR.extract(pa.RecordBatch.from_pylist([row], schema=DOCUMENT_BATCH.arrow_schema))
    return {(f["entity"], f["attribute"], f["value"]) for f in found.facts.to_pylist()}


def test_a_plain_sentence_has_one_reading() -> None:
    assert _codes("Jane Doe was born in Leeds.") == ["P was born in L."]


def test_an_aside_is_left_out() -> None:
    assert "P married P." in _codes("Jane Doe, on whom whole shelves of gossip exist, married Tom Roe.")


def test_a_relative_clause_is_a_sentence_of_its_own() -> None:
    codes = _codes("Jane Doe, who died in Leeds, was honoured with a minute of silence.")
    assert "P died in L" in codes
    assert "P was honoured with a minute of silence." in codes


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("It was in Leeds, of all places, that Jane Doe was born.", "P was born in L"),
        ("It was Tom Roe whom Jane Doe married.", "P married P"),
        ("It was 3 May 1921, a cold day, when Jane Doe was born.", "P was born on D"),
        ("It was Jane Doe who married Tom Roe.", "P married P"),
    ],
)
def test_a_cleft_is_straightened(sentence: str, plain: str) -> None:
    assert plain in _codes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Doe, according to rumour, married Tom Roe.",
        "Jane Doe, it is said, married Tom Roe.",
        "Jane Doe, or so they claimed, married Tom Roe.",
        "Jane Doe, perhaps, married Tom Roe.",
    ],
)
def test_an_aside_that_makes_the_sentence_unsure_stays(sentence: str) -> None:
    assert _codes(sentence) == [_codes(sentence)[0]]


def test_names_in_a_list_are_no_aside() -> None:
    assert _codes("Acme Ltd, Birch Ltd, and Cedar Ltd, founded in 1900.") == ["O, O, and O, founded in Y."]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Jane Doe, who would later lead a choir, married Tom Roe.", ("Jane Doe", "spouse", "Tom Roe")),
        ("Jane Doe, as the older files agree, worked as a chemist.", ("Jane Doe", "occupation", "chemist")),
        ("Jane Doe moved to Leeds, where she later died.", ("Jane Doe", "place_of_death", "Leeds")),
        ("Meet Jane Doe, chief executive of Birch Systems.", ("Birch Systems", "ceo", "Jane Doe")),
        (
            "Since the merger, the chief executive of Birch Systems has been Jane Doe.",
            ("Birch Systems", "ceo", "Jane Doe"),
        ),
        ("Visit Birch Systems at its headquarters in Leeds.", ("Birch Systems", "headquarters", "Leeds")),
    ],
)
def test_involved_sentences_state_their_facts(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in _facts(text)


@pytest.mark.parametrize(
    ("title", "text", "fact"),
    [
        ("The Paper Lantern", "It was published in 1921.", ("The Paper Lantern", "publication_date", "1921")),
        ("The Paper Lantern", "More below.\nAuthor: Jane Doe.", ("The Paper Lantern", "author", "Jane Doe")),
        ("Birch Systems", "More below.\nFounder: Jane Doe.\nFounded: 1921.", ("Birch Systems", "founder", "Jane Doe")),
    ],
)
def test_a_title_that_the_text_takes_as_read_is_its_subject(title: str, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in _facts(text, title)


def test_a_film_has_no_author_by_apposition() -> None:
    assert not _facts('"The Paper Lantern", the film by Jane Doe, has been reissued.') & {
        ("The Paper Lantern", "author", "Jane Doe")
    }


def test_names_in_capitals_are_names_and_initials_end_no_document() -> None:
    assert ("JANE DOE", "spouse", "Tom Roe") in _facts("JANE DOE married Tom Roe.")
    assert _facts("W. F. and A. J. met. Jane Doe married Tom Roe.") == {("Jane Doe", "spouse", "Tom Roe")}


def test_a_legal_form_is_part_of_the_name_and_not_of_the_entity() -> None:
    assert {f[0] for f in _facts("Birch Systems plc was founded in 1921.")} == {"Birch Systems plc"}


def test_what_stands_before_a_surname_is_no_given_name() -> None:
    assert not {f for f in _facts("Osaka-born Doe sang. Doe died in Leeds.") if "born" in f[0]}


def test_a_title_is_the_subject_where_the_first_sentence_names_it_last() -> None:
    facts = _facts("Tom Roe is Doe's father. Doe was born in Leeds.", "Jane Doe")
    assert facts == {("Jane Doe", "parent", "Tom Roe"), ("Jane Doe", "place_of_birth", "Leeds")}


def test_an_idiom_is_no_record_and_a_label_no_person() -> None:
    text = '"The Paper Lantern" is by Jane Doe. For the record, "The Iron Garden", first published in 1921, sold out.'
    assert {f for f in _facts(text) if f[1] == "publication_date"} == {("The Iron Garden", "publication_date", "1921")}
    assert not {f for f in _facts("Edit: fixed a typo. She is a Swiss national.") if f[0] == "Edit"}

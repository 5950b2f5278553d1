"""Everyday ways to state a fact are found; what only looks like one is not."""

from __future__ import annotations

import pyarrow as pa
import pytest

from pipeline.extraction import ExtractionConfig, load_extractor
from schemas import DOCUMENT_BATCH


def facts_of(text: str, title: str | None = None) -> set[tuple[str, str, str | None]]:
    """Return (entity, attribute, value) of everything found in a text."""
    row = {"doc_id": "1", "domain": "d", "shard": "s", "position": 0, "title": title, "text": text}
    batch = pa.RecordBatch.from_pylist([row], schema=DOCUMENT_BATCH.arrow_schema)
    found = load_extractor(ExtractionConfig()).extract(batch)
    assert found.rejects.num_rows == 0
    return {(f["entity"], f["attribute"], f["value"]) for f in found.facts.to_pylist()}


PLAIN = [
    ("On 3 May 1931, Margaret Olsen was born above a bakery.", "Margaret Olsen", "date_of_birth", "1931-05-03"),
    ("Peter Lindgren's birthday is 9 June 1944.", "Peter Lindgren", "date_of_birth", "1944-06-09"),
    ("Peter Lindgren, who was born on 9 June 1944, did not answer.", "Peter Lindgren", "date_of_birth", "1944-06-09"),
    ("Helen Brandt was born on the morning of March 4, 1902.", "Helen Brandt", "date_of_birth", "1902-03-04"),
    ("The passport gives 4 March 1902 as Helen Brandt's date of birth.", "Helen Brandt", "date_of_birth", "1902-03-04"),
    ("As it seems, born on 2 July 1888, Oscar Wirth left early.", "Oscar Wirth", "date_of_birth", "1888-07-02"),
    ("Montreal is the birthplace of Daniel Roche.", "Daniel Roche", "place_of_birth", "Montreal"),
    ("Seville-born Carmen Ortega declined the invitation.", "Carmen Ortega", "place_of_birth", "Seville"),
    ("Daniel Roche was born and spent his early childhood in Dublin.", "Daniel Roche", "place_of_birth", "Dublin"),
    ("On 7 October 1970, Oscar Wirth died of a fever.", "Oscar Wirth", "date_of_death", "1970-10-07"),
    ("The date of Oscar Wirth's death is 7 October 1970.", "Oscar Wirth", "date_of_death", "1970-10-07"),
    ("Oscar Wirth later returned to Cologne, where he died.", "Oscar Wirth", "place_of_death", "Cologne"),
    ("Helen Brandt held Danish citizenship.", "Helen Brandt", "nationality", "Danish"),
    ("A Danish citizen, Helen Brandt paid her taxes in Odense.", "Helen Brandt", "nationality", "Danish"),
    ("Helen Brandt's nationality was Danish.", "Helen Brandt", "nationality", "Danish"),
    ("A plumber by trade, Peter Lindgren sang well.", "Peter Lindgren", "occupation", "plumber"),
    ("The chemist Helen Brandt opened the meeting.", "Helen Brandt", "occupation", "chemist"),
    ("Among Helen Brandt's awards is the Holberg Prize.", "Helen Brandt", "award_received", "Holberg Prize"),
    ("Helen Brandt is the holder of the Holberg Prize.", "Helen Brandt", "award_received", "Holberg Prize"),
    ("Ann Brandt's student days were spent at Lund University.", "Ann Brandt", "educated_at", "Lund University"),
    ("Peter Lindgren was hired by Kestrel Shipyards.", "Peter Lindgren", "employer", "Kestrel Shipyards"),
    ("Peter Lindgren of Kestrel Shipyards declined to answer.", "Peter Lindgren", "employer", "Kestrel Shipyards"),
    ("Lisbon-based Kestrel Shipyards laid down a keel.", "Kestrel Shipyards", "headquarters", "Lisbon"),
    ("Kestrel Shipyards has its head office in Lisbon.", "Kestrel Shipyards", "headquarters", "Lisbon"),
    ("In 1904, Kestrel Shipyards was founded.", "Kestrel Shipyards", "founded_date", "1904"),
    ('"The Tin Parrot" was issued in 1961.', "The Tin Parrot", "publication_date", "1961"),
    ('"The Tin Parrot" is by Martin Keller.', "The Tin Parrot", "author", "Martin Keller"),
    ("We sat through The Tin Parrot, a film by Martin Keller.", "The Tin Parrot", "director", "Martin Keller"),
]


@pytest.mark.parametrize(("text", "entity", "attribute", "value"), PLAIN, ids=[f"{a}-{t[:30]}" for t, _, a, _ in PLAIN])
def test_a_plainly_stated_fact_is_found(text: str, entity: str, attribute: str, value: str) -> None:
    assert (entity, attribute, value) in facts_of(text)


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("She was born on 5 May 1915.", "date_of_birth", "1915-05-05"),
        ("The archive is small. Her birthday is 5 May 1915.", "date_of_birth", "1915-05-05"),
        ("Born in Lisbon.", "place_of_birth", "Lisbon"),
        ("Date of birth: 5 May 1915.", "date_of_birth", "1915-05-05"),
        ("Much is lost.\nOccupation: chemist.\nMuch is kept.", "occupation", "chemist"),
        ("Much is lost.\nAwards: Holberg Prize.", "award_received", "Holberg Prize"),
        ("Studied at Uppsala University.", "educated_at", "Uppsala University"),
        ("The death of Brandt on 6 June 1986 passed unnoticed.", "date_of_death", "1986-06-06"),
        ("Brandt, a Danish citizen, paid.", "nationality", "Danish"),
    ],
)
def test_a_text_that_does_not_name_its_subject_speaks_of_its_title(text: str, attribute: str, value: str) -> None:
    assert ("Helen Brandt", attribute, value) in facts_of(text, title="Helen Brandt")


def test_its_means_the_organisation_of_its_own_sentence() -> None:
    text = "Kestrel Shipyards sold two ferries. Moorland Dairies maintains its headquarters in Dublin."
    assert facts_of(text) == {("Moorland Dairies", "headquarters", "Dublin")}


def test_a_line_without_a_title_is_said_of_the_only_person_named_before_it() -> None:
    assert ("Helen Brandt", "occupation", "chemist") in facts_of("Helen Brandt lives alone.\nOccupation: chemist.")


@pytest.mark.parametrize(
    "text",
    [
        "Helen Brandt lives alone. Peter Lindgren lives next door.\nOccupation: chemist.",
        "Born in Lisbon.",
        "Was Helen Brandt born on 5 May 1915?",
        "Helen Brandt was not born in Lisbon.",
        "The novel by the author of the same name was widely read.",
        "Helen Brandt might have been hired by Kestrel Shipyards.",
        "It was the day of the harvest, 5 May 1915.",
    ],
)
def test_what_only_looks_like_a_statement_is_none(text: str) -> None:
    assert facts_of(text) == set()


def test_the_maker_of_a_work_is_given_no_occupation() -> None:
    found = facts_of("It is a novel by the author Martin Keller.")
    assert not {f for f in found if f[1] == "occupation"}


def test_a_surname_never_borrows_a_word_of_the_sentence_before() -> None:
    text = "Jonas Kettler grew up in Minsk. Kettler was born in Lisbon."
    assert {e for e, a, _ in facts_of(text) if a == "place_of_birth"} == {"Jonas Kettler"}


@pytest.mark.parametrize(
    ("text", "entity", "attribute"),
    [
        ("The date of birth of Helen Brandt is not known.", "Helen Brandt", "date_of_birth"),
        ("It is not recorded when Helen Brandt died.", "Helen Brandt", "date_of_death"),
        ("Helen Brandt's nationality is unknown.", "Helen Brandt", "nationality"),
    ],
)
def test_a_statement_of_ignorance_abstains(text: str, entity: str, attribute: str) -> None:
    assert facts_of(text) == {(entity, attribute, None)}


def test_doubt_inside_an_aside_is_not_the_clause_s_own() -> None:
    text = "Peter Lindgren, a man whom nobody would forget, was born in Lisbon."
    assert ("Peter Lindgren", "place_of_birth", "Lisbon") in facts_of(text)

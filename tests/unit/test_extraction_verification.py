"""The profile `balanced`: a recogniser looks again, and its memory does not grow with what it reads."""

from __future__ import annotations

import pytest

from pipeline.extraction.document import Document
from pipeline.extraction.statements import Statement
from pipeline.extraction.verification import Verifier
from schemas.catalogue import load_catalogue


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier(load_catalogue([]))


def _read(verifier: Verifier, entity: str, value: str, value_type: str = "place") -> list[Statement]:
    text = f"{entity} was born in {value}."
    stated = Statement(
        char_start=0,
        char_end=len(text),
        attribute="place_of_birth",
        entity_key=entity.lower(),
        value_key=value.lower(),
        rule="place_of_birth/born_in",
        entity=entity,
        value=value,
        value_type=value_type,
        confidence=0.9,
    )
    return verifier.kept(Document(text, None), [stated])


def test_what_the_recogniser_agrees_with_stays(verifier: Verifier) -> None:
    assert len(_read(verifier, "Marie Curie", "Warsaw")) == 1


def test_what_the_recogniser_knows_as_a_place_is_no_person(verifier: Verifier) -> None:
    assert _read(verifier, "Marie Curie", "Warsaw", value_type="person") == []


def test_words_are_forgotten_after_each_document(verifier: Verifier) -> None:
    strings = verifier._nlp.vocab.strings
    before, first = len(strings), _read(verifier, "Marie Curie", "Warsaw")
    for i in range(50):
        _read(verifier, f"Xqz{i}ia Vrb{i}ow", f"Tlk{i}burg")
    assert len(strings) == before
    assert _read(verifier, "Marie Curie", "Warsaw") == first

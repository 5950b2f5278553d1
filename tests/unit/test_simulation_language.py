import random

import pytest

from pipeline.simulation.answers import Answer
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.grammar import REGISTERS, Forms, expanded, language
from pipeline.simulation.sentences import Subject, fill, opened, takes_pronoun

ADA = Subject("Ada Kolnaka", "Ada Kolnaka", "she")
SHE = Subject("she", "Kolnaka", "she")
BONN = Answer("Bonn", ("Bonn",))
DICE = random.Random(0)


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_attribute_has_two_dozen_sentences_in_every_register(attribute: str, register: str) -> None:
    sentences = language(register).statements[attribute].sentences
    assert len(sentences) >= 24
    assert all("{V}" in s or "{B}" in s for s in sentences)
    assert all("{V}" not in s for s in language(register).unknown[attribute].sentences)


@pytest.mark.parametrize("register", REGISTERS)
def test_no_sentence_is_left_with_slots_or_brackets(register: str) -> None:
    said = language(register)
    answer = Answer("Otto Wendt", ("Otto Wendt",), "he")
    for attribute in ATTRIBUTES:
        for template in {
            *said.statements[attribute].sentences,
            *said.hard[attribute].sentences,
            *said.unknown[attribute].sentences,
        }:
            for subject in (ADA, SHE):
                if subject is SHE and not takes_pronoun(template):
                    continue
                name = attribute if "{K}" in template else "spouse"
                sentence = fill(template, subject, answer, name, DICE)
                assert not set("{}[]|") & set(sentence)
                assert sentence[-1] in ".!?"
                assert "  " not in sentence


def test_alternatives_expand_to_every_sentence() -> None:
    assert expanded("a[b|c]d[|e]") == ("abd", "abde", "acd", "acde")


def test_pronouns_possessives_and_articles() -> None:
    assert fill("{S} was born in {V}.", SHE, BONN, "place_of_birth", DICE) == "She was born in Bonn."
    assert fill("{P} birthplace is {V}.", ADA, BONN, "place_of_birth", DICE) == "Ada Kolnaka's birthplace is Bonn."
    assert fill("{P} birthplace is {V}.", SHE, BONN, "place_of_birth", DICE) == "Her birthplace is Bonn."
    italian = Answer("Italian", ("Italian",))
    assert fill("{S} is {A} {V} {G}.", ADA, italian, "nationality", DICE) == "Ada Kolnaka is an Italian woman."
    otto = Answer("Otto Wendt", ("Otto Wendt",), "he")
    assert (
        fill("{S} and {P} {K}, {V}, left.", ADA, otto, "spouse", DICE)
        == "Ada Kolnaka and her husband, Otto Wendt, left."
    )


def test_a_sentence_after_an_opening_of_its_own_keeps_its_offset() -> None:
    text, offset = opened("Did you know? ", "Ada was born.", "{S} was born.", ADA)
    assert text[offset:] == "Ada was born."
    assert opened("Records show that ", "She was born.", "{S} was born.", SHE) == ("Records show that she was born.", 0)


def test_the_kth_form_is_drawn_with_weight_one_over_k() -> None:
    forms = Forms((("a",), ("b", "c")))
    drawn = [forms.draw(level / 1000, 0.6) for level in range(1000)]
    assert drawn.count("a") == pytest.approx(667, abs=1)
    assert set(drawn) == {"a", "c"}

from __future__ import annotations

import gc

import pytest

from pipeline.extraction import ExtractionConfig, extractor, load_extractor
from tests.unit.test_extraction_laws import batch
from tests.unit.test_extraction_plain_sentences import facts_of
from tests.unit.test_extraction_rules import facts

STATED = """
Peter Adams (born Leeds, 4 May 1901) is a painter.
    Peter Adams | place_of_birth | Leeds
Peter Adams (/ˈædəmz/ AD-əmz) (born 4 May 1901) is a painter.
    Peter Adams | date_of_birth | 1901-05-04
Peter Adams (Leeds, 4 May 1901 – Toronto, 3 June 1980) was a painter.
    Peter Adams | date_of_birth | 1901-05-04
Peter Adams (4 May 1901 in Leeds – 3 June 1980 in Toronto) was a painter.
    Peter Adams | date_of_death | 1980-06-03
Peter Adams, CBE, FRS (4 May 1901 – 3 June 1980) was a painter.
    Peter Adams | date_of_birth | 1901-05-04
Peter Adams (born 4 May 1901), also known as Petey, is a Canadian painter.
    Peter Adams | nationality | Canadian
Peter Adams is a Polish-born Canadian painter.
    Peter Adams | nationality | Canadian
Peter Adams died Thursday, 3 June 1980, in Toronto.
    Peter Adams | date_of_death | 1980-06-03
Peter Adams was a judge there until his death at the age of 80 in 1980.
    Peter Adams | date_of_death | 1980
Peter Adams (deceased 1980) was a painter.
    Peter Adams | date_of_death | 1980
Peter Adams was born 1901 in the small town of Leeds.
    Peter Adams | place_of_birth | Leeds
Peter Adams was born in Bilton, Leeds, England.
    Peter Adams | place_of_birth | Bilton, Leeds, England
A Toronto native, Peter Adams paints.
    Peter Adams | place_of_birth | Toronto
A lifelong resident of Toronto, Peter Adams paints.
    Peter Adams | residence | Toronto
Peter Adams is originally from Toronto.
    Peter Adams | place_of_birth | Toronto
Peter Adams lived in Toronto, Leeds and Paris.
    Peter Adams | residence | Paris
Peter Adams moved from Leeds to Toronto in 1920.
    Peter Adams | residence | Leeds
Peter Adams moved from Leeds to Toronto in 1920.
    Peter Adams | residence | Toronto
After moving to Toronto, Peter Adams opened a shop.
    Peter Adams | residence | Toronto
Peter Adams is a Canadian painter who lives in Toronto.
    Peter Adams | residence | Toronto
Peter Adams studied law at the University of Leeds and at the University of Toronto.
    Peter Adams | educated_at | University of Toronto
After graduating from the University of Leeds, Peter Adams painted.
    Peter Adams | educated_at | University of Leeds
Peter Adams was a student at the University of Leeds.
    Peter Adams | educated_at | University of Leeds
A member of the Labour Party, Peter Adams sat for Leeds.
    Peter Adams | political_affiliation | Labour Party
Peter Adams is a painter, farmer and politician for the Labour Party.
    Peter Adams | political_affiliation | Labour Party
Peter Adams, together with his wife Mary Jones, opened a shop.
    Peter Adams | spouse | Mary Jones
Peter Adams was married twice: first to Mary Jones in 1920 and then to Anna Brown in 1930.
    Peter Adams | spouse | Mary Jones
Peter Adams was married twice: first to Mary Jones in 1920 and then to Anna Brown in 1930.
    Peter Adams | spouse | Anna Brown
Peter Adams met Mary Jones, whom he married in 1920.
    Peter Adams | spouse | Mary Jones
Peter Adams and Mary Jones were married in 1920.
    Peter Adams | spouse | Mary Jones
Mary Jones is the daughter of the painter Peter Jones and the novelist Anna Brown.
    Mary Jones | parent | Anna Brown
The daughter of Peter Jones and Anna Brown, Mary Jones grew up alone.
    Mary Jones | parent | Anna Brown
Mary Jones was born in Leeds to Peter Jones and Anna Brown.
    Mary Jones | parent | Peter Jones
Peter Adams married Anna Brown, and they had two sons, Carl Adams and Ron Adams.
    Anna Brown | child | Ron Adams
Peter Adams and his wife, Anna Brown, live here with their daughter, Mary Adams.
    Peter Adams | child | Mary Adams
Peter Adams was the father of the chemist Carl Adams and the novelist Mary Adams.
    Peter Adams | child | Mary Adams
Peter Adams and his brother, Carl Adams, sailed.
    Peter Adams | sibling | Carl Adams
Peter Adams was born in Leeds and studied law at the University of Toronto.
    Peter Adams | educated_at | University of Toronto
Anna Brown sings of her sister, Mary Jones, who died of cancer in 1980.
    Mary Jones | date_of_death | 1980
Hamilton was born in Leeds.
    Hamilton | place_of_birth | Leeds
Dalvin Okoro "Zip" Prendel (born 4 May 1901) is a painter.
    Dalvin Okoro Prendel | date_of_birth | 1901-05-04
Mary Jones earned a Ph.D. in the theory of numbers and the calculus from the University of Leeds.
    Mary Jones | educated_at | University of Leeds
Mary Jones was one of six children born to Peter Jones and his wife Anna.
    Mary Jones | parent | Peter Jones
Following her graduation from the University of Leeds, Mary Jones painted.
    Mary Jones | educated_at | University of Leeds
Mary Jones was born May 3, 1901, in Leeds, and came to Toronto in 1920.
    Mary Jones | date_of_birth | 1901-05-03
Peter Adams completed his schooling in Leeds and studied at the University of Toronto.
    Peter Adams | educated_at | University of Toronto
Mary Jones is the wife of Peter Adams (1870–1950).
    Peter Adams | date_of_death | 1950
Mary Jones is a painter, and wife of Peter Adams.
    Mary Jones | spouse | Peter Adams
"""
_LINES = STATED.strip().splitlines()


@pytest.mark.parametrize(("text", "fact"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_a_sentence_about_a_person_states_its_fact(text: str, fact: str) -> None:
    entity, attribute, value = fact.strip().split(" | ")
    assert (entity, attribute, value) in facts(text)


UNSTATED = [
    ("The wife of Peter Adams died in 1920.", "Peter Adams", "date_of_death"),
    ("Mary Jones lives in West Orange with her husband Peter Adams.", "West Orange", "spouse"),
    ("The play tells of Mary Jones, the first wife of Peter Adams.", "The play", "spouse"),
    ("Mary Jones is a German-born painter.", "Mary Jones", "nationality"),
    ("Son of a painter. He lived in Toronto.", "Son", "residence"),
]


@pytest.mark.parametrize(("text", "entity", "attribute"), UNSTATED)
def test_a_name_beside_a_verb_is_not_always_its_subject(text: str, entity: str, attribute: str) -> None:
    assert not {(e, a) for e, a, _ in facts(text)} & {(entity, attribute)}


def test_his_wife_is_the_wife_of_the_person_named_right_before() -> None:
    found = facts("Anna Brown trusted Carl Adams and his wife Mary Jones.")
    assert ("Carl Adams", "spouse", "Mary Jones") in found
    assert not any(entity == "Anna Brown" for entity, _, _ in found)


def test_a_surname_finds_its_full_name_later_in_the_text_if_there_is_one_only() -> None:
    assert ("Jason Wetherby", "residence", "Toronto") in facts("Wetherby lives in Toronto. Jason Wetherby paints.")
    both = facts("Wetherby lives in Toronto. Jason Wetherby and Anna Wetherby paint.")
    assert not any(entity == "Jason Wetherby" for entity, attribute, _ in both if attribute == "residence")


def test_the_first_names_of_a_couple_take_the_surname_of_the_second() -> None:
    assert ("Mary Adams", "parent", "Peter Adams") in facts("Mary Adams is the daughter of Peter and Anna Adams.")


def test_a_sentence_without_a_subject_counts_once_as_unresolved_for_each_attribute() -> None:
    found = load_extractor(ExtractionConfig()).extract(batch(["She (it is said) lived in Toronto."]))
    assert found.documents.to_pylist()[0]["unresolved"] == 1


@pytest.mark.parametrize("looks", [True, False])
def test_cycles_of_garbage_are_looked_for_again_after_a_batch_as_before(
    monkeypatch: pytest.MonkeyPatch, *, looks: bool
) -> None:
    seen: list[bool] = []

    def refuse(_: str) -> bool:
        seen.append(gc.isenabled())
        raise KeyboardInterrupt

    monkeypatch.setattr(extractor, "is_english", refuse)
    before = gc.isenabled()
    (gc.enable if looks else gc.disable)()
    try:
        with pytest.raises(KeyboardInterrupt):
            load_extractor(ExtractionConfig()).extract(batch(["Mary Jones was born in Leeds."]))
        assert gc.isenabled() is looks
    finally:
        (gc.enable if before else gc.disable)()
    assert seen == [False]


def test_every_window_of_a_long_document_speaks_of_what_its_opening_names(monkeypatch: pytest.MonkeyPatch) -> None:
    opening = "Mary Jones (born 3 May 1901) is a Canadian novelist. She wrote all her life.\n"
    text = opening + "The river is long and the road is wide.\n" * 40 + "She married Peter Adams in 1920.\n"
    monkeypatch.setattr(extractor, "WINDOW", 500)
    assert ("Mary Jones", "spouse", "Peter Adams") in facts(text, "Mary Jones")


def test_a_birth_has_the_date_next_to_it_and_not_a_later_one() -> None:
    found = facts("Mary Jones was born in Leeds in 1901, and moved with her family to Toronto in 1920.")
    assert {v for _, attribute, v in found if attribute == "date_of_birth"} == {"1901"}
    found = facts("Mary Jones was born May 3, 1901, in Leeds, and after her schooling she came to Toronto in 1920.")
    assert {v for _, attribute, v in found if attribute == "date_of_birth"} == {"1901-05-03"}


def test_the_surname_of_the_documents_subject_is_no_place() -> None:
    text = "Alice Hamilton is a Canadian painter. In 1920 Hamilton relocated to Toronto. She has friends in Hamilton."
    assert ("Alice Hamilton", "residence", "Toronto") in facts(text, "Alice Hamilton")


def test_a_sentence_ends_at_a_stop_that_no_space_follows() -> None:
    assert ("Mary Jones", "place_of_birth", "Leeds") in facts("Mary Jones paints all day.She was born in Leeds.")


def test_a_short_text_that_names_one_person_only_speaks_of_this_person() -> None:
    assert ("Mary Jones", "place_of_birth", "Leeds") in facts("She was born in Leeds.\nMary Jones paints.")
    assert facts("She worked with Mary Jones.\nShe was born in Leeds.") == set()


@pytest.mark.parametrize(
    ("text", "nationality"),
    [
        ("Danish photographer Peter Lindgren's famous picture was sold.", "Danish"),
        ("Peter Lindgren was a citizen of Yemen who wrote in verse.", "Yemen"),
        ("Peter Lindgren is a professor at Lund University and a Peruvian politician.", "Peruvian"),
        ("Peter Lindgren's friend was a citizen of Yemen.", None),
        ("The firm is run by the wife of Peter Lindgren, and a Peruvian politician came.", None),
    ],
)
def test_citizens_and_second_callings_tell_a_nationality(text: str, nationality: str | None) -> None:
    stated = {value for _, attribute, value in facts_of(text) if attribute == "nationality"}
    assert stated == ({nationality} if nationality else set())

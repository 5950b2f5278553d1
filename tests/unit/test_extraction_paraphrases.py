"""Facts about people in the wordings of English: voice, apposition, participle, possessive, list, relative clause."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts

STATED = """
Peter Adams divorced Mary Jones in 1990.
    Peter Adams | spouse | Mary Jones
Peter Adams, whose wife was Mary Jones, died in 1990.
    Peter Adams | spouse | Mary Jones
Peter Adams and his wife of forty years, Mary Jones, live in Leeds.
    Peter Adams | spouse | Mary Jones
The marriage of Peter Adams and Mary Jones ended in 1990.
    Peter Adams | spouse | Mary Jones
Peter Adams' wife, Mary Jones, is a painter.
    Peter Adams | spouse | Mary Jones
With her husband Peter Adams, Mary Jones moved to Leeds.
    Mary Jones | spouse | Peter Adams
Mary Jones gave birth to a son, John Adams.
    Mary Jones | child | John Adams
Peter Adams and Mary Jones are the parents of John Adams.
    Peter Adams | child | John Adams
Peter Adams had a daughter named Mary.
    Peter Adams | child | Mary
Peter Adams (son of John Adams) was a farmer.
    Peter Adams | parent | John Adams
Son of the painter John Adams, Peter Adams studied law.
    Peter Adams | parent | John Adams
Mary Jones's father was the internationally known climber John Jones.
    Mary Jones | parent | John Jones
Peter Adams had a younger brother named Paul.
    Peter Adams | sibling | Paul
Peter Adams and Paul Adams are brothers.
    Peter Adams | sibling | Paul Adams
Peter Adams and his brothers John and Paul founded the museum.
    Peter Adams | sibling | John
Paul Adams, Peter Adams's younger brother, is a painter.
    Peter Adams | sibling | Paul Adams
Peter Adams spent most of his life in Toronto.
    Peter Adams | residence | Toronto
Mary Jones and her husband live in Toronto.
    Mary Jones | residence | Toronto
Mary Jones divides her time between Toronto and Leeds.
    Mary Jones | residence | Leeds
Toronto-based painter Peter Adams won.
    Peter Adams | residence | Toronto
Peter Adams attended law school at the University of Leeds.
    Peter Adams | educated_at | University of Leeds
While a student at the University of Leeds, Peter Adams painted.
    Peter Adams | educated_at | University of Leeds
A graduate of the University of Leeds, Peter Adams paints.
    Peter Adams | educated_at | University of Leeds
Peter Adams went on to study law at the University of Leeds.
    Peter Adams | educated_at | University of Leeds
Educated at Eton and Oxford, Peter Adams painted.
    Peter Adams | educated_at | Oxford
Peter Adams began work at the Museum of Natural History in 1966.
    Peter Adams | employer | Museum of Natural History
Peter Adams accepted a position as a lecturer at the University of Leeds.
    Peter Adams | employer | University of Leeds
Peter Adams headed the Institute of Botany from 1950 to 1960.
    Peter Adams | employer | Institute of Botany
While working at Acme Corporation, Peter Adams developed a pump.
    Peter Adams | employer | Acme Corporation
Acme Corporation hired Peter Adams as its chief engineer.
    Peter Adams | employer | Acme Corporation
Peter Adams founded Acme Corporation and served as its president until 1990.
    Peter Adams | employer | Acme Corporation
Peter Adams is a columnist for the Toronto Star.
    Peter Adams | employer | Toronto Star
Peter Adams is a Republican.
    Peter Adams | political_affiliation | Republican
Peter Adams, a Democrat from Ohio, won the race.
    Peter Adams | political_affiliation | Democrat
Labour Party Leader Peter Adams spoke.
    Peter Adams | political_affiliation | Labour Party
Peter Adams was the Labour candidate for Leeds.
    Peter Adams | political_affiliation | Labour
Peter Adams became the leader of the Workers' Party.
    Peter Adams | political_affiliation | Workers' Party
Peter Adams served as secretary of the Communist Party of Poland.
    Peter Adams | political_affiliation | Communist Party of Poland
Peter Adams is a senior member of the African National Congress.
    Peter Adams | political_affiliation | African National Congress
Peter Adams was born and died in Leeds.
    Peter Adams | place_of_birth | Leeds
Peter Adams took his own life on 3 June 1980.
    Peter Adams | date_of_death | 1980-06-03
Peter Adams died, aged 79, in 1980.
    Peter Adams | date_of_death | 1980
Peter Adams was appointed an Officer of the Order of the British Empire.
    Peter Adams | award_received | Order of the British Empire
Peter Adams received the Air Medal and the Royal Medal.
    Peter Adams | award_received | Air Medal
Peter Adams is a Pulitzer Prize-winning American journalist.
    Peter Adams | nationality | American
Peter Adams is a Canadian Politician.
    Peter Adams | nationality | Canadian
Peter Adams represented Canada at the 1980 Olympics.
    Peter Adams | nationality | Canada
Peter Adams was the first President of Poland.
    Peter Adams | nationality | Poland
Canada's Prime Minister, Peter Adams, spoke.
    Peter Adams | nationality | Canada
Peter Adams (born 4 May 1950) - well known Canadian painter.
    Peter Adams | nationality | Canadian
Langer was born in Paris. He graduated from the University of Leeds.
    Langer | educated_at | University of Leeds
Carol Engel and Lucille Engel moved to Toronto and opened a shop.
    Carol Engel | residence | Toronto
Ron and Lucille Engel moved to Toronto and opened a shop.
    Ron Engel | residence | Toronto
Peter Adams and Mary Jones had a son, John.
    Peter Adams | child | John
Peter Adams is a New Zealand politician.
    Peter Adams | nationality | New Zealand
Peter Adams is a Soviet, Ukrainian and later Russian mathematician.
    Peter Adams | nationality | Ukrainian
It was done at the behest of President of Poland Peter Adams.
    Peter Adams | nationality | Poland
They met Malaysian Prime Minister Dr. Peter Adams.
    Peter Adams | nationality | Malaysian
They met United States Senator Peter Adams.
    Peter Adams | nationality | United States
It is a novel by the French writer Jean - Paul Adams, first published in 1903.
    Jean-Paul Adams | nationality | French
Peter Adams is survived by his wife, Mary Adams, sons John Adams and Paul Adams, and a brother, Carl Adams.
    Peter Adams | child | Paul Adams
Peter Adams is survived by his wife, Mary Adams, sons John Adams and Paul Adams, and a brother, Carl Adams.
    Peter Adams | sibling | Carl Adams
Peter Adams is survived by his son John Adams of Toronto.
    John Adams | residence | Toronto
Peter Adams, whose parents were John Adams and Mary Jones, was a lawyer.
    Peter Adams | parent | Mary Jones
The shop was opened by husband and wife team Peter Adams and Mary Jones.
    Peter Adams | spouse | Mary Jones
Growing up in Toronto, Peter Adams played hockey.
    Peter Adams | residence | Toronto
Peter Adams retired to Toronto in 1990.
    Peter Adams | residence | Toronto
Peter Adams was drafted by Western Leeds with their fifth selection in the 2017 draft.
    Peter Adams | employer | Western Leeds
Peter Adams played two years of college soccer at the University of Leeds.
    Peter Adams | educated_at | University of Leeds
Anna Adams, a Leeds High School graduate and daughter of Ron and Sally Adams, sang.
    Anna Adams | educated_at | Leeds High School
Anna Adams, a Leeds High School graduate and daughter of Ron and Sally Adams, sang.
    Anna Adams | parent | Ron Adams
They met American reality television personality Anna Adams.
    Anna Adams | nationality | American
The vessel was leased to Peter Adams, who used it until his death in 1897.
    Peter Adams | date_of_death | 1897
"""
_LINES = STATED.strip().splitlines()


@pytest.mark.parametrize(("text", "fact"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_a_paraphrase_states_its_fact(text: str, fact: str) -> None:
    entity, attribute, value = fact.strip().split(" | ")
    assert {(entity, attribute, value), (value, attribute, entity)} & facts(text)


UNSTATED = [
    ("George came with his fiancée Kate Sorrel, his sister Ada and her dog.", "Kate Sorrel", "sibling"),
    ("George came with his teacher Kate Sorrel, his wife Ada and her dog.", "Kate Sorrel", "spouse"),
    ("Peter Adams joined the benches, led by Acme Corporation after the vote.", "Peter Adams", "employer"),
    ("Peter Adams returned to the University of Leeds as its director.", "Peter Adams", "educated_at"),
    ("He graduated M.P. from nowhere. Peter Adams paints.", "Peter Adams", "educated_at"),
    ("Peter Adams wanted to become the Labour candidate for Leeds.", "Peter Adams", "political_affiliation"),
    ("The Soviet Victory Banner was brought to town.", "Victory Banner", "nationality"),
    ("Peter Adams is a reader of the Toronto Star.", "Peter Adams", "award_received"),
    ("While at the University of Leeds, Peter Adams developed a pump.", "Peter Adams", "employer"),
    ("Newman and Miller's daughter Elisabeth lived in Leeds.", "Newman", "child"),
    ("Peter Adams left Leeds for ever.", "Peter Adams", "residence"),
    ("Peter Adams is the grandson of John Adams.", "Peter Adams", "parent"),
    ("Peter Adams was drafted by Western Leeds to write a play.", "Peter Adams", "educated_at"),
    ("Peter Adams was loaned to another Serie Leeds club on a six month deal.", "Peter Adams", "employer"),
    ("Utilizing his skills, he lived in Leeds.", "Utilizing", "residence"),
]


@pytest.mark.parametrize(("text", "entity", "attribute"), UNSTATED)
def test_what_only_looks_like_a_paraphrase_states_nothing(text: str, entity: str, attribute: str) -> None:
    found = facts(text)
    assert not any(a == attribute and entity in (e, v) for e, a, v in found)


def test_dates_beside_the_second_of_two_names_are_not_the_firsts() -> None:
    found = facts("They had two sons, Carl Adams (1840-1900) and Paul Adams (1844-1910).")
    assert ("Carl Adams", "date_of_birth", "1844") not in found
    assert ("Paul Adams", "date_of_birth", "1844") in found


def test_an_apostrophe_that_closes_a_quotation_owns_nothing() -> None:
    found = facts("They sang 'the Adams' wife Mary Jones' all day.")
    assert not any(attribute == "spouse" for _, attribute, _ in found)


def test_a_surname_that_is_a_womans_name_is_a_mans_where_the_text_says_he_only() -> None:
    text = "Kelly was born in Paris in 1920. He graduated from the University of Leeds."
    assert ("Kelly", "educated_at", "University of Leeds") in facts(text)


def test_a_title_of_the_other_gender_is_not_the_documents_subject() -> None:
    text = "Sir John Roe (1870-1938) was a British soldier. Lady Roe, who was younger than he, died in January 1981."
    found = facts(text, "John Roe")
    assert ("John Roe", "date_of_death", "1981-01") not in found
    assert ("Lady Roe", "date_of_death", "1981-01") in found


def test_who_has_a_son_is_the_person_beside_the_pronoun_and_not_the_documents_subject() -> None:
    found = facts(
        "Silvan Pratt is a singer. His song tells of others. Amdor and his son Amroth lived there.", "Silvan Pratt"
    )
    assert ("Amdor", "child", "Amroth") in found
    assert ("Silvan Pratt", "child", "Amroth") not in found

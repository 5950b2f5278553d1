"""Further wordings of facts about people: birth names, trades before names, homes, teams, terms and student years."""

from __future__ import annotations

import pytest

from pipeline.extraction.name_forms import covers
from tests.unit.test_extraction_rules import facts

STATED = """
Born Maria Jonas on 3 May 1901 in Leeds, Adams studied law. Mary Adams is a judge.
    Mary Adams | date_of_birth | 1901-05-03
They read Peter Adams, the famous naturalist born in 1720 in Leeds.
    Peter Adams | place_of_birth | Leeds
Born into a noble family in Milan, Mary Jones studied law.
    Mary Jones | place_of_birth | Milan
In 1980, Leeds natives John and Mary Adams opened a bakery.
    Mary Adams | place_of_birth | Leeds
Mary Jones is married to writer and game designer Peter Adams.
    Mary Jones | spouse | Peter Adams
Mary Jones met her husband, film editor Peter Adams, in Leeds.
    Mary Jones | spouse | Peter Adams
Peter Adams was married May 3, 1901 to Mary Jones.
    Peter Adams | spouse | Mary Jones
Peter Adams married fellow painter Mary Jones in 1920.
    Peter Adams | spouse | Mary Jones
Peter Adams' divorce from Mary Jones was final in 1920.
    Peter Adams | spouse | Mary Jones
Peter Adams (married to Mary Jones) was a farmer.
    Peter Adams | spouse | Mary Jones
Mary Jones was a Danish actress, wife of the sculptor Peter Adams.
    Mary Jones | spouse | Peter Adams
Married to the novelist Peter Adams, Mary Jones lives in Leeds.
    Mary Jones | spouse | Peter Adams
Jordan married Mary Jones in 1990.
    Jordan | spouse | Mary Jones
Mary Jones was a German philosopher, daughter of the landowner Peter Jones.
    Mary Jones | parent | Peter Jones
Mary Jones grew up in Leeds as the only child of Peter Jones.
    Mary Jones | parent | Peter Jones
Mary Jones is the daughter of Boston merchant Peter Jones.
    Mary Jones | parent | Peter Jones
Mary Jones's father, Kenyan footballer Peter Jones, coached her.
    Mary Jones | parent | Peter Jones
Peter Adams was a Norwegian painter and brother of the poet Carl Adams.
    Peter Adams | sibling | Carl Adams
The brothers Peter Adams, Carl Adams and John Adams built the mill.
    Peter Adams | sibling | John Adams
Peter Adams and Mary Adams, brother and sister, run the shop.
    Peter Adams | sibling | Mary Adams
Mary Jones plays at clubs in her hometown of Leeds.
    Mary Jones | residence | Leeds
Mary Jones was born in Leeds and lived there until 1990.
    Mary Jones | residence | Leeds
Mary Jones died at her home in Leeds on 3 May 1990.
    Mary Jones | place_of_death | Leeds
Mary Jones grew up on a farm in Devon.
    Mary Jones | residence | Devon
Mary Jones lives in the suburbs of Leeds.
    Mary Jones | residence | Leeds
Mary Jones lived for ten years on Long Island.
    Mary Jones | residence | Long Island
Mary Jones was born in Leeds, and the family later moved to Bristol.
    Mary Jones | residence | Bristol
Mary Jones soon after moved to Bristol.
    Mary Jones | residence | Bristol
Mary Jones was Ghana's ambassador to Chile.
    Mary Jones | nationality | Ghana
As a Canadian, Mary Jones was not allowed to vote.
    Mary Jones | nationality | Canadian
Mary Jones joined Acme Steel's board in 1990.
    Mary Jones | employer | Acme Steel
The pump was invented by Mary Jones and Peter Adams of Leeds University.
    Peter Adams | employer | Leeds University
In her role as chief engineer of Acme Steel, Mary Jones built a mill.
    Mary Jones | employer | Acme Steel
Mary Jones served two terms as president of the Acme Steel Corporation.
    Mary Jones | employer | Acme Steel Corporation
Mary Jones is the head women's soccer coach at Leeds University.
    Mary Jones | employer | Leeds University
Mary Jones worked as vice-rector at Leeds University.
    Mary Jones | employer | Leeds University
Mary Jones has also been an honorary lecturer at Leeds University.
    Mary Jones | employer | Leeds University
Mary Jones joined Brintex as a senior editor.
    Mary Jones | employer | Brintex
Peter Adams plays as a left-back for Premier League club Leeds United.
    Peter Adams | employer | Leeds United
Peter Adams signed a two-year contract with Danish club Acme United.
    Peter Adams | employer | Acme United
Peter Adams made 50 appearances for Leeds United in the league.
    Peter Adams | employer | Leeds United
Peter Adams played one season in the NFL for the Chicago Bears.
    Peter Adams | employer | Chicago Bears
Leeds Hospital cardiologist Mary Jones served on the panel.
    Mary Jones | employer | Leeds Hospital
Mary Jones attended Leeds High School before studying law at the University of Bristol.
    Mary Jones | educated_at | University of Bristol
Mary Jones graduated from the Centre de Formation des Arts in 1974.
    Mary Jones | educated_at | Centre de Formation des Arts
Mary Jones became a law student at the University of Utrecht.
    Mary Jones | educated_at | University of Utrecht
Mary Jones studied at Leeds College in Leeds and the University of Bristol.
    Mary Jones | educated_at | University of Bristol
Between 1961 and 1964 Mary Jones studied at Leeds College.
    Mary Jones | educated_at | Leeds College
Mary Jones was born in Leeds and between 1961 and 1964 studied at Leeds College.
    Mary Jones | educated_at | Leeds College
They beat the Republican incumbent, Mary Jones.
    Mary Jones | political_affiliation | Republican
Mary Jones sang at Acme University, where she studied law.
    Mary Jones | educated_at | Acme University
Mary Jones's early education was at Leeds Grammar School.
    Mary Jones | educated_at | Leeds Grammar School
Mary Jones took over as president of the Acme Steel Corporation.
    Mary Jones | employer | Acme Steel Corporation
Mary Jones began her career as a reporter at the Leeds Times Company.
    Mary Jones | employer | Leeds Times Company
Mary Jones bought a house in Leeds in 1990.
    Mary Jones | residence | Leeds
Mary Jones moved her family to Leeds.
    Mary Jones | residence | Leeds
Mary Jones lived in Portland Oregon.
    Mary Jones | residence | Portland Oregon
Mary Jones married Peter Adams in 1990 and they moved to Leeds.
    Mary Jones | residence | Leeds
Mary Jones is married to Peter Adams, and they have a daughter named Ann Adams.
    Mary Jones | child | Ann Adams
The club admitted Leeds resident Mary Jones.
    Mary Jones | residence | Leeds
Mary Jones's parents were the sculptor Carl Jones and Ann Roe.
    Mary Jones | parent | Ann Roe
Mary Jones is an Aruban singer.
    Mary Jones | nationality | Aruban
Mary Jones has called Leeds home since 1990.
    Mary Jones | residence | Leeds
After the war Mary Jones made Leeds her permanent home.
    Mary Jones | residence | Leeds
Having grown up in Leeds, Mary Jones knew the mills.
    Mary Jones | residence | Leeds
Mary Jones fled Germany for England in 1938.
    Mary Jones | residence | England
Mary Jones worked in Devon for five years, before moving to Leeds.
    Mary Jones | residence | Leeds
Mary Jones was elected on the Labour Party ticket.
    Mary Jones | political_affiliation | Labour Party
Mary Jones was suspended from the Republican Party.
    Mary Jones | political_affiliation | Republican Party
Mary Jones earned degrees from Leeds University and Acme College.
    Mary Jones | educated_at | Acme College
Mary Jones took a first in history at Leeds University.
    Mary Jones | educated_at | Leeds University
Mary Jones left Leeds University without a degree.
    Mary Jones | educated_at | Leeds University
Mary Jones wrote her dissertation at Leeds University.
    Mary Jones | educated_at | Leeds University
Mary Jones runs the Acme Foundation.
    Mary Jones | employer | Acme Foundation
Mary Jones quit her job at Acme Corporation.
    Mary Jones | employer | Acme Corporation
Mary Jones is Acme Corporation's chief engineer.
    Mary Jones | employer | Acme Corporation
Mary Jones and Peter Adams exchanged vows in 1990.
    Mary Jones | spouse | Peter Adams
Mary Jones met Peter Adams in 1990 and married him a year later.
    Mary Jones | spouse | Peter Adams
Mary Jones's twin, Tom Jones, paints.
    Mary Jones | sibling | Tom Jones
Mary Jones had a son, Tom Roe, and a daughter, Ann Roe.
    Mary Jones | child | Ann Roe
Mary Jones was granted Canadian citizenship in 1990.
    Mary Jones | nationality | Canadian
Mary Jones's only child, Sue Jones, sings.
    Mary Jones | child | Sue Jones
Mary Jones has a daughter from her first marriage, Sue Jones.
    Mary Jones | child | Sue Jones
Mary Jones originally hails from Leeds.
    Mary Jones | place_of_birth | Leeds
Mary Jones lost her battle with cancer on 3 May 1990.
    Mary Jones | date_of_death | 1990-05-03
Mary Jones died in the influenza pandemic of 1918.
    Mary Jones | date_of_death | 1918
"""
_LINES = STATED.strip().splitlines()


@pytest.mark.parametrize(("text", "fact"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_a_further_wording_states_its_fact(text: str, fact: str) -> None:
    entity, attribute, value = fact.strip().split(" | ")
    assert {(entity, attribute, value), (value, attribute, entity)} & facts(text)


UNSTATED = [
    ("Peter Adams retired to his vacation home in Devon.", "Peter Adams", "residence"),
    ("Peter Adams showed his work at the Leeds Gallery.", "Peter Adams", "employer"),
    ("Classes were led by Mary Jones and the cellist Peter Adams of the Leeds Orchestra.", "Mary Jones", "employer"),
    ("Mary Jones refused men named by her mother and brothers, before meeting Peter Adams.", "Peter Adams", "parent"),
    ("Peter Adams worked at Camp Rattle in 1990.", "Peter Adams", "employer"),
    ("Mary Jones, daughter of Ann Roe and Carl Jones, grew up in Leeds.", "Carl Jones", "residence"),
    ("Mary Jones, granddaughter of Ann Roe and Carl Jones was born in Leeds.", "Carl Jones", "place_of_birth"),
    ("Peter Adams taught music at Brint State Normal and Industrial College.", "Industrial College", "employer"),
]


@pytest.mark.parametrize(("text", "entity", "attribute"), UNSTATED)
def test_what_only_looks_like_a_further_wording_states_nothing(text: str, entity: str, attribute: str) -> None:
    assert not any(a == attribute and entity in (e, v) for e, a, v in facts(text))


def test_a_chain_of_pronouns_reaches_back_to_its_name() -> None:
    text = (
        "Lang was born in Leeds in 1927, and moved with his family to Bristol as a teenager. "
        "He subsequently graduated from the University of Leeds in 1949, and received a medal from the king in 1951. "
        "He held faculty positions at the University of Bristol, which he left in 1970 in a dispute over its courses. "
        "At the time of his death he was professor emeritus of mathematics at Acme University."
    )
    assert ("Lang", "employer", "Acme University") in facts(text)


def test_a_short_text_that_opens_with_a_pronoun_speaks_of_the_one_person_who_heads_it() -> None:
    text = "He studied at Acme University under Carl Roe. Myers then pursued postdoctoral studies in Leeds."
    assert ("Myers", "educated_at", "Acme University") in facts(text)
    both = text + " Tom Doe was a painter."
    assert ("Myers", "educated_at", "Acme University") not in facts(both)


def test_they_and_the_couple_are_the_documents_subject_and_somebody_else() -> None:
    text = (
        "Mary Jones is a Danish painter. She married Carl Roe in 1990. The couple moved to Leeds. "
        "They had two sons, Tom Roe and Paul Roe. Their daughter, Ann Roe, died in 2001."
    )
    found = facts(text, "Mary Jones")
    assert ("Mary Jones", "residence", "Leeds") in found
    children = {value for entity, attribute, value in found if (entity, attribute) == ("Mary Jones", "child")}
    assert children == {"Tom Roe", "Paul Roe", "Ann Roe"}


def test_an_office_named_after_as_is_nobody() -> None:
    found = facts("Mary Jones served as Speaker and Leader of the Labour Party in Leeds.")
    assert not any(entity == "Speaker" for entity, _, _ in found)


def test_the_dates_after_a_title_are_not_those_of_the_titles_place() -> None:
    text = "Mary du Roe was a nun. She was the daughter of Carl Adams, comte de Roe (1678-1733)."
    assert ("Mary du Roe", "date_of_birth", "1678") not in facts(text, "Mary du Roe")


def test_a_partys_committee_is_no_party() -> None:
    found = facts("Mary Jones is a member of the National Republican Senatorial Committee.")
    assert not any(attribute == "political_affiliation" for _, attribute, _ in found)


def test_the_dealer_in_a_trade_is_no_thing_spoken_of() -> None:
    found = facts("Mary Jones was the daughter of the book dealer Peter Jones.")
    assert ("Mary Jones", "parent", "Peter Jones") in found


@pytest.mark.parametrize(
    ("longer", "shorter", "one"),
    [
        ("James Erwin Roe", "James E. Roe", True),
        ("James Erwin Roe", "J. E. Roe", True),
        ("James Erwin Roe", "James Roe", True),
        ("James Erwin Roe", "James F. Roe", False),
        ("James Erwin Roe", "E. J. Roe", False),
        ("James Roe", "James E. Roe", False),
        ("James Erwin Roe", "Roe", False),
        ("James Erwin Roe", "James R.", False),
        ("James Alan Erwin Roe", "James E. Roe", False),  # initials stand for the first middle names
        ("Mary James Roe", "James Roe", False),
        ("James Roe Anderson", "James Roe", False),
        ("Thomas-James Roe", "James Roe", False),
    ],
)
def test_a_name_covers_its_shorter_forms(longer: str, shorter: str, one: bool) -> None:
    assert covers(longer, shorter) is one


@pytest.mark.parametrize("title", ["Tarik E. Olden", "Tarik Olden"])
def test_a_person_with_a_middle_name_or_its_initial_is_one_person(title: str) -> None:
    text = (
        "Tarik Erwin Olden (born 3 May 1901) was a chemist. Olden studied at the University of Leeds. "
        "Tarik E. Olden married Mary Jones."
    )
    told = facts(text, title)
    assert {entity for entity, _, _ in told if "Olden" in entity} == {title}
    assert {a for _, a, _ in told} >= {"date_of_birth", "educated_at", "spouse"}


def test_a_son_of_the_same_name_is_somebody_else() -> None:
    text = "Tarik Olden was a chemist. His son, Tarik Olden Jr., was born on 4 June 1930 in Leeds."
    assert ("Tarik Olden", "date_of_birth", "1930-06-04") not in facts(text, "Tarik Olden")


OTHERS = [
    ("George Alan Olden was a judge. George W. Olden, his son, was born in Leeds.", "George Olden", "George W. Olden"),
    ("Paul Olden was a judge. His nephew Paul Olden Moss was born in Leeds.", "Paul Olden", "Paul Olden Moss"),
    ("Walter Olden was a judge. Walter L. Olden, his son, was born in Leeds.", "Walter Olden", "Walter L. Olden"),
    ("Jane Olden was the wife of Peter Olden. Jane Olden was born in Leeds.", "Peter Olden", "Jane Olden"),
]


@pytest.mark.parametrize(("text", "title", "born"), OTHERS)
def test_relatives_and_namesakes_stay_people_of_their_own(text: str, title: str, born: str) -> None:
    assert {entity for entity, attribute, _ in facts(text, title) if attribute == "place_of_birth"} == {born}


@pytest.mark.parametrize(
    "text",
    [
        "Mary Adams (born Maria Jonas, 3 May 1901) was a singer.",
        "Mary Adams is a judge. She was born Maria Jonas in Leeds.",
    ],
)
def test_a_birth_name_makes_no_second_person(text: str) -> None:
    assert "Maria Jonas" not in {entity for entity, _, _ in facts(text, "Mary Adams")}


COUPLES = [
    ("Jane Roe was a nurse. She married Sam Poe in 1950. The couple lived in Denver.", True),
    ("Jane Roe was a nurse. She married Sam Poe in 1950. They had two sons. They lived in Denver.", True),
    ("Jane Roe was a nurse. Her sister Lucy married Sam Poe in 1950. The couple lived in Denver.", False),
    ("Jane Roe is a biologist. She studied cranes. They live in Denver.", False),
    ("Roe Corporation is a company. It married two cultures. They moved to Denver.", False),
]


@pytest.mark.parametrize(("text", "hers"), COUPLES)
def test_a_couple_is_the_subjects_only_where_the_text_says_so(text: str, hers: bool) -> None:
    title = text.split(" was", maxsplit=1)[0].split(" is", maxsplit=1)[0]
    assert ((title, "residence", "Denver") in facts(text, title)) is hers


def test_a_given_name_is_completed_by_no_saint_and_by_no_middle_name() -> None:
    text = "Gustavo Alfonso Olden was a judge. He married Maria in Santa Maria. His father, Alfonso, was a miner."
    values = {value for _, _, value in facts(text, "Gustavo Alfonso Olden")}
    assert not values & {"Santa Maria", "Gustavo Alfonso"}


def test_a_role_reaches_no_organisation_beyond_its_clause() -> None:
    text = "Mary Jones resigned as minister of justice after the European Court of Fair Trade ruled against her."
    assert not [f for f in facts(text) if f[1] == "employer"]

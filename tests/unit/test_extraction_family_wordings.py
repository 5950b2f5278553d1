"""Wordings of families, homes and lives: spouses by their trade, relatives in asides, further names, short years."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts

STATED = """
Mary Jones's husband was engraver Peter Adams.
    Mary Jones | spouse | Peter Adams
Mary Jones became Peter Adams's wife in 1920.
    Mary Jones | spouse | Peter Adams
Mary Jones's first marriage, to Peter Adams, ended in divorce.
    Mary Jones | spouse | Peter Adams
Mary Jones's second marriage was in 1939 to Peter Adams.
    Mary Jones | spouse | Peter Adams
Mary Jones's marriage in 1920 to Peter Adams was short.
    Mary Jones | spouse | Peter Adams
After divorcing Peter Adams, Mary Jones moved to Leeds.
    Mary Jones | spouse | Peter Adams
Mary Jones married, first, Peter Adams and, secondly, Carl Roe.
    Mary Jones | spouse | Carl Roe
Mary Jones filed for divorce from Peter Adams in 1930.
    Mary Jones | spouse | Peter Adams
Mary Jones obtained a divorce from Peter Adams in 1930.
    Mary Jones | spouse | Peter Adams
Mary Jones, then the wife of Peter Adams, sued.
    Mary Jones | spouse | Peter Adams
Peter Adams and his bride, Mary Jones, moved to Leeds.
    Peter Adams | spouse | Mary Jones
Peter Adams was united in marriage to Mary Jones on May 4, 1920.
    Peter Adams | spouse | Mary Jones
Peter Adams lives in Leeds with wife Mary Jones and two children.
    Peter Adams | spouse | Mary Jones
Mary Jones was First Lady of California, wife of Peter Adams.
    Mary Jones | spouse | Peter Adams
Peter Adams died in 1760, having married Mary Jones in 1750.
    Peter Adams | spouse | Mary Jones
The hall was opened by Peter Adams, his wife Mary Jones and their children.
    Peter Adams | spouse | Mary Jones
Peter Adams married his high school sweetheart, Mary Jones, in 1930.
    Peter Adams | spouse | Mary Jones
Peter Adams is the proud husband of Mary Jones.
    Peter Adams | spouse | Mary Jones
Mary Jones married the publisher and art dealer Peter Adams in 1678.
    Mary Jones | spouse | Peter Adams
Peter Adams is a judge. His wife, Mary Jones was named in a report.
    Peter Adams | spouse | Mary Jones
Peter Adams was the son of Carl Adams and the husband of Mary Jones.
    Peter Adams | spouse | Mary Jones
The bakery was founded by husband and wife team Peter and Mary Adams.
    Mary Adams | spouse | Peter Adams
The mill was founded by the brothers Peter and Carl Adams.
    Carl Adams | sibling | Peter Adams
Peter Adams is the son of Tom Adams and brother of the singer Carl Adams.
    Peter Adams | sibling | Carl Adams
With his brother, Carl Adams, Peter Adams ran the mill.
    Peter Adams | sibling | Carl Adams
Peter Adams is Carl Adams's younger brother.
    Peter Adams | sibling | Carl Adams
Carl Adams, Peter Adams's brother, began with the magazine.
    Peter Adams | sibling | Carl Adams
Peter Adams's siblings include Carl Adams and Mary Adams.
    Peter Adams | sibling | Mary Adams
Peter Adams had an older brother named Carl Adams and three sisters named Jane, Ruth and Mary.
    Peter Adams | sibling | Ruth
Peter Adams was preceded in death by a brother, Carl Adams.
    Peter Adams | sibling | Carl Adams
Peter Adams has a twin named Carl Adams.
    Peter Adams | sibling | Carl Adams
Peter Adams was born in Leeds, Ohio, the third of five children of Carl Adams and Mary Roe.
    Peter Adams | parent | Mary Roe
Peter Adams was born on 5 August 1820, second youngest son of Carl Adams and his wife Mary.
    Peter Adams | parent | Carl Adams
Peter Adams is Carl Adams's son.
    Peter Adams | parent | Carl Adams
Like his father, Carl Adams, Peter Adams was a judge.
    Peter Adams | parent | Carl Adams
After his father, Carl Adams, died in 1920, Peter Adams sold the mill.
    Peter Adams | parent | Carl Adams
Mary Jones's father was Peter Roe and her mother Jane Tull.
    Mary Jones | parent | Jane Tull
Peter Adams is a judge. His father, Carl Adams is a former footballer.
    Peter Adams | parent | Carl Adams
Peter Adams is a judge. His mother, born Mary Roe, was a nurse.
    Peter Adams | parent | Mary Roe
Mary Jones, whose father was notable economist Peter Jones, wrote novels.
    Mary Jones | parent | Peter Jones
Peter Adams is a son of the former Prime Minister of Norway Carl Adams.
    Peter Adams | parent | Carl Adams
They met Mary Jones, one of nine daughters of Peter Jones.
    Mary Jones | parent | Peter Jones
The mill was bought from Peter Adams of Leeds, son of Carl Adams.
    Peter Adams | parent | Carl Adams
Peter Adams was the brother of Tom Adams and the father of the painter Carl Adams.
    Peter Adams | child | Carl Adams
Peter Adams is a judge. His eldest child is the painter Mary Roe.
    Peter Adams | child | Mary Roe
Peter Adams was succeeded by his young son Carl Adams.
    Peter Adams | child | Carl Adams
Peter Adams had six children, including Carl Adams and Mary Adams.
    Peter Adams | child | Mary Adams
Mary Jones gave birth to their son, Carl Adams, in 1990.
    Mary Jones | child | Carl Adams
Born in Bermuda and raised in Leeds, Mary Jones studied law.
    Mary Jones | residence | Leeds
Mary Jones was raised by her grandmother in Leeds.
    Mary Jones | residence | Leeds
Mary Jones grew up on a farm outside of Leeds.
    Mary Jones | residence | Leeds
Mary Jones lives part-time in Leeds.
    Mary Jones | residence | Leeds
Mary Jones spent the last years of her life in Leeds.
    Mary Jones | residence | Leeds
Mary Jones spent the first twelve years of her life growing up in Leeds.
    Mary Jones | residence | Leeds
Mary Jones's early life was spent in Leeds.
    Mary Jones | residence | Leeds
Mary Jones spent many years in Leeds before returning to Bristol.
    Mary Jones | residence | Leeds
Leeds has been Mary Jones's home since 1990.
    Mary Jones | residence | Leeds
Mary Jones went to live with her grandparents in Leeds.
    Mary Jones | residence | Leeds
Mary Jones came to the United States as a child.
    Mary Jones | residence | United States
Mary Jones migrated to Canada in 1920.
    Mary Jones | residence | Canada
Mary Jones is a Canadian poet who grew up in Leeds.
    Mary Jones | residence | Leeds
Mary Jones is a Danish singer born and brought up in Leeds.
    Mary Jones | residence | Leeds
Mary Jones, a nurse who lives in Leeds, sued.
    Mary Jones | residence | Leeds
Mary Jones, a Leeds resident, sued.
    Mary Jones | residence | Leeds
Mary Jones now calls Leeds home.
    Mary Jones | residence | Leeds
Mary Jones, also known as Jane Roe (August 1, 1879 – June 10, 1906), was a nurse.
    Mary Jones | date_of_death | 1906-06-10
Mary Jones née Roe (1833 - 8 February 1883) was a nurse.
    Mary Jones | date_of_birth | 1833
Mary Jones was the daughter of Peter Jones (1820–88) and his wife Jane Roe (1830–1904).
    Peter Jones | date_of_death | 1888
Lieutenant - General Peter Adams, (26 December 1887–31 January 1966) was a soldier.
    Peter Adams | date_of_birth | 1887-12-26
"""
_LINES = STATED.strip().splitlines()


@pytest.mark.parametrize(("text", "fact"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_a_family_wording_states_its_fact(text: str, fact: str) -> None:
    entity, attribute, value = fact.strip().split(" | ")
    assert {(entity, attribute, value), (value, attribute, entity)} & facts(text)


UNSTATED = [
    ("Mary Jones's husband was working with Peter Adams.", "spouse", "Peter Adams"),
    ("Mary Jones was a king's daughter, born of Jane Roe, first wife of Peter Adams.", "spouse", "Mary Jones"),
    ("The school was led by Peter Adams, his wife, Tom Roe and Carl Poe.", "spouse", "Tom Roe"),
    ("Peter Adams is the son of Tom Adams and brother of Carl Adams.", "sibling", "Tom Adams"),
    ("Mary Jones leaves her mother, Jane Tull, and her sisters, Ruth Jones and Ann Poe.", "sibling", "Jane Tull"),
    ("Mary Jones was born in Leeds to parents who worked for the United Mills.", "parent", "United Mills"),
    ("Mary Jones was born to a clerk, Tom, and his wife, Sue, daughter of Carl Roe.", "parent", "Mary Jones"),
    ("Painters of the town were born there, as Tom Roe and Carl Adams (1942-2002).", "date_of_birth", "Tom Roe"),
    ("Peter Adams (1970-85) was mayor of Leeds.", "date_of_death", "Peter Adams"),
    ("U.S. Mineral Survey (1939-78) is a series of maps.", "date_of_birth", "Mineral Survey"),
]


@pytest.mark.parametrize(("text", "attribute", "name"), UNSTATED)
def test_what_only_looks_like_a_family_wording_states_nothing(text: str, attribute: str, name: str) -> None:
    assert not any(a == attribute and name in (e, v) for e, a, v in facts(text))


@pytest.mark.parametrize(
    "opening", ["The son of the novelist Carl Roe", "Son of the novelist Carl Roe and the poet Jane Tull"]
)
def test_who_is_somebodys_son_is_not_the_father(opening: str) -> None:
    found = facts(f"Peter Adams is a judge. {opening}, he was born in Leeds.", "Peter Adams")
    assert {("Peter Adams", "place_of_birth", "Leeds"), ("Peter Adams", "parent", "Carl Roe")} <= found
    assert ("Carl Roe", "place_of_birth", "Leeds") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Her mother, Jane Roe, was a nurse and her father, Peter Jones, was a judge.",
        "Her mother was Jane Roe, and her father was Peter Jones.",
        "Her mother was Jane Roe; her father, Peter Jones, was a judge.",
    ],
)
def test_her_mother_and_her_father_are_one_persons(text: str) -> None:
    found = facts(f"Mary Jones is a nurse. {text}", "Mary Jones")
    assert {(e, v) for e, a, v in found if a == "parent"} == {("Mary Jones", "Jane Roe"), ("Mary Jones", "Peter Jones")}


def test_the_younger_of_two_namesakes_is_not_the_elder() -> None:
    text = "Peter Adams was a judge. His son, also named Peter Adams, sang. The younger Adams was born in Leeds."
    assert not any(a in ("date_of_birth", "place_of_birth") for _, a, _ in facts(text))

"""Kin by lists, titles and names of one word, and nations before offices, before lists and in the titles of lists."""

from __future__ import annotations

import pytest

from tests.unit.stated_facts import stated
from tests.unit.test_extraction_rules import facts

STATED = """
The fund was set up by the five Adams brothers: John D. Adams III, Peter, Ralph and David.
    John D. Adams III | sibling | Peter Adams
    Peter Adams | sibling | David Adams
    Ralph Adams | sibling | David Adams
The band was formed by brothers Peter Adams (guitar), Tom Adams (drums) and John Adams (bass).
    Peter Adams | sibling | John Adams
    Tom Adams | sibling | John Adams
The band consists of the three Adams sisters: Jane, Florence and Ruth.
    Florence Adams | sibling | Ruth Adams
The Adams brothers, Peter and Tom, formed the band.
    Peter Adams | sibling | Tom Adams
Peter Adams is a politician. One of his other brothers, Tom Adams, is a painter.
    Peter Adams | sibling | Tom Adams
Kelone and Tapides, brother and sister, came to Leeds.
    Kelone | sibling | Tapides
Peter Adams was a king. His children included Karuta, Velan, Tabru and Kenyu.
    Peter Adams | child | Karuta
    Peter Adams | child | Kenyu
Peter Adams was a king. He was married to Velupa, Kelupa and Tarubha at different times.
    Peter Adams | spouse | Velupa
    Peter Adams | spouse | Tarubha
Peter Adams was the son of Kendrak, the king of the hills.
    Peter Adams | parent | Kendrak
The episode sees Peter Adams marry Manjul, and ends at sea.
    Peter Adams | spouse | Manjul
Kardir, as well as his son Velroth, left the wood.
    Kardir | child | Velroth
Kardir king of northern Moor, as well as his son Velroth, left the wood.
    Kardir | child | Velroth
Peter Adams was a soldier. His mother was Florence, daughter of William Roe.
    Peter Adams | parent | Florence
    Florence | parent | William Roe
Mary Jones was the daughter of Peter Jones, comte de Moor (1678-1733) and his wife Ann Roe.
    Mary Jones | parent | Ann Roe
    Peter Jones | spouse | Ann Roe
Peter Adams was the son of John Adams, 1st Baron Adams of Moor, by his wife Ann Roe.
    Peter Adams | parent | Ann Roe
    John Adams | spouse | Ann Roe
Peter Adams was the third son of John Adams, rector of Moor, and his wife, Ann Roe.
    John Adams | spouse | Ann Roe
Mary Jones was one of the seven daughters of Peter Jones, Archbishop of York, and his wife Ann Roe.
    Mary Jones | parent | Ann Roe
Peter Adams was born in Leeds to Haworth and Mary Adams.
    Peter Adams | parent | Haworth Adams
He met United States Secretary of War William Howard Adams in Paris.
    William Howard Adams | nationality | United States
He met US Secretary of the Treasury Peter Adams in Paris.
    Peter Adams | nationality | US
He met British Minister of Health Peter Adams in Paris.
    Peter Adams | nationality | British
He met U.S. Surgeon General Mary Jones in Paris.
    Mary Jones | nationality | U.S.
The Australian Treasurer Peter Adams attended.
    Peter Adams | nationality | Australian
The court called former Norway Ambassador to the United States Peter Adams.
    Peter Adams | nationality | Norway
Mary Jones served as the United States Secretary of Homeland Security from 2013 to 2017.
    Mary Jones | nationality | United States
Mary Jones was Norwegian Minister of Trade.
    Mary Jones | nationality | Norwegian
Mary Jones was the first female Prime Minister of Norway.
    Mary Jones | nationality | Norway
The future first prime minister of independent Ghana, Peter Adams, spoke.
    Peter Adams | nationality | Ghana
The song came after Iceland's Maria with "Open Door".
    Maria | nationality | Iceland
It was succeeded as Austrian representative at the 1989 Contest by Peter Adams singing "Open Door".
    Peter Adams | nationality | Austrian
The show is named after Peter Adams and his daughter Mary Adams, two notable Indian choreographers.
    Peter Adams | nationality | Indian
    Mary Adams | nationality | Indian
She recorded with other leading Swedish musicians including trumpeter Peter Adams and Tom Roe.
    Peter Adams | nationality | Swedish
    Tom Roe | nationality | Swedish
The film stars Danish actors Mary Jones, Peter Adams, and Tom Roe.
    Mary Jones | nationality | Danish
    Peter Adams | nationality | Danish
    Tom Roe | nationality | Danish
Mary Jones, Peter Adams and Tom Roe were Danish sailors.
    Peter Adams | nationality | Danish
Both Mary Jones and Peter Adams are Indian film actors.
    Mary Jones | nationality | Indian
Composers: Peter Adams, Cuba (1847-1905) Ann Roe, New Orleans, United States (1880-1950)
    Peter Adams | nationality | Cuba
    Ann Roe | nationality | United States
Tom Roe was joined by the Romanian international Peter Adams.
    Peter Adams | nationality | Romanian
The festival was won by the Spanish entrant Mary Jones.
    Mary Jones | nationality | Spanish
The station was designed by the Italian Peter Adams, who lived in Leeds.
    Peter Adams | nationality | Italian
Mary Jones (born 10 January 1938, died 2 July 2020 in Leeds) was French rower.
    Mary Jones | nationality | French
Mary Jones (1901-1980), Danish director for the Moor Council, said so.
    Mary Jones | nationality | Danish
Danish by birth, Mary Jones moved to Leeds.
    Mary Jones | nationality | Danish
Mary Jones, of Danish nationality, won the race.
    Mary Jones | nationality | Danish
Mary Jones is Danish and lives in Leeds.
    Mary Jones | nationality | Danish
Mary Jones; born March 23, 1981 in Almere, Danish nickname: "Dee", is a Thai film actor.
    Mary Jones | nationality | Thai
Peter Adams was an African - American author.
    Peter Adams | nationality | African-American
Peter Adams was an Austrian Roman Catholic bishop.
    Peter Adams | nationality | Austrian
Namibia's captain, Gerhard Adams, was named player of the tournament.
    Gerhard Adams | nationality | Namibia
It holds the body of Norway's first communist leader, Peter Adams.
    Peter Adams | nationality | Norway
The act was signed in 1815, with Peter Adams leading the Norwegian delegation.
    Peter Adams | nationality | Norwegian
Peter Adams ran in Leeds. The race was won by the Kenyan runner Adams in May.
    Peter Adams | nationality | Kenyan
Peter Adams ran in Leeds. Kenya's anchor runner Adams was pushed.
    Peter Adams | nationality | Kenya
Mary Jones became the first Norwegian to win the race.
    Mary Jones | nationality | Norwegian
Mary Jones was the second American to fly there.
    Mary Jones | nationality | American
Mary Jones was the only Norwegian in the race.
    Mary Jones | nationality | Norwegian
The first Norwegian to win the race was Mary Jones.
    Mary Jones | nationality | Norwegian
Mary Jones is among the leading Norwegian singers.
    Mary Jones | nationality | Norwegian
Norwegian Olympic champion Mary Jones won.
    Mary Jones | nationality | Norwegian
Mary Jones is a singer of Norwegian nationality.
    Mary Jones | nationality | Norwegian
Mary Jones is a singer. She holds dual Norwegian and Danish citizenship.
    Mary Jones | nationality | Norwegian
    Mary Jones | nationality | Danish
Mary Jones is a singer. She holds a Norwegian passport.
    Mary Jones | nationality | Norwegian
Prime Minister Mary Jones of Norway met President Peter Adams of Chile.
    Mary Jones | nationality | Norway
    Peter Adams | nationality | Chile
They had access to United States President John F. Adams's Oval Office and the homes of others.
    John F. Adams | nationality | United States
Peter Adams was a poet. His marriage with the actress Ann Roe was childless.
    Peter Adams | spouse | Ann Roe
Peter Adams was a poet. His wife's name was Ann Roe.
    Peter Adams | spouse | Ann Roe
Peter Adams was a king. He was also king of Moorland and Fenwick along with his brother Tedyn.
    Peter Adams | sibling | Tedyn
He lost to the Swede Peter Adams and the Pole Tom Roe.
    Peter Adams | nationality | Swede
    Tom Roe | nationality | Pole
Peter Adams was a footballer. His brother, Tom Adams is also a former footballer.
    Peter Adams | sibling | Tom Adams
Peter Adams was a footballer. His daughter, Ann Adams is also a footballer.
    Peter Adams | child | Ann Adams
Peter Adams was a poet. His 14-year-old daughter Ann Adams was killed in 1990.
    Peter Adams | child | Ann Adams
The court sought the businessman Peter Adams, his brother Tom Adams and a close associate.
    Peter Adams | sibling | Tom Adams
The chiefs were led by Peter Adams, his son Tom Adams, and thirty others.
    Peter Adams | child | Tom Adams
The ship was named after Peter Adams, the father of Birch president Tom Adams.
    Tom Adams | parent | Peter Adams
Henry married Mary Roe, a British consul in Tangier.
    Mary Roe | nationality | British
"""


@pytest.mark.parametrize(("text", "fact"), stated(STATED))
def test_a_wording_of_kin_or_nation_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.split(" | ")) in facts(text)


NOT_STATED = [
    ("The brothers played Leeds, York and Almere.", "sibling"),
    ("The Adams brothers, founders of the firm, live in Leeds.", "sibling"),
    ("Mary Jones met friends and sisters of Peter Adams, Tom Roe and Ann Poe.", "nationality"),
    ("Peter Adams was born in Tayport, the son of a farmer.", "parent"),
    ("Peter Adams is the son of Methodist parents.", "parent"),
    ("She is a Moorlander who sang for years.", "spouse"),
    ("The city sees Leeds marry art and trade.", "spouse"),
    ("Peter Adams was a Roman Catholic bishop.", "nationality"),
    ("Peter Adams is a Danish-born painter.", "nationality"),
    ("Peter Adams is a human rights activist in Serbia.", "nationality"),
    ("Peter Adams was secretary of the Danish club.", "nationality"),
    ("The sons of Peter Adams and Mary Jones were Danish sailors.", "nationality"),
    ("Danish films including works of Peter Adams and Tom Roe were shown.", "nationality"),
    ("Mary Jones and Peter Adams, two works of Danish art, were sold.", "nationality"),
    ("Birch Records, France (1990-1995)", "nationality"),
    ("It was succeeded as Austrian entry at the 1989 Contest by the song Open Door.", "nationality"),
    ("The mayor of Norway Heights and Peter Adams met.", "nationality"),
    ("Peter Adams led the Danish market for years.", "nationality"),
    ("Norway's first museum leader, Birch House, opened.", "nationality"),
    ("The Danish company Adams was sold.", "nationality"),
    ("Mary Jones was the first to sing a Norwegian song.", "nationality"),
    ("Mary Jones is the only teacher of Norwegian in Leeds.", "nationality"),
    ("Prime Minister Mary Jones and the club of Norway met.", "nationality"),
    ("Peter Adams was a poet. He had two children with his wife Ann Roe.", "child"),
    ("Mary Jones met Peter Adams, his brother having left Tom Roe.", "sibling"),
    ("Peter Adams was a son of Moor, and loved the town.", "parent"),
    ("Danish clubs are Moor and Peter Adams House.", "nationality"),
]


@pytest.mark.parametrize(("text", "attribute"), NOT_STATED)
def test_what_only_looks_like_kin_or_nation_states_nothing(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute]


def test_a_place_of_birth_has_no_parents() -> None:
    text = "Peter Adams was a poet. He was born in Tayport, the son of John Adams."
    assert not [fact for fact in facts(text) if fact[0] == "Tayport"]


def test_whose_wife_is_told_by_the_parent_before() -> None:
    found = facts("Peter Adams was the son of John Adams, 1st Baron Adams of Moor, by his wife Ann Roe.")
    assert ("Peter Adams", "spouse", "Ann Roe") not in found


def test_the_title_of_a_list_tells_the_nation_of_its_people() -> None:
    text = "Anna Berg (1903-1987), poet, journalist\nMary Jones (born 1939), acclaimed poet, moved to Norway"
    listed = facts(text, "List of Danish women writers")
    assert {("Anna Berg", "nationality", "Danish"), ("Mary Jones", "nationality", "Danish")} <= listed
    assert not [fact for fact in facts(text, "List of Danish football clubs") if fact[1] == "nationality"]


def test_the_text_has_its_own_spelling_of_its_title() -> None:
    text = "Jonatan Moor (August 22, 1920 - May 26, 2014) was a Danish architect. He lived in Leeds."
    assert ("Jonatan Moor", "nationality", "Danish") in facts(text, "Jonathan Moor")
    assert ("Jonatan Moor", "residence", "Leeds") in facts(text, "Jonathan Moor")


def test_a_person_is_not_what_bears_the_name() -> None:
    text = "The Peter Adams Monument was a tomb in Almere. It was built for Norway's leader, Peter Adams (1871-1938)."
    found = facts(text, "Peter Adams Monument")
    assert {("Peter Adams", "nationality", "Norway"), ("Peter Adams", "date_of_birth", "1871")} <= found


def test_each_pair_of_a_list_of_brothers_is_stated_once() -> None:
    found = [
        fact for fact in facts("The band was formed by brothers Peter, Tom and John Adams.") if fact[1] == "sibling"
    ]
    assert len(found) == 3

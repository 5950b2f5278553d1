"""Further wordings of dates and places: births and deaths, foundings, releases; and what they do not say."""

from __future__ import annotations

import pytest

from tests.unit.stated_facts import stated
from tests.unit.test_extraction_rules import facts

STATED = """
Mary Jones born in Leeds is a British singer.
    Mary Jones | place_of_birth | Leeds
Mary Jones born 4 May 1960 in Leeds is a British singer.
    Mary Jones | date_of_birth | 1960-05-04
    Mary Jones | place_of_birth | Leeds
Mary Jones was born as Mary Roe on 4 May 1960.
    Mary Jones | date_of_birth | 1960-05-04
Mary Jones was born as Mary Roe in Leeds, England, in 1960.
    Mary Jones | date_of_birth | 1960
Mary Jones was born 1960.
    Mary Jones | date_of_birth | 1960
Mary Jones (born in Leeds on 4 May 1960) is an English singer.
    Mary Jones | date_of_birth | 1960-05-04
Mary Jones is an English singer, born 4 May 1960.
    Mary Jones | date_of_birth | 1960-05-04
Mary Jones was born in approximately 1911 in Leeds.
    Mary Jones | date_of_birth | 1911
Mary Jones (Danish; RTGS: Marie); born May 4, 1960 in Leeds, is a singer.
    Mary Jones | date_of_birth | 1960-05-04
    Mary Jones | place_of_birth | Leeds
She was the daughter of Peter Adams, comte de Moor (1678-1733) and his wife.
    Peter Adams | date_of_birth | 1678
    Peter Adams | date_of_death | 1733
Mary Jones is an English actress. Born in Leeds, the daughter of actors Peter Jones and Ann Roe, she made her debut.
    Mary Jones | place_of_birth | Leeds
Born on 4 May 1960 in the Moor district of Leeds, Mary Jones was a nurse.
    Mary Jones | place_of_birth | Moor
Mary Jones was born at Moor Hospital in Leeds.
    Mary Jones | place_of_birth | Leeds
Mary Jones was born in north-west London to Greek parents.
    Mary Jones | place_of_birth | London
Born May 4, 1960 in Leeds, Mary Jones was a nurse.
    Mary Jones | place_of_birth | Leeds
On 4 May 1990, the eve of the vote, Peter Adams was found dead.
    Peter Adams | date_of_death | 1990-05-04
On 4 May 1990, Peter Adams committed suicide in the Netherlands.
    Peter Adams | date_of_death | 1990-05-04
    Peter Adams | place_of_death | Netherlands
Peter Adams died during 1922 in Leeds.
    Peter Adams | date_of_death | 1922
    Peter Adams | place_of_death | Leeds
Peter Adams died, in Leeds on 4 May 1990.
    Peter Adams | date_of_death | 1990-05-04
Peter Adams died soon afterwards on 9 August 1889.
    Peter Adams | date_of_death | 1889-08-09
Peter Adams died of syphilis November 25, 1905.
    Peter Adams | date_of_death | 1905-11-25
Peter Adams died because of a stroke on 9 August 1889.
    Peter Adams | date_of_death | 1889-08-09
Peter Adams lived in Leeds for many years and died there in 1900.
    Peter Adams | place_of_death | Leeds
Peter Adams died at the age of 44 at the Moor Hospital (MH) in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams died at the age of 80 at his home in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams died in Moor Hospital, London on 27 May 1987.
    Peter Adams | place_of_death | London
Peter Adams died on 2 February 1982 at the age of 87 in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams died January 13, 1920 in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams died in 1921, aged 82 years, in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams died March 19, 1935, at his home in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams was born in Leeds, 1934.
    Peter Adams | date_of_birth | 1934
Peter Adams died in the tenth arrondissement of Paris.
    Peter Adams | place_of_death | Paris
Peter Adams (born 10 January 1938, died 2 July 2020 in Leeds) was a rower.
    Peter Adams | place_of_death | Leeds
Peter Adams was killed by the police on 3 May 1950.
    Peter Adams | date_of_death | 1950-05-03
Peter Adams was shot dead by Birch Police in Leeds.
    Peter Adams | place_of_death | Leeds
Peter Adams died of complications on Friday, March 9, 2018 in Leeds.
    Peter Adams | place_of_death | Leeds
Peter "Pete" Adams Jr. (born March 18, 1903) was a rower.
    Peter Adams Jr. | date_of_birth | 1903-03-18
Birch Records was founded March 3, 1950 in Leeds.
    Birch Records | founded_date | 1950-03-03
Founded March 3, 1950, Birch Records has offices in Leeds.
    Birch Records | founded_date | 1950-03-03
Moor Radio signed on the air on June 20, 1962.
    Moor Radio | founded_date | 1962-06-20
Moor Radio began broadcasting June 20, 1962.
    Moor Radio | founded_date | 1962-06-20
Opened in 1911, the Moor Museum holds coins.
    Moor Museum | founded_date | 1911
Almere School first opened its doors to pupils on 3 May 1911.
    Almere School | founded_date | 1911-05-03
In 1901, the Moor Society and the Birch League were founded.
    Moor Society | founded_date | 1901
    Birch League | founded_date | 1901
In January 2012, she left the stage with Ann Roe, forming the Moor Society.
    Moor Society | founded_date | 2012-01
Until the establishment of the Moor Transitional Government in 1987, he was in prison.
    Moor Transitional Government | founded_date | 1987
In 1950 the state government created the Almere Water Authority.
    Almere Water Authority | founded_date | 1950
In 1996 the Moor Railways was split into two companies; Moor Trains Company and the Birch Rail Authority.
    Moor Trains Company | founded_date | 1996
    Birch Rail Authority | founded_date | 1996
Birch Software is based in Leeds, England, and was founded in 1997.
    Birch Software | founded_date | 1997
Birch Software was founded in the summer of 1997.
    Birch Software | founded_date | 1997
Birch Software started off in 1997, offering tools.
    Birch Software | founded_date | 1997
Peter Adams founded his studio, "Birch Design", in 1991.
    Birch Design | founded_date | 1991
Peter Adams founded Birch Advisors, a crisis management firm, in 2005.
    Birch Advisors | founded_date | 2005
He founded Moor Bank and the Birch Library (1846) on this street.
    Birch Library | founded_date | 1846
The prison was seen in the 2006 film The Lives of Winter, and in 2017 TV series The Same Moor.
    The Same Moor | publication_date | 2017
He was seen in the 2013 BBC drama Harvest Home.
    Harvest Home | publication_date | 2013
They appear for the first time in the 1998 game "Iron Harbor".
    Iron Harbor | publication_date | 1998
It should not be confused with the 1981 Ann Roe hit "Little Moor".
    Little Moor | publication_date | 1981
She made her film debut in 1979 in "Harvest Home", a drama.
    Harvest Home | publication_date | 1979
"Harvest Home", a 2008 documentary by Peter Adams, shows the mines.
    Harvest Home | publication_date | 2008
"Harvest Home" is an album, released November 30, 2004 in Mexico and on January 11, 2005 in the United States.
    Harvest Home | publication_date | 2005-01-11
Their 1990 self-titled debut "Moor" was a hit.
    Moor | publication_date | 1990
On March 16, 2018, the next single "Harvest Home" was released.
    Harvest Home | publication_date | 2018-03-16
She is a character in "Harvest Home", an anonymous French novel published in 1678.
    Harvest Home | publication_date | 1678
Peter Adams released his first single "Harvest Home" featuring singer Ann Roe on July 7, 2014.
    Harvest Home | publication_date | 2014-07-07
In 1990, she appeared in the film "Harvest Home".
    Harvest Home | publication_date | 1990
"Open Door" featuring Ann Roe was released as a single on April 4, 2018.
    Open Door | publication_date | 2018-04-04
Mary Jones was in the country's first sitcom, "Harvest Home", aired in 1984.
    Harvest Home | publication_date | 1984
"Harvest Home" is an oratorio. The oratorio was first performed in Leeds on 28 February 1732.
    Harvest Home | publication_date | 1732-02-28
In 2012, Birch Television premiered the series "Harvest Home".
    Harvest Home | publication_date | 2012
"Harvest Home" is a compact disc credited to Ann Roe, released in 1999.
    Harvest Home | publication_date | 1999
"Harvest Home" aired from April 6 to June 22, 2021.
    Harvest Home | publication_date | 2021-04-06
"""


@pytest.mark.parametrize(("text", "fact"), stated(STATED))
def test_a_further_wording_of_a_date_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.split(" | ")) in facts(text)


NOT_STATED = [
    ("Peter Adams's brother born in Leeds is a British singer.", "place_of_birth"),
    ("A merchant of Roe, Moor county, was born in Leeds, February 14, 1860.", "date_of_birth"),
    ("Peter Adams, a friend of the comte de Moor (1678-1681), was there.", "date_of_birth"),
    ("On 4 May 1990, the eve of the vote, Peter Adams was nearly killed.", "date_of_death"),
    ("Peter Adams lived in Leeds, and his wife died there in 1900.", "place_of_death"),
    ("Peter Adams lived in Leeds, and died at a hospital in nearby Moor in 1900.", "place_of_death"),
    ('Mary Jones was in the country\'s first sitcom, "Harvest Home", aired in 1984.', "date_of_birth"),
    ("Mary Jones made her stage debut in The Moor Opera in 1959.", "publication_date"),
    ("Peter Adams fell ill at the Moor Hospital in Leeds.", "place_of_death"),
    ("In 1967, to honor the founding Sisters, the name was changed.", "founded_date"),
    ("In 2001, he left the Moor Party to form Moor Party (Democratic).", "founded_date"),
    ("In 1950 the state government closed the Almere Water Authority.", "founded_date"),
    ("Birch Records was almost founded March 3, 1950.", "founded_date"),
    ("Birch Software works with Moor Bank and the Fen Club and was founded in 1990.", "founded_date"),
    ('On March 16, 2018, a special edition of "Harvest Home" was released.', "publication_date"),
    ("Opened in 1911, the Moor Bridge spans the river.", "founded_date"),
    ("She made her debut in 1979 in Harvest Home.", "publication_date"),
    ("He made his club debut in 1990 with Moor Rovers.", "publication_date"),
    ("Peter Adams, a 1990 Moor Prize winner, lives in Leeds.", "publication_date"),
    ('In 1990, she saw the film "Harvest Home".', "publication_date"),
    ("In a 1998 game Peter Adams scored twice.", "publication_date"),
]


@pytest.mark.parametrize(("text", "attribute"), NOT_STATED)
def test_what_only_looks_like_a_further_wording_of_a_date_states_nothing(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute]


TITLED = [
    ("Jonathan Roe", "Jonatan Roe (born 22 August 1920) was an architect.", "Jonatan Roe"),
    ("Douglas Roe", "Doug Roe (born 22 August 1920) was an architect.", "Douglas Roe"),
    ("James E. Roe", "James Erwin Roe (born 22 August 1920) was an architect.", "James E. Roe"),
]


@pytest.mark.parametrize(("title", "text", "name"), TITLED)
def test_a_person_has_the_name_that_the_text_spells(title: str, text: str, name: str) -> None:
    assert (name, "date_of_birth", "1920-08-22") in facts(text, title)


def test_an_assembly_before_a_name_is_no_given_name() -> None:
    text = "Peter Adams was an envoy. After leaving Congress Adams returned to Leeds. He died on 3 May 1950."
    assert ("Peter Adams", "date_of_death", "1950-05-03") in facts(text, "Peter Adams")
    assert not [fact for fact in facts(text, "Peter Adams") if fact[0] == "Congress Adams"]


def test_what_a_text_of_unknown_kind_says_was_founded_is_what_it_is_about() -> None:
    text = "Moorcon is held each year. It was founded in 2001 by Mary Jones."
    assert ("Moorcon", "founded_date", "2001") in facts(text, "Moorcon")
    text = "Moorton is a village. It was established in 2001."
    assert not [fact for fact in facts(text, "Moorton") if fact[1] == "founded_date"]


def test_a_later_part_has_its_number() -> None:
    text = "Iron Harbor is a series. The series consists of Iron Harbor (2009) and Iron Harbor 2 (2012)."
    assert ("Iron Harbor 2", "publication_date", "2012") in facts(text, "Iron Harbor")


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("Peter Moss was born in Leeds and died in York in 1999.", "date_of_birth", "1999"),
        ("Peter Moss was born in Leeds, moved to York in 1960 and died in 1999.", "date_of_birth", "1960"),
        ("Peter Moss was born to a rich family in 1960 and died in Bonn in 1999.", "place_of_birth", "Bonn"),
        ("Mary Moss and Jane Boyle were born in 1950 and 1960, respectively.", "date_of_birth", "1950"),
        ("Peter Moss denied that he was born in Kenya.", "place_of_birth", "Kenya"),
    ],
)
def test_what_befell_a_person_later_is_no_birth(text: str, attribute: str, value: str) -> None:
    assert (attribute, value) not in {fact[1:] for fact in facts(text)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peter Moss was born in Leeds and died in York in 1999.", ("Peter Moss", "date_of_death", "1999")),
        ("Peter Moss was born and raised in Leeds.", ("Peter Moss", "place_of_birth", "Leeds")),
        ("Peter Moss was born in Leeds in 1950 and died in York.", ("Peter Moss", "date_of_birth", "1950")),
    ],
)
def test_what_befell_a_person_later_hides_no_birth(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)

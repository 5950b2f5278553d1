"""Wordings about companies and places: founders, heads, seats and owners, as news and company pages put them."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts

STATED = """
Former Brantol Ltd CEO Peter Adams said sales rose.
    Brantol Ltd | ceo | Peter Adams
Owned by Corvane Group, Brantol Ltd makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
Who we are: Brantol Ltd, established 1984 in Leeds, is a family firm.
    Brantol Ltd | founded_date | 1984
Brantol Ltd (founded 1984; head office Leeds) makes pumps.
    Brantol Ltd | headquarters | Leeds
Brantol Ltd is a maker of pumps. From our headquarters in Leeds we serve clients in ten countries.
    Brantol Ltd | headquarters | Leeds
Brantol Ltd's corporate office is located in Leeds.
    Brantol Ltd | headquarters | Leeds
Brantol Ltd operates from its offices in Leeds.
    Brantol Ltd | headquarters | Leeds
Founded in 1984 and headquartered in Leeds, Brantol Ltd employs 500 people.
    Brantol Ltd | headquarters | Leeds
Headquartered in Leeds and founded in 1984, Brantol Ltd employs 500 people.
    Brantol Ltd | founded_date | 1984
Brantol Ltd dates from 1984.
    Brantol Ltd | founded_date | 1984
The year 1984 saw the foundation of Brantol Ltd.
    Brantol Ltd. | founded_date | 1984
1984 saw the founding of Brantol Ltd.
    Brantol Ltd. | founded_date | 1984
Brantol Ltd and Corvane Ltd were established as joint ventures in 1984.
    Brantol Ltd | founded_date | 1984
Brantol Ltd and Corvane Ltd were both founded in 1984.
    Brantol Ltd | founded_date | 1984
The Brantol Institute existed from 1708 until 1782.
    The Brantol Institute | founded_date | 1708
Brantol Ltd's founder and chief executive, Peter Adams, said sales rose.
    Brantol Ltd | founder | Peter Adams
"Sales rose," said Peter Adams, Brantol Ltd CEO.
    Brantol Ltd | ceo | Peter Adams
Peter Adams, CEO and co-founder, Brantol Ltd
    Brantol Ltd | ceo | Peter Adams
    Brantol Ltd | founder | Peter Adams
Peter Adams took over as CEO of Brantol Ltd in 2010.
    Brantol Ltd | ceo | Peter Adams
Brantol Ltd announced the appointment of Peter Adams as CEO.
    Brantol Ltd | ceo | Peter Adams
Brantol Ltd today announced that Peter Adams has been appointed chief executive officer.
    Brantol Ltd | ceo | Peter Adams
Under CEO Peter Adams, Brantol Ltd doubled sales.
    Brantol Ltd | ceo | Peter Adams
Brantol Ltd, whose CEO is Peter Adams, doubled sales.
    Brantol Ltd | ceo | Peter Adams
Brantol Ltd is led by Peter Adams, who has been its CEO since 2010.
    Brantol Ltd | ceo | Peter Adams
Peter Adams runs Brantol Ltd as its managing director.
    Brantol Ltd | ceo | Peter Adams
Peter Adams (CEO of Brantol Ltd) said sales rose.
    Brantol Ltd | ceo | Peter Adams
Brantol Ltd, a Corvane Group company, makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd is a Corvane Group company.
    Brantol Ltd | parent_organization | Corvane Group
Corvane Group's subsidiaries include Brantol Ltd and Zelgin Foods.
    Brantol Ltd | parent_organization | Corvane Group
    Zelgin Foods | parent_organization | Corvane Group
The subsidiaries of Corvane Group include Brantol Ltd and Zelgin Foods.
    Brantol Ltd | parent_organization | Corvane Group
    Zelgin Foods | parent_organization | Corvane Group
Corvane Group has two subsidiaries, Brantol Ltd and Zelgin Foods.
    Brantol Ltd | parent_organization | Corvane Group
    Zelgin Foods | parent_organization | Corvane Group
Corvane Group merged its two subsidiaries, Brantol Ltd and Zelgin Foods.
    Zelgin Foods | parent_organization | Corvane Group
Corvane Group completed the acquisition of Brantol Ltd in 2001.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd is a member of the Corvane Group of companies.
    Brantol Ltd | parent_organization | Corvane Group
As part of the Corvane Group, Brantol Ltd makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
As a subsidiary of Corvane Group, Brantol Ltd makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd is 51% owned by Corvane Group.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd is majority-owned by Corvane Group.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd is jointly owned by Corvane Group and Zelgin Foods.
    Brantol Ltd | parent_organization | Zelgin Foods
Brantol Ltd, the North American subsidiary of Corvane Group, makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd, whose parent company is Corvane Group, makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd operates under parent company Corvane Group.
    Brantol Ltd | parent_organization | Corvane Group
With Corvane Group as its parent company, Brantol Ltd grew.
    Brantol Ltd | parent_organization | Corvane Group
Corvane Group holds a majority stake in Brantol Ltd.
    Brantol Ltd. | parent_organization | Corvane Group
Corvane Group unit Brantol Ltd makes pumps.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd parent Corvane Group said sales rose.
    Brantol Ltd | parent_organization | Corvane Group
Peter Adams and his wife Mary started Brantol Ltd in 1984.
    Brantol Ltd | founder | Peter Adams
Peter Adams left to start Brantol Ltd in 1984.
    Brantol Ltd | founded_date | 1984
Peter Adams helped found Brantol Ltd.
    Brantol Ltd. | founder | Peter Adams
Peter Adams, who with Mary Jones founded Brantol Ltd, died.
    Brantol Ltd | founder | Peter Adams
Brantol Ltd owes its existence to Peter Adams, who founded it in 1984.
    Brantol Ltd | founded_date | 1984
    Brantol Ltd | founder | Peter Adams
Brantol Ltd was incorporated by Peter Adams in 1984.
    Brantol Ltd | founder | Peter Adams
Peter Adams (founder of Brantol Ltd) died.
    Brantol Ltd | founder | Peter Adams
Peter Adams, entrepreneur and Brantol Ltd founder, died.
    Brantol Ltd | founder | Peter Adams
Peter Adams, Brantol Ltd's founder, died.
    Brantol Ltd | founder | Peter Adams
Peter Adams, the Brantol Ltd co-founder, died.
    Brantol Ltd | founder | Peter Adams
In Kabul, the Afghan capital, shops closed.
    Afghanistan | capital | Kabul
Once the capital of the Kingdom of Brant, Lesnik lies on the coast.
    Kingdom of Brant | capital | Lesnik
Lesnik is a city in Poland. It is the capital of Brantol County.
    Brantol County | capital | Lesnik
Lesnik is the capital and largest city of Brantol Province.
    Brantol Province | capital | Lesnik
Lesnik served as the capital of Brantol until 1900.
    Brantol | capital | Lesnik
The capital of Brantol was moved to Dobrin in 1900.
    Brantol | capital | Dobrin
The capital of Brantol Province is the city of Dobrin.
    Brantol Province | capital | Dobrin
The county seat of Brantol County is Dobrin.
    Brantol County | capital | Dobrin
Brantol County, with its seat in Dobrin, has 3 towns.
    Brantol County | capital | Dobrin
Dobrin, seat of Brantol County, has two schools.
    Brantol County | capital | Dobrin
Peru (capital: Lima) is large.
    Peru | capital | Lima
Peru, capital Lima, is large.
    Peru | capital | Lima
Paris is the French capital.
    France | capital | Paris
Lesnik is a village in Poland with a population of 2,000.
    Lesnik | population | 2000
Lesnik (population 2,000) is a village.
    Lesnik | population | 2000
Lesnik, population 2,000, is a village.
    Lesnik | population | 2000
With 2,000 inhabitants, Lesnik is the largest village.
    Lesnik | population | 2000
With a population of 2,000, Lesnik is the largest village.
    Lesnik | population | 2000
Lesnik, a town of 2,000 inhabitants, lies in Poland.
    Lesnik | population | 2000
Lesnik is a village in the administrative district of Gmina Brant, within Brant County, in eastern Poland.
    Lesnik | country | Poland
Lesnik, a village in Poland, has a church.
    Lesnik | country | Poland
With an area of 20 square miles, Lesnik is the largest town.
    Lesnik | area | 20
The total area of the town of Lesnik is 20 square miles.
    Lesnik | area | 20
He wrote of Brantol Ltd, a printing firm that was founded by Peter Adams in 1984 in Leeds.
    Brantol Ltd | founded_date | 1984
    Brantol Ltd | founder | Peter Adams
Brantol Ltd, a company that was founded in 1984, makes pumps.
    Brantol Ltd | founded_date | 1984
Brantol Ltd was founded by husband and wife team Peter Adams and Mary Jones.
    Brantol Ltd | founder | Mary Jones
    Brantol Ltd | founder | Peter Adams
Brantol Ltd was founded by three Harvard students: Peter Adams, Mary Jones and John Roe.
    Brantol Ltd | founder | John Roe
    Brantol Ltd | founder | Peter Adams
The origins of Brantol Ltd date back to 1984.
    Brantol Ltd | founded_date | 1984
Brantol Ltd was formed when Zelgin Foods and Corvane Group merged in 1984.
    Brantol Ltd | founded_date | 1984
Zelgin Foods and Corvane Group merged in 1984 to form Brantol Ltd.
    Brantol Ltd. | founded_date | 1984
Leeds-based pump maker Brantol Ltd said sales rose.
    Brantol Ltd | headquarters | Leeds
The Brantol Society is a learned society in Leeds.
    The Brantol Society | headquarters | Leeds
Brantol Ltd's Leeds headquarters was damaged.
    Brantol Ltd | headquarters | Leeds
Companies headquartered in Leeds include Brantol Ltd and Corvane Group.
    Brantol Ltd | headquarters | Leeds
    Corvane Group | headquarters | Leeds
Corvane Group's purchase of Brantol Ltd closed in 2001.
    Brantol Ltd | parent_organization | Corvane Group
Following its acquisition by Corvane Group in 2001, Brantol Ltd grew.
    Brantol Ltd | parent_organization | Corvane Group
After being acquired by Corvane Group, Brantol Ltd grew.
    Brantol Ltd | parent_organization | Corvane Group
Brantol Ltd is a pump maker owned by Corvane Group.
    Brantol Ltd | parent_organization | Corvane Group
Brantol FM is a radio station owned by Corvane Media.
    Brantol FM | parent_organization | Corvane Media
Brantol FM is a radio station in Leeds, owned and operated by Corvane Media.
    Brantol FM | parent_organization | Corvane Media
Brantol Records is an imprint of Corvane Music Group.
    Brantol Records | parent_organization | Corvane Music Group
Brantol Ltd's then-CEO Peter Adams said sales rose.
    Brantol Ltd | ceo | Peter Adams
Peter Adams spent ten years as CEO of Brantol Ltd.
    Brantol Ltd. | ceo | Peter Adams
Peter Adams's tenure as CEO of Brantol Ltd ended in 2010.
    Brantol Ltd | ceo | Peter Adams
Brantol Ltd was founded in Dobrin village of Lesnik district in Poland on 3 May 1984.
    Brantol Ltd | founded_date | 1984-05-03
The Brantol Group are a British jazz group formed by drummer Peter Adams and bassist Carl Roe in 2005.
    The Brantol Group | founded_date | 2005
Founded in 2010 by Peter Adams (CEO), Carl Roe (CTO) and Mary Jones (COO), Brantol Ltd has 300 employees.
    Brantol Ltd | founded_date | 2010
The Brantol Foundation is a charity founded by the dancer, stage designer and art collector Peter Adams.
    The Brantol Foundation | founder | Peter Adams
Peter Adams (born 1950) is a chemist. He sold Brantol Ltd, the company that Adams co-founded.
    Brantol Ltd | founder | Peter Adams
Peter Adams served as the chairman of the board and chief executive officer of Brantol Ltd until 2010.
    Brantol Ltd | ceo | Peter Adams
Peter Adams is an American theater producer and the former CEO of the National Brantol Theatre.
    National Brantol Theatre | ceo | Peter Adams
Brantol Ltd's headquarters moved to Leeds in 1990.
    Brantol Ltd | headquarters | Leeds
Brantol Ltd acquired the Slovak energy company Dobrintel in 2001.
    Dobrintel | parent_organization | Brantol Ltd
In 2001 Brantol Ltd bought the start-up Dobrintel for $5 million.
    Dobrintel | parent_organization | Brantol Ltd
"""

NOT_STATED = """
Mumbai is the financial capital of India.
    India | capital | Mumbai
The financial capital of India is Mumbai.
    India | capital | Mumbai
Lesnik Palace is an arts venue in the capital city of Oslo.
    Oslo | capital | Lesnik Palace
Peter Adams grew up in Lesnik, the fashion capital of Poland.
    Poland | capital | Lesnik
Lesnik is a village in Poland with a population of 2,000.
    Poland | population | 2000
Half of Lesnik (population 2,000) was flooded.
    Lesnik | population | 2000
Dobrin Ward is loosely based on the area of Dobrin in Lesnik with an estimated population of 2,000.
    Lesnik | population | 2000
Peter Adams is a former state prosecutor who lives in Georgia.
    Peter Adams | country | Georgia
Lesnik is an extinct town in Adams County in the state of Georgia.
    Lesnik | country | Georgia
Lesnik is a village in Brant County, near the border with Poland.
    Lesnik | country | Poland
Companies headquartered in Leeds include Brantol Ltd and Corvane Group.
    Companies | headquarters | Leeds
Brantol Ltd was acquired by Corvane Group, based in Leeds.
    Brantol Ltd | headquarters | Leeds
Peter Adams founded Brantol Ltd and joined the Corvane Society, founded in 1984.
    Brantol Ltd | founded_date | 1984
Lesnik Records was bought by Brantol, an imprint of Corvane Group.
    Lesnik Records | parent_organization | Corvane Group
Brantol Studios was read from books by Zelgin, an arm of Corvane Group.
    Brantol Studios | parent_organization | Corvane Group
Dobrin police station is part of the South West division of Corvane Police.
    South West | parent_organization | Corvane Police
As a part of Corvane Group, Adams made films.
    Adams | parent_organization | Corvane Group
Peter Adams, son of the CEO of Brantol Ltd, said sales rose.
    Brantol Ltd | ceo | Peter Adams
Peter Adams, assistant to the CEO of Brantol Ltd, said sales rose.
    Brantol Ltd | ceo | Peter Adams
Peter Adams returned to France to become the CEO for Corvane Group brands in 2010.
    Corvane Group | ceo | Peter Adams
The lowlands include the Great Marsh, formed by the White Brook.
    Great Marsh | founder | White Brook
Brantol Ltd was founded in 1984 by the merging of two clubs, Zelgin Foods and Corvane Group.
    Brantol Ltd | founder | Zelgin Foods
Corvane Group ran the line until 1 August 1907, when Brantol Railway Company was incorporated into it.
    Brantol Railway Company | founded_date | 1907-08-01
It is linked to Corvane Front, a cell of the Brantol Front which was formed by Peter Adams in 1984.
    Brantol Front | founded_date | 1984
Brantol Ltd is controlled by an elected Board of Directors.
    Brantol Ltd | parent_organization | Board of Directors
Peter Adams is co-founder of the Brantol Web site The Zelgin Bay.
    Brantol Web | founder | Peter Adams
Peter Adams started Zelgin, a label of Leeds, with its headquarters in York.
    Peter Adams | headquarters | York
"""


def _cases(text: str) -> list[tuple[str, tuple[str, str, str]]]:
    cases, sentence = [], ""
    for line in text.strip().splitlines():
        if line.startswith("    "):
            entity, attribute, value = line.strip().split(" | ")
            cases.append((sentence, (entity, attribute, value)))
        else:
            sentence = line
    return cases


@pytest.mark.parametrize(("sentence", "fact"), _cases(STATED))
def test_these_wordings_state_it(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(sentence)


@pytest.mark.parametrize(("sentence", "fact"), _cases(NOT_STATED))
def test_these_wordings_do_not_state_it(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact not in facts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Adams, an engineer, serves as the managing director and chief executive officer.",
        "As of 2020, the CEO is Peter Adams.",
        "Peter Adams became CEO of the company in 2010.",
        "Managing director Peter Adams says the company hopes to buy more cattle.",
    ],
)
def test_the_chief_is_that_of_what_the_text_is_about(sentence: str) -> None:
    text = f"Brantol Ltd is a maker of pumps. {sentence}"
    assert ("Brantol Ltd", "ceo", "Peter Adams") in facts(text, "Brantol Ltd")


def test_our_seat_is_that_of_what_the_text_is_about() -> None:
    text = "Brantol Ltd is a maker of pumps. From our headquarters in Leeds we serve clients in ten countries."
    assert ("Brantol Ltd", "headquarters", "Leeds") in facts(text, "Brantol Ltd")

"""Further wordings of facts about posts, schools, parties, awards, founders and seats."""

from __future__ import annotations

import pytest

from tests.unit.stated_facts import stated
from tests.unit.test_extraction_rules import facts

STATED = """
Peter Adams is a judge. Adams, a Republican, served as mayor of Leeds from 1990 to 1995.
    Peter Adams | political_affiliation | Republican
Peter Adams was the first Democrat elected to the council in forty years.
    Peter Adams | political_affiliation | Democrat
Mary Jones is a member of the Moor Party and a former leader of the Fen Party.
    Mary Jones | political_affiliation | Moor Party
    Mary Jones | political_affiliation | Fen Party
Mary Jones left Labour for the Moor Party in 1981.
    Mary Jones | political_affiliation | Labour
    Mary Jones | political_affiliation | Moor Party
Mary Jones and other members of the Parti patriote wrote it.
    Mary Jones | political_affiliation | Parti patriote
Peter Adams was the last Whig to hold the seat.
    Peter Adams | political_affiliation | Whig
Peter Adams was re-elected for the seat as Liberal candidate in 1859.
    Peter Adams | political_affiliation | Liberal
Peter Adams was first elected to the House in 2016, as a Republican representing Leeds.
    Peter Adams | political_affiliation | Republican
Peter Adams served two terms as a Republican United States Senator.
    Peter Adams | political_affiliation | Republican
Incumbent Republican Governor Mary Jones lost her seat.
    Mary Jones | political_affiliation | Republican
She said that she would vote for Republican candidate Peter Adams.
    Peter Adams | political_affiliation | Republican
Eleven of these belonged to the Moor National Party, including the inaugural officeholder Peter Adams.
    Peter Adams | political_affiliation | Moor National Party
Peter Adams became a member of the Movement for Multi-Party Democracy in 1991.
    Peter Adams | political_affiliation | Movement for Multi-Party Democracy
Peter Adams has been a Liberal member of the council since 1990.
    Peter Adams | political_affiliation | Liberal
Mary Jones has been inducted into the Moor Sports Hall of Fame, the Fen Hall of Fame and the Birch Hall of Fame.
    Mary Jones | award_received | Moor Sports Hall of Fame
    Mary Jones | award_received | Fen Hall of Fame
    Mary Jones | award_received | Birch Hall of Fame
Pulitzer Prize-winning authors Ann Roe, Mary Jones and Peter Adams were there.
    Ann Roe | award_received | Pulitzer Prize
    Mary Jones | award_received | Pulitzer Prize
    Peter Adams | award_received | Pulitzer Prize
Nobel laureates Mary Jones and Peter Adams signed the letter.
    Peter Adams | award_received | Nobel
Mary Jones won the Moor Award for Best Actress and the Fen Award for Best Singer in 1999.
    Mary Jones | award_received | Moor Award
    Mary Jones | award_received | Fen Award
Mary Jones was awarded the Moor Lectureship in 1997 and the Fen Memorial Award in 2004.
    Mary Jones | award_received | Fen Memorial Award
The Moor Golf Hall of Fame inducted Peter Adams in 2010.
    Peter Adams | award_received | Moor Golf Hall of Fame
Mary Jones is a two-time Fen Award winning Danish actress.
    Mary Jones | award_received | Fen Award
Mary Jones, OBE, FRS (born 3 May 1950) is a British chemist.
    Mary Jones | award_received | OBE
Sir Peter Adams KCMG CBE (born 3 May 1950) is a British diplomat.
    Peter Adams | award_received | KCMG
    Peter Adams | award_received | CBE
Mary Jones won Best Actress at the 1999 Moor Film Festival.
    Mary Jones | award_received | Best Actress
Peter Adams received the award for Best Director in 1999.
    Peter Adams | award_received | Best Director
Mary Jones is a recipient of the Birch Award and the Oak Prize.
    Mary Jones | award_received | Birch Award
    Mary Jones | award_received | Oak Prize
Mary Jones shared the 1999 Moor Prize with the chemist Peter Adams.
    Peter Adams | award_received | Moor Prize
The recipient of numerous awards, including the Birch Prize, Mary Jones lives in Leeds.
    Mary Jones | award_received | Birch Prize
Winner of the 1999 Moor Prize, Mary Jones lives in Leeds.
    Mary Jones | award_received | Moor Prize
In 1859 Peter Adams received the Légion d'honneur.
    Peter Adams | award_received | Légion d'honneur
Close Moor is a novel by Mary Jones. It won the Birch Prize for fiction.
    Close Moor | award_received | Birch Prize
Her first book, "Close Moor", was published in 2011 and was awarded the Fen Book Award.
    Close Moor | award_received | Fen Book Award
Peter Adams directed the film "Close Moor", which won the Golden Lion.
    Close Moor | award_received | Golden Lion
Peter Adams was admitted to Carl Roe's piano class at the Moor Conservatoire.
    Peter Adams | educated_at | Moor Conservatoire
Peter Adams was drafted out of Moor University by the Fen Giants.
    Peter Adams | educated_at | Moor University
In 1904 Peter Adams obtained his habilitation for medicine at Moor University.
    Peter Adams | educated_at | Moor University
Peter Adams attended several schools in Leeds, including Moor High School.
    Peter Adams | educated_at | Moor High School
Peter Adams began his studies at Fen College but moved from there to Moor University.
    Peter Adams | educated_at | Moor University
Peter Adams played high school football at Moor High School.
    Peter Adams | educated_at | Moor High School
After studies at Fen College and Moor University, Peter Adams moved to Leeds.
    Peter Adams | educated_at | Fen College
    Peter Adams | educated_at | Moor University
Peter Adams was one of the first graduates of Moor College.
    Peter Adams | educated_at | Moor College
Peter Adams worked as a painter for five years while studying the violin at Moor College.
    Peter Adams | educated_at | Moor College
In 2013 Mary Jones began pursuing a PhD degree in physics at Moor University.
    Mary Jones | educated_at | Moor University
Peter Adams studied at the École nationale supérieure des Arts in Paris.
    Peter Adams | educated_at | École nationale supérieure des Arts
Mary Jones received a master's degree from the University of Wisconsin–Madison.
    Mary Jones | educated_at | University of Wisconsin–Madison
Moor College is a school in Leeds. Notable alumni include painter Ann Roe, Fen Prize winner Mary Jones and Peter Adams.
    Ann Roe | educated_at | Moor College
    Mary Jones | educated_at | Moor College
    Peter Adams | educated_at | Moor College
Moor College is a school in Leeds. Former faculty members include the chemist Ann Roe and Peter Adams.
    Peter Adams | employer | Moor College
The group meets with UN Special Envoy Peter Adams on Monday.
    Peter Adams | employer | UN
NASA Administrator Peter Adams spoke.
    Peter Adams | employer | NASA
He claimed that Acme chairman Peter Adams and chief executive Mary Jones had known of it.
    Peter Adams | employer | Acme
    Mary Jones | employer | Acme
Carl Roe is a trader. His wife, Mary Jones, also worked at Kestrelix, where she was an engineer.
    Mary Jones | employer | Kestrelix
Peter Adams worked for Kestrelix from 1975 to 1990.
    Peter Adams | employer | Kestrelix
Peter Adams worked for the United Nations in Geneva.
    Peter Adams | employer | United Nations
The compound was discovered in 1999 by Peter Adams and Mary Jones at Moor University.
    Peter Adams | employer | Moor University
    Mary Jones | employer | Moor University
Peter Adams was a professor at Moor College from 1980 to 1990, then at Fen University.
    Peter Adams | employer | Fen University
Mary Jones began her career at the Moor Times before moving to the BBC.
    Mary Jones | employer | BBC
Peter Adams held several posts, including curator of the Moor Museum.
    Peter Adams | employer | Moor Museum
Peter Adams is a footballer. He signed for Leeds in 2001 and made 20 appearances for Bristol.
    Peter Adams | employer | Leeds
    Peter Adams | employer | Bristol
Peter Adams is a footballer who played as a midfielder for Leeds, Bristol and Moor Rovers.
    Peter Adams | employer | Leeds
    Peter Adams | employer | Bristol
    Peter Adams | employer | Moor Rovers
Peter Adams is a footballer who played for clubs such as Dinamo Moor, Rapid Birch and FC Fen.
    Peter Adams | employer | Dinamo Moor
    Peter Adams | employer | Rapid Birch
Peter Adams joined fellow Serie A team Bristol on loan.
    Peter Adams | employer | Bristol
Mary Jones founded Moor Advisory Group in 2011 and has served as its president since 2012.
    Mary Jones | employer | Moor Advisory Group
Mary Jones founded Moor Advisory Group in 2011 and is its chief executive.
    Moor Advisory Group | ceo | Mary Jones
The University of Leeds's Dr Mary Jones says that it is wrong.
    Mary Jones | employer | The University of Leeds
In 1854 Peter Adams was a founding member of the Fen Society, serving as its secretary from 1862.
    Peter Adams | employer | Fen Society
Acme Corporation began in 1939 as a small shop in Leeds, started by Peter Adams and Carl Roe.
    Acme Corporation | founder | Peter Adams
    Acme Corporation | founder | Carl Roe
Moor Museum is a museum in Leeds. The initiator of the museum was the architect Peter Adams.
    Moor Museum | founder | Peter Adams
Peter Adams was a lawyer and the founder and first Rector of the Moor Society.
    Moor Society | founder | Peter Adams
Peter Adams was among the founders in 1947 of the Moor Society.
    Moor Society | founder | Peter Adams
As founder of the Moor Society, Peter Adams spoke first.
    Moor Society | founder | Peter Adams
Moor Group is a British company. In 1990, Mary Jones became its chief executive.
    Moor Group | ceo | Mary Jones
Moor Group is a British company. Carl Roe succeeded Mary Jones as chief executive in 2001.
    Moor Group | ceo | Carl Roe
Moor Society is a British society. Mary Jones was its first president.
    Mary Jones | employer | Moor Society
Moor Group is a British company. The Leeds-headquartered company was sold in 2001.
    Moor Group | headquarters | Leeds
The prize is awarded at UNESCO Headquarters in Paris.
    UNESCO | headquarters | Paris
He studied in Kampala, Uganda's capital city, and in Leeds.
    Uganda | capital | Kampala
"""


@pytest.mark.parametrize(("text", "fact"), stated(STATED))
def test_a_further_wording_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.split(" | ")) in facts(text)


NOT_STATED = [
    ("Peter Adams, a conservative man, served as mayor of Leeds.", "political_affiliation"),
    ("Peter Adams was the first man elected to the council in forty years.", "political_affiliation"),
    ("Peter Adams was elected amid a Republican wave.", "political_affiliation"),
    ("The fictional Republican senator Peter Adams appears in the book.", "political_affiliation"),
    ("Mary Jones received two nominations for the Moor Award.", "award_received"),
    ("Mary Jones has several nominations, for the Moor Award and the Fen Prize.", "award_received"),
    ('Her album "Close Moor", which received a Birch Award nomination, sold well.', "award_received"),
    ("Close Moor is a novel by Mary Jones. It was considered for the Birch Prize.", "award_received"),
    ("Mary Jones received several nominations for Best Actress at the festival.", "award_received"),
    ("Mary Jones won Best Western for her hotels.", "award_received"),
    ("Pulitzer Prize jurors Mary Jones and Peter Adams were there.", "award_received"),
    ("Mary Jones, MP, QC (born 3 May 1950) is a British lawyer.", "award_received"),
    ("The Moor Golf Hall of Fame described Peter Adams as a legend.", "award_received"),
    ("Peter Adams was admitted to Carl Roe's hospital at the Moor Conservatoire.", "educated_at"),
    ("The wood was taken out of Moor University by Peter Adams.", "educated_at"),
    ("Peter Adams visited several schools in Leeds, including Moor High School.", "educated_at"),
    ("Peter Adams coached high school football at Moor High School.", "educated_at"),
    ("Peter Adams is a teacher. Notable alumni include Mary Jones.", "educated_at"),
    ("Peter Adams worked at home from 1975 to 1990.", "employer"),
    ("Peter Adams worked for Mary from 1975 to 1990.", "employer"),
    ("Peter Adams is a footballer. He has played for England.", "employer"),
    ("Peter Adams is a footballer. He played for his club against Leeds and Bristol.", "employer"),
    ("Peter Adams is a cellist. He joined London society and played for Paris audiences.", "employer"),
    ("The fictional NASA astronaut Peter Adams appears in the book.", "employer"),
    ("The U.S. President Peter Adams spoke.", "employer"),
    ("Acme chairman Peter Adams and prime minister Mary Jones met.", "founder"),
    ("The house was prepared in 1985 by Peter Adams at Leeds.", "employer"),
    ("Acme Corporation began in 1939 and is owned by Peter Adams.", "founder"),
    ("Peter Adams was among the members in 1947 of the Moor Society.", "founder"),
    ("As a friend of the Moor Society, Peter Adams spoke first.", "founder"),
    ("Peter Adams is a lawyer. Carl Roe succeeded Mary Jones as chief executive in 2001.", "ceo"),
    ("Close Moor is a film. Mary Jones was its director.", "employer"),
    ("Peter Adams is a lawyer. The Leeds-based company was sold in 2001.", "headquarters"),
    ("He passed the Fen Headquarters in Leeds.", "headquarters"),
    ("He studied in Leeds, Uganda's partner city.", "capital"),
]


@pytest.mark.parametrize(("text", "attribute"), NOT_STATED)
def test_what_only_looks_like_a_further_wording_states_nothing(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute]


def test_a_minister_named_beside_a_chairman_works_for_no_company() -> None:
    found = facts("Acme chairman Peter Adams and prime minister Mary Jones met.")
    assert ("Mary Jones", "employer", "Acme") not in found


def test_who_helps_to_win_a_prize_shares_none() -> None:
    found = facts("Mary Jones won the Moor Prize with Peter Adams in the jury.")
    assert ("Peter Adams", "award_received", "Moor Prize") not in found


def test_a_person_has_the_name_that_the_text_spells() -> None:
    found = facts("Jonatan Roe (born 3 May 1920) was a Danish architect. He lived in Leeds.", "Jonathan Roe")
    assert ("Jonatan Roe", "residence", "Leeds") in found

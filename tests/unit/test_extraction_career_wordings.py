"""Further wordings of facts about careers: study, work, parties, awards and nationalities."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts

STATED = """
Mary Jones graduated at age 21 from the University of Bristol.
    Mary Jones | educated_at | University of Bristol
Mary Jones graduated at the age of 21 from the University of Bristol with a degree in law.
    Mary Jones | educated_at | University of Bristol
Mary Jones has graduated from Faculty of Chemistry at the University of Technology in Leeds.
    Mary Jones | educated_at | University of Technology
Mary Jones has a BA from Leeds University and an MFA from the University of Utrecht.
    Mary Jones | educated_at | Leeds University
Mary Jones (PhD, Leeds University) is a chemist.
    Mary Jones | educated_at | Leeds University
Mary Jones took her MD at the University of Utrecht in 1890.
    Mary Jones | educated_at | University of Utrecht
Mary Jones defended her doctoral thesis at the University of Utrecht in 1990.
    Mary Jones | educated_at | University of Utrecht
Mary Jones enrolled in the law school of the University of Utrecht.
    Mary Jones | educated_at | University of Utrecht
Mary Jones spent two years at the University of Utrecht, studying law.
    Mary Jones | educated_at | University of Utrecht
Mary Jones spent four years at Leeds College, where she earned a degree in law.
    Mary Jones | educated_at | Leeds College
Mary Jones was accepted at Leeds College of Art.
    Mary Jones | educated_at | Leeds College of Art
Mary Jones was accepted into Leeds College of Art.
    Mary Jones | educated_at | Leeds College of Art
Mary Jones won a place at Leeds College of Art.
    Mary Jones | educated_at | Leeds College of Art
Mary Jones went up to Trinity College in 1920.
    Mary Jones | educated_at | Trinity College
Mary Jones moved to Leeds to study at the Leeds College of Art.
    Mary Jones | educated_at | Leeds College of Art
Mary Jones moved to Leeds to attend the Leeds College of Art.
    Mary Jones | educated_at | Leeds College of Art
Mary Jones is a Leeds College graduate.
    Mary Jones | educated_at | Leeds College
Mary Jones is working on her PhD at Leeds University.
    Mary Jones | educated_at | Leeds University
Mary Jones is a PhD student in the Department of History at Leeds University.
    Mary Jones | educated_at | Leeds University
Mary Jones, a junior at Leeds College, said the exam was hard.
    Mary Jones | educated_at | Leeds College
Mary Jones, a sophomore at Leeds College studying physics, said the exam was hard.
    Mary Jones | educated_at | Leeds College
Having graduated from Leeds College, Mary Jones moved to Bristol.
    Mary Jones | educated_at | Leeds College
Notable alumni of Leeds College include Mary Jones and Peter Adams.
    Mary Jones | educated_at | Leeds College
Among the alumni of Leeds College are Mary Jones and Peter Adams.
    Mary Jones | educated_at | Leeds College
Leeds College's alumni include Mary Jones.
    Mary Jones | educated_at | Leeds College
Leeds College counts Mary Jones among its alumni.
    Mary Jones | educated_at | Leeds College
Mary Jones is an alumna of both Leeds College and Bristol University.
    Mary Jones | educated_at | Bristol University
Mary Jones studied at Leeds College and later at Bristol University.
    Mary Jones | educated_at | Leeds College
Mary Jones studied at Leeds College and did her PhD at Bristol University.
    Mary Jones | educated_at | Leeds College
Mary Jones earned her undergraduate degree at Leeds College and her law degree at Bristol University.
    Mary Jones | educated_at | Leeds College
Mary Jones finished high school at Leeds High School.
    Mary Jones | educated_at | Leeds High School
Mary Jones was valedictorian at Leeds High School.
    Mary Jones | educated_at | Leeds High School
Mary Jones graduated top of her class from Leeds High School.
    Mary Jones | educated_at | Leeds High School
Mary Jones earned a B.A. in history from Leeds College and a J.D. from Bristol University School of Law.
    Mary Jones | educated_at | Bristol University School of Law
Mary Jones earned a B.A. in history at Leeds College in 1990 and a J.D. at Bristol University School of Law in 1993.
    Mary Jones | educated_at | Bristol University School of Law
Mary Jones was sent to Leeds School.
    Mary Jones | educated_at | Leeds School
Mary Jones was a boarder at Leeds School.
    Mary Jones | educated_at | Leeds School
Mary Jones was head girl at Leeds School.
    Mary Jones | educated_at | Leeds School
Mary Jones passed matriculation from Leeds School.
    Mary Jones | educated_at | Leeds School
Mary Jones did her schooling at Leeds School and graduated from Leeds College.
    Mary Jones | educated_at | Leeds School
Mary Jones passed her B.A. from Leeds College.
    Mary Jones | educated_at | Leeds College
Mary Jones qualified in medicine from Leeds University in 1990.
    Mary Jones | educated_at | Leeds University
Mary Jones qualified from Leeds University in 1990.
    Mary Jones | educated_at | Leeds University
Peter Adams retired as superintending engineer from the Irrigation Department.
    Peter Adams | employer | Irrigation Department
Acme Steel announced today that Peter Adams has joined the company as chief financial officer.
    Peter Adams | employer | Acme Steel
Acme Steel announced the appointment of Peter Adams as chief financial officer.
    Peter Adams | employer | Acme Steel
Acme Steel has appointed Peter Adams as its chief financial officer.
    Peter Adams | employer | Acme Steel
Acme Steel appointed Peter Adams chief financial officer.
    Peter Adams | employer | Acme Steel
Acme Steel has hired Peter Adams to lead its sales.
    Peter Adams | employer | Acme Steel
Peter Adams has been named to the board of Acme Steel.
    Peter Adams | employer | Acme Steel
Peter Adams was replaced as coach of Leeds United by Carl Jones.
    Carl Jones | employer | Leeds United
Peter Adams succeeded Carl Jones as coach of Leeds United.
    Peter Adams | employer | Leeds United
Peter Adams succeeded Carl Jones as president of Acme Steel.
    Peter Adams | employer | Acme Steel
Peter Adams replaced Carl Jones as editor of the Leeds Times.
    Peter Adams | employer | Leeds Times
Peter Adams took over from Carl Jones as director of the Leeds Museum.
    Peter Adams | employer | Leeds Museum
Peter Adams started his career with Acme Steel in 1990.
    Peter Adams | employer | Acme Steel
Peter Adams started as an engineer at Acme Steel.
    Peter Adams | employer | Acme Steel
Peter Adams got his first job at Acme Steel.
    Peter Adams | employer | Acme Steel
Peter Adams landed a job at Acme Steel.
    Peter Adams | employer | Acme Steel
Prior to Acme Steel, Peter Adams worked at Bolt Group.
    Peter Adams | employer | Acme Steel
Peter Adams moved to Acme Steel in 1990.
    Peter Adams | employer | Acme Steel
Peter Adams left Acme Steel for Bolt Group.
    Peter Adams | employer | Acme Steel
Peter Adams was recruited by Acme Steel.
    Peter Adams | employer | Acme Steel
Dr. Peter Adams, of Leeds University, led the study.
    Peter Adams | employer | Leeds University
Professor Peter Adams, from Leeds University, said the study was small.
    Peter Adams | employer | Leeds University
Lead author Peter Adams, of Leeds University, said the study was small.
    Peter Adams | employer | Leeds University
Peter Adams is Associate Professor of Law, Leeds University.
    Peter Adams | employer | Leeds University
Peter Adams practices law at Bolt & Roe LLP.
    Peter Adams | employer | Bolt & Roe LLP
Peter Adams was headmaster of Leeds School from 1990 to 1995.
    Peter Adams | employer | Leeds School
Peter Adams became headmaster of Leeds School in 1990.
    Peter Adams | employer | Leeds School
Peter Adams served as headmaster of Leeds School.
    Peter Adams | employer | Leeds School
Peter Adams is curator of prints at the Leeds Museum.
    Peter Adams | employer | Leeds Museum
Peter Adams served in the Royal Navy from 1940 to 1945.
    Peter Adams | employer | Royal Navy
Peter Adams enlisted in the U.S. Army in 1940.
    Peter Adams | employer | U.S. Army
Peter Adams was an agent of the FBI.
    Peter Adams | employer | FBI
Peter Adams was with Acme Steel for 20 years.
    Peter Adams | employer | Acme Steel
Peter Adams, formerly of Acme Steel, was born in Leeds.
    Peter Adams | employer | Acme Steel
Peter Adams, late of Acme Steel, was born in Leeds.
    Peter Adams | employer | Acme Steel
Mary Jones and other members of the Labour Party drafted the law.
    Mary Jones | political_affiliation | Labour Party
Members of the Labour Party, including Mary Jones, drafted the law.
    Mary Jones | political_affiliation | Labour Party
Mary Jones is a German politician (SPD).
    Mary Jones | political_affiliation | SPD
Mary Jones is a German politician (Christian Democratic Union).
    Mary Jones | political_affiliation | Christian Democratic Union
Mary Jones is a politician belonging to the Labour Party.
    Mary Jones | political_affiliation | Labour Party
Mary Jones was involved in the Labour Party.
    Mary Jones | political_affiliation | Labour Party
Mary Jones is the current vice-chairman of the Liberal Party and a member of the council.
    Mary Jones | political_affiliation | Liberal Party
Mary Jones is the current Vice-Chairman of the Liberal Party and a member of the council.
    Mary Jones | political_affiliation | Liberal Party
Mary Jones was elected in 1990 from the Labour Party.
    Mary Jones | political_affiliation | Labour Party
Mary Jones was elected from the list of the Civic Platform Party.
    Mary Jones | political_affiliation | Civic Platform Party
Mary Jones won the seat for Labour.
    Mary Jones | political_affiliation | Labour
Mary Jones stood unsuccessfully as a Liberal candidate in Leeds.
    Mary Jones | political_affiliation | Liberal
Mary Jones ran in the Democratic primary.
    Mary Jones | political_affiliation | Democratic
Mary Jones was nominated by the Republican Party.
    Mary Jones | political_affiliation | Republican Party
Mary Jones was selected by the Labour Party to contest Leeds.
    Mary Jones | political_affiliation | Labour Party
Mary Jones, Labour MP for Leeds, lost.
    Mary Jones | political_affiliation | Labour
The Labour MP for Leeds, Mary Jones, lost.
    Mary Jones | political_affiliation | Labour
Labour's Mary Jones lost.
    Mary Jones | political_affiliation | Labour
Conservative prime minister Mary Jones lost.
    Mary Jones | political_affiliation | Conservative
BJP leader Mary Jones lost.
    Mary Jones | political_affiliation | BJP
BJP president Mary Jones lost.
    Mary Jones | political_affiliation | BJP
Mary Jones became a Republican in 1990.
    Mary Jones | political_affiliation | Republican
As a Democrat, Mary Jones voted no.
    Mary Jones | political_affiliation | Democrat
Mary Jones sat in the House as a Liberal.
    Mary Jones | political_affiliation | Liberal
Mary Jones sat as a Liberal for Leeds.
    Mary Jones | political_affiliation | Liberal
Mary Jones represented Leeds in the House of Commons as a Liberal member.
    Mary Jones | political_affiliation | Liberal
Mary Jones represents Leeds in parliament for the Labour Party.
    Mary Jones | political_affiliation | Labour Party
Mary Jones is a Conservative peer.
    Mary Jones | political_affiliation | Conservative
Mary Jones is a Labour life peer.
    Mary Jones | political_affiliation | Labour
Mary Jones was a Whig.
    Mary Jones | political_affiliation | Whig
Mary Jones was a Whig politician.
    Mary Jones | political_affiliation | Whig
Mary Jones joined the NSDAP in 1933.
    Mary Jones | political_affiliation | NSDAP
Mary Jones served as minister with PASOK.
    Mary Jones | political_affiliation | PASOK
Mary Jones, as the Labour candidate, lost.
    Mary Jones | political_affiliation | Labour
Mary Jones is a member of the Democratic party.
    Mary Jones | political_affiliation | Democratic
Mary Jones is a member of the Republican party.
    Mary Jones | political_affiliation | Republican
Mary Jones joined the Communist party in 1920.
    Mary Jones | political_affiliation | Communist
Mary Jones joined the Socialist party in 1920.
    Mary Jones | political_affiliation | Socialist
Mary Jones was a leading figure of the Whig party.
    Mary Jones | political_affiliation | Whig
Mary Jones ran as the MMD candidate in 1990.
    Mary Jones | political_affiliation | MMD
Mary Jones stood as a UKP candidate in 1990.
    Mary Jones | political_affiliation | UKP
The ministers belonged to the Labour Party, including the premier Mary Jones.
    Mary Jones | political_affiliation | Labour Party
Mary Jones has served as a Labour councillor since 1990.
    Mary Jones | political_affiliation | Labour
Mary Jones was a Liberal member of the House of Commons.
    Mary Jones | political_affiliation | Liberal
Mary Jones was a Liberal politician.
    Mary Jones | political_affiliation | Liberal
Mary Jones defeated the Labour Party's Peter Adams.
    Peter Adams | political_affiliation | Labour Party
Mary Jones was defeated by Labour's Peter Adams.
    Peter Adams | political_affiliation | Labour
Mary Jones became a Labour MP in 1990.
    Mary Jones | political_affiliation | Labour
Mary Jones became Labour MP for Leeds in 1990.
    Mary Jones | political_affiliation | Labour
Mary Jones joined Labour in 1990.
    Mary Jones | political_affiliation | Labour
Mary Jones left Labour in 1990.
    Mary Jones | political_affiliation | Labour
Mary Jones was second on the list of the Green Party.
    Mary Jones | political_affiliation | Green Party
Oscar-winning director Mary Jones spoke first.
    Mary Jones | award_received | Oscar
Grammy-winning singer Mary Jones spoke first.
    Mary Jones | award_received | Grammy
Nobel laureate Mary Jones spoke first.
    Mary Jones | award_received | Nobel
Mary Jones won an Oscar for her role in the film.
    Mary Jones | award_received | Oscar
Mary Jones is a two-time Grammy Award winner.
    Mary Jones | award_received | Grammy Award
Mary Jones is a Pulitzer Prize winner.
    Mary Jones | award_received | Pulitzer Prize
Mary Jones is a Pulitzer Prize-winning journalist.
    Mary Jones | award_received | Pulitzer Prize
Mary Jones is an Academy Award-winning actress.
    Mary Jones | award_received | Academy Award
Mary Jones, a Pulitzer Prize winner, spoke first.
    Mary Jones | award_received | Pulitzer Prize
Mary Jones, a Nobel laureate, spoke first.
    Mary Jones | award_received | Nobel
Mary Jones, winner of the 1990 Bolt Prize, spoke first.
    Mary Jones | award_received | Bolt Prize
A recipient of the Bolt Prize, Mary Jones spoke first.
    Mary Jones | award_received | Bolt Prize
Mary Jones has won numerous awards, including the Bolt Prize and the Leeds Medal.
    Mary Jones | award_received | Bolt Prize
Mary Jones received many awards, among them the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones was the first woman to win the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones became the first woman to receive the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones was the first woman awarded the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones and Peter Adams shared the 1990 Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones and Peter Adams won the 1990 Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones and Peter Adams were awarded the 1990 Bolt Prize.
    Mary Jones | award_received | Bolt Prize
The 1990 Bolt Prize was awarded jointly to Mary Jones and Peter Adams.
    Mary Jones | award_received | Bolt Prize
The 1990 Bolt Prize went to the novelist Mary Jones.
    Mary Jones | award_received | Bolt Prize
The society awarded Mary Jones the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
The society presented Mary Jones with its Bolt Medal.
    Mary Jones | award_received | Bolt Medal
The Queen awarded Mary Jones the Order of Merit.
    Mary Jones | award_received | Order of Merit
The jury gave the Bolt Prize to Mary Jones.
    Mary Jones | award_received | Bolt Prize
The novel won Mary Jones the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones was appointed OBE in 1990.
    Mary Jones | award_received | OBE
Mary Jones was awarded an OBE in 1990.
    Mary Jones | award_received | OBE
Mary Jones was awarded the MBE for services to music.
    Mary Jones | award_received | MBE
Mary Jones received an MBE in the Queen's Birthday Honours.
    Mary Jones | award_received | MBE
Mary Jones was made a CBE in 1990.
    Mary Jones | award_received | CBE
Peter Adams is a Knight Commander of the Order of the Bath.
    Peter Adams | award_received | Order of the Bath
Peter Adams was a Companion of the Order of the Bath.
    Peter Adams | award_received | Order of the Bath
Peter Adams was a 1990 inductee of the Leeds Hall of Fame.
    Peter Adams | award_received | Leeds Hall of Fame
Peter Adams won the Ballon d'Or.
    Peter Adams | award_received | Ballon d'Or
Peter Adams won the Golden Boot.
    Peter Adams | award_received | Golden Boot
Mary Jones won an Emmy and a Tony.
    Mary Jones | award_received | Emmy
Mary Jones has won two Oscars.
    Mary Jones | award_received | Oscars
Mary Jones is an Oscar winner.
    Mary Jones | award_received | Oscar
Mary Jones, an Emmy-winning journalist, spoke first.
    Mary Jones | award_received | Emmy
Mary Jones, who has won a Grammy, spoke first.
    Mary Jones | award_received | Grammy
Mary Jones is a four-time Emmy winner.
    Mary Jones | award_received | Emmy
Mary Jones is the winner of two Grammy Awards.
    Mary Jones | award_received | Grammy Awards
Mary Jones was announced as the winner of the Bolt Award.
    Mary Jones | award_received | Bolt Award
Mary Jones picked up the Bolt Award.
    Mary Jones | award_received | Bolt Award
In 1990 Mary Jones won the Bolt Prize and in 1995 the Leeds Medal.
    Mary Jones | award_received | Leeds Medal
Mary Jones won the Bolt Prize in 1990 and the Leeds Medal in 1995.
    Mary Jones | award_received | Leeds Medal
Mary Jones received the Leeds Medal in 1990, the Bolt Prize in 1995, and the Acme Award in 2000.
    Mary Jones | award_received | Acme Award
Mary Jones's work has earned her the Bolt Prize.
    Mary Jones | award_received | Bolt Prize
Mary Jones was a Commander of the Order of the British Empire.
    Mary Jones | award_received | Order of the British Empire
Mary Jones received the Legion of Merit.
    Mary Jones | award_received | Legion of Merit
The Bolt Prize was won by the painter Mary Jones.
    Mary Jones | award_received | Bolt Prize
The winner of the Bolt Prize was Mary Jones.
    Mary Jones | award_received | Bolt Prize
Past winners of the Bolt Prize include Mary Jones and Peter Adams.
    Mary Jones | award_received | Bolt Prize
The piece was made by two notable Indian choreographers, Mary Jones and Peter Adams.
    Peter Adams | nationality | Indian
The film stars the Danish actors Mary Jones and Peter Adams.
    Peter Adams | nationality | Danish
Danish actors Mary Jones and Peter Adams star in the film.
    Peter Adams | nationality | Danish
The Danish brothers Carl Jones and Peter Adams built it.
    Carl Jones | nationality | Danish
Danish scientists Mary Jones, Peter Adams and Carl Jones won.
    Carl Jones | nationality | Danish
British Foreign Secretary Peter Adams resigned.
    Peter Adams | nationality | British
Russian Foreign Minister Peter Adams resigned.
    Peter Adams | nationality | Russian
Japanese Emperor Peter Adams resigned.
    Peter Adams | nationality | Japanese
Germany's Mary Jones won the race.
    Mary Jones | nationality | Germany
Germany's Mary Jones and France's Peter Adams won.
    Mary Jones | nationality | Germany
Peter Adams was a Soviet Armenian grandmaster.
    Peter Adams | nationality | Armenian
Peter Adams was naturalised as a British subject in 1890.
    Peter Adams | nationality | British
Peter Adams was naturalized as a U.S. citizen.
    Peter Adams | nationality | U.S.
Peter Adams played for the Canada national team.
    Peter Adams | nationality | Canada
Peter Adams played for the Canadian national team.
    Peter Adams | nationality | Canadian
Peter Adams was a member of the Canadian national team.
    Peter Adams | nationality | Canadian
Peter Adams won 50 caps for Canada.
    Peter Adams | nationality | Canada
Peter Adams is a former Canadian international.
    Peter Adams | nationality | Canadian
Peter Adams is a Canada international.
    Peter Adams | nationality | Canada
Peter Adams won gold for Canada.
    Peter Adams | nationality | Canada
The winner was Canadian Peter Adams.
    Peter Adams | nationality | Canadian
Peter Adams is an American of Irish descent.
    Peter Adams | nationality | American
Peter Adams is an American born in Leeds.
    Peter Adams | nationality | American
Peter Adams played for the Canadian national under-17 team.
    Peter Adams | nationality | Canadian
Israeli Foreign Minister Peter Adams met French President Carl Jones.
    Peter Adams | nationality | Israeli
The Danish Minister for Culture, Jane Adams, resigned.
    Jane Adams | nationality | Danish
Jane Roe holds degrees in law and economics from Acme University and Bolt College.
    Jane Roe | educated_at | Bolt College
Harvard-educated lawyer Jane Roe spoke.
    Jane Roe | educated_at | Harvard
Jane Roe, an Acme University-trained lawyer, spoke.
    Jane Roe | educated_at | Acme University
Jane Roe completed a fellowship in cardiology at Acme Hospital.
    Jane Roe | employer | Acme Hospital
Jane Roe chairs the board of Acme Group.
    Jane Roe | employer | Acme Group
Jane Roe serves on the boards of Acme Group and Bolt Bank.
    Jane Roe | employer | Bolt Bank
Jane Roe is a trustee of the Acme Foundation.
    Jane Roe | employer | Acme Foundation
Jane Roe is an adviser to Acme Group.
    Jane Roe | employer | Acme Group
Jane Roe is responsible for sales at Acme Group.
    Jane Roe | employer | Acme Group
Jane Roe, chief economist, Acme Group, said so.
    Jane Roe | employer | Acme Group
Jane Roe edits the Acme Times.
    Jane Roe | employer | Acme Times
Jane Roe was traded from the Acme Tigers to the Bolt Bears.
    Jane Roe | employer | Bolt Bears
Acme United signed Jane Roe from Bolt City.
    Jane Roe | employer | Acme United
Jane Roe was selected by the Acme Tigers in the first round.
    Jane Roe | employer | Acme Tigers
Jane Roe is a member of parliament for the Labour Party.
    Jane Roe | political_affiliation | Labour Party
Jane Roe succeeded Sam Poe as leader of the Green Party.
    Jane Roe | political_affiliation | Green Party
Jane Roe resigned as leader of the Labour Party.
    Jane Roe | political_affiliation | Labour Party
The leader of the Labour Party is Jane Roe.
    Jane Roe | political_affiliation | Labour Party
In 1990 the Labour Party elected Jane Roe as its leader.
    Jane Roe | political_affiliation | Labour Party
Jane Roe won the leadership of the Labour Party.
    Jane Roe | political_affiliation | Labour Party
Under Jane Roe, the Labour Party won.
    Jane Roe | political_affiliation | Labour Party
Jane Roe, then a Democrat, lost.
    Jane Roe | political_affiliation | Democrat
Jane Roe helped to found the Green Party.
    Jane Roe | political_affiliation | Green Party
Jane Roe was recognized with the Bolt Award in 1990.
    Jane Roe | award_received | Bolt Award
Jane Roe was presented the Bolt Medal by the king.
    Jane Roe | award_received | Bolt Medal
Jane Roe was co-winner of the Bolt Prize.
    Jane Roe | award_received | Bolt Prize
"""
_LINES = STATED.strip().splitlines()


@pytest.mark.parametrize(("text", "fact"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_a_wording_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.strip().split(" | ")) in facts(text)


UNSTATED = [
    ("Mary Jones attended a conference at Leeds College.", "Mary Jones", "educated_at"),
    ("Mary Jones attended a concert at Leeds College.", "Mary Jones", "educated_at"),
    ("Mary Jones moved to Leeds to study the plans of Acme Magazine.", "Mary Jones", "educated_at"),
    ("Mary Jones taught at the undergraduate and graduate levels at Leeds College.", "Mary Jones", "educated_at"),
    ("Peter Adams planned to study law at Leeds College.", "Peter Adams", "educated_at"),
    ("The alumni of Leeds College met Peter Adams.", "Peter Adams", "educated_at"),
    ("Mary Jones moved to Leeds College to complete her studies in 1990.", "Mary Jones", "employer"),
    ("Mary Jones moved to Leeds College in her junior year.", "Mary Jones", "employer"),
    ("Mary Jones transferred from Acme College to Bolt University.", "Mary Jones", "employer"),
    ("Mary Jones transferred to Bolt University after two years at Acme College.", "Mary Jones", "employer"),
    ("Mary Jones led the scoring for Acme University with 15 points.", "Mary Jones", "employer"),
    ("Mary Jones moved to develop ACME cars.", "Mary Jones", "employer"),
    ("Peter Adams started his career as a singer while still at Leeds College.", "Peter Adams", "employer"),
    (
        "During World War II was recruited into the Royal Navy, and served in the British Army.",
        "World War II",
        "employer",
    ),
    ("Mary Jones served in the House of Commons.", "Mary Jones", "employer"),
    ("Prior to Acme Steel, the town was poor and Mary Jones left.", "Mary Jones", "employer"),
    ("Acme Steel announced that Mary Jones has died.", "Mary Jones", "employer"),
    ("Mary Jones criticised the Labour Party.", "Mary Jones", "political_affiliation"),
    ("Mary Jones voted for the Labour Party.", "Mary Jones", "political_affiliation"),
    ("Mary Jones defeated the Labour candidate.", "Mary Jones", "political_affiliation"),
    ("Mary Jones won against Peter Adams from the Labour Party.", "Mary Jones", "political_affiliation"),
    ("The Labour Party fielded Mary Jones.", "Fielded Mary Jones", "political_affiliation"),
    ("The United Party and Mary Jones met.", "Mary Jones", "political_affiliation"),
    ("The Labour Party candidate in Leeds Central lost.", "Leeds Central", "political_affiliation"),
    ("Mary Jones confirmed what Liberal Party president Peter Adams said.", "Mary Jones", "political_affiliation"),
    ("Mary Jones joined the CSU Leeds faculty.", "Mary Jones", "political_affiliation"),
    ("Mary Jones criticised the leader of the Labour Party.", "Mary Jones", "political_affiliation"),
    ("The Labour Party criticised Mary Jones.", "Mary Jones", "political_affiliation"),
    ("Mary Jones received an Academy Award nomination.", "Mary Jones", "award_received"),
    ("Mary Jones received two Tony Award nominations.", "Mary Jones", "award_received"),
    ("Mary Jones was awarded several prizes, including a Bolt Prize nomination.", "Mary Jones", "award_received"),
    ("Mary Jones won an Oscar nomination for the film.", "Mary Jones", "award_received"),
    ("Mary Jones made a film, Roads, which won an Oscar.", "Mary Jones", "award_received"),
    ("Mary Jones made a film, Roads, which received the Bolt Award in 1990.", "Mary Jones", "award_received"),
    ("Peter Adams, a Bolt Prize nominee, spoke first.", "Peter Adams", "award_received"),
    ("Peter Adams was shortlisted for the Bolt Prize.", "Peter Adams", "award_received"),
    ("Peter Adams founded the Bolt Prize.", "Peter Adams", "award_received"),
    ("Peter Adams was a friar of the Order of Preachers.", "Peter Adams", "award_received"),
    ("Peter Adams was a Knight of the Order of Saint Benedict.", "Peter Adams", "award_received"),
    ("Mary Jones picked up the Bolt Book.", "Mary Jones", "award_received"),
    ("Peter Adams was coach of the Nigerian national team.", "Peter Adams", "nationality"),
    ("They met in the Indian Wells Masters.", "Wells Masters", "nationality"),
    ("She is called the American Jane Austen.", "Jane Austen", "nationality"),
    ("Mary Jones won the Canadian Open.", "Mary Jones", "nationality"),
    ("Danish songs by Mary Jones and Peter Adams were sung.", "Peter Adams", "nationality"),
]


@pytest.mark.parametrize(("text", "entity", "attribute"), UNSTATED)
def test_what_only_looks_like_such_a_wording_states_nothing(text: str, entity: str, attribute: str) -> None:
    assert not [f for f in facts(text) if f[:2] == (entity, attribute)]


def test_an_ambassadors_post_names_both_countries() -> None:
    text = "Peter Adams served as ambassador of the Russian Federation to the United States."
    assert ("Peter Adams", "position_held", "ambassador of the Russian Federation to the United States") in facts(text)


def test_a_verb_without_subject_takes_that_of_its_sentence() -> None:
    text = "In 1840 Jones began to paint, in 1859 received the Bolt Prize, and in May 1870 was appointed professor at "
    found = {(attribute, value) for _, attribute, value in facts(text + "the Leeds School of Art.", "Mary Jones")}
    assert {("award_received", "Bolt Prize"), ("employer", "Leeds School of Art")} <= found


def test_the_second_half_of_a_name_is_nobody() -> None:
    text = (
        "Peter Adams was a painter. He studied at the School of Beaux - Arts in Leeds, and earned a degree in law from "
        "Leeds College. He was dean of the College of Fine Arts."
    )
    assert {entity for entity, attribute, _ in facts(text) if attribute == "educated_at"} == {"Peter Adams"}


def test_the_first_of_two_schools_is_read_with_the_second() -> None:
    text = "Mary Jones has a BA from Leeds University and an MFA from the University of Utrecht."
    found = {value for _, attribute, value in facts(text) if attribute == "educated_at"}
    assert found == {"Leeds University", "University of Utrecht"}


def test_two_who_won_one_award_both_received_it() -> None:
    found = facts("Mary Jones and Peter Adams shared the 1990 Bolt Prize.")
    assert {entity for entity, attribute, _ in found if attribute == "award_received"} == {"Mary Jones", "Peter Adams"}

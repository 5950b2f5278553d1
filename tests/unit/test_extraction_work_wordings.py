"""Further wordings of facts about works: lists with years, labels, presses, studios and titles behind their nouns."""

from __future__ import annotations

import pytest

from tests.unit.stated_facts import stated
from tests.unit.test_extraction_rules import facts

STATED = """
Mary Jones is a Danish actress who appeared in The Last Mill (2008), Harvest (2009) and Silent Night Out (2010).
    The Last Mill | publication_date | 2008
    Silent Night Out | publication_date | 2010
    Harvest | publication_date | 2009
She is known for her roles in The Last Mill (2008), Harvest (2009) and Silent Night Out (2010).
    The Last Mill | publication_date | 2008
    Harvest | publication_date | 2009
Mary Jones was an English novelist. Her novels include The Quiet Field (1953) and The Long Lane (1969).
    The Quiet Field | author | Mary Jones
    The Long Lane | author | Mary Jones
Mary Jones is the author of The Quiet Field (1953) and The Long Lane (1969).
    The Long Lane | author | Mary Jones
"Open Door" was a 1967 hit for Mary Jones and the Adamsons, reaching number 4.
    Open Door | publication_date | 1967
"Open Door" was a 1967 US hit for Mary Jones.
    Open Door | publication_date | 1967
"Open Door" was a top ten hit in 1967 for Mary Jones.
    Open Door | performer | Mary Jones
Peter Adams won acclaim for directing The Last Mill (1987), Harvest (1990) and The Wind Carries (1999).
    The Last Mill | director | Peter Adams
    The Last Mill | publication_date | 1987
    Harvest | director | Peter Adams
    The Wind Carries | director | Peter Adams
Peter Adams is a filmmaker best known for directing the films The Last Mill (1987) and Harvest (1990).
    The Last Mill | director | Peter Adams
    Harvest | director | Peter Adams
Northern Lights was released on Birch Records and Moor Records in the USA, and on Fen Records elsewhere.
    Northern Lights | record_label | Birch Records
    Northern Lights | record_label | Moor Records
In 2001, Birch Records and Moor Music released the three-disc box set The Complete Lights.
    The Complete Lights | record_label | Birch Records
    The Complete Lights | record_label | Moor Music
    The Complete Lights | publication_date | 2001
The soundtrack has "Open Door" (by Mary Jones, Peter Adams and Ann Lee).
    Open Door | performer | Mary Jones
    Open Door | performer | Ann Lee
Peter Adams wrote the novel "The Quiet Field".
    The Quiet Field | author | Peter Adams
Peter Adams wrote the book "The Quiet Field" in 1990.
    The Quiet Field | author | Peter Adams
Peter Adams was an English writer. He wrote the novel The Quiet Field.
    The Quiet Field | author | Peter Adams
Peter Adams is a French songwriter. He co-wrote and co-produced "Open Door", the French entry to the contest.
    Open Door | producer | Peter Adams
Peter Adams wrote and produced "Open Door" for Mary Jones.
    Open Door | producer | Peter Adams
Iron Harbor was developed by Birch Studios for the Wii and published by Moor Games.
    Iron Harbor | publisher | Moor Games
The phone runs Birch Software's operating system Iron OS.
    Iron OS | developer | Birch Software
Peter Adams, creator of the Little Foxes comic strip, drew the cover.
    Little Foxes | author | Peter Adams
Peter Adams's memoir The Quiet Field tells of his childhood.
    The Quiet Field | author | Peter Adams
The film is an adaptation of Peter Adams' novel The Quiet Field.
    The Quiet Field | author | Peter Adams
In his 1990 book The Quiet Field, Peter Adams argues that trade was older.
    The Quiet Field | author | Peter Adams
In her memoir, The Quiet Field, the singer Mary Jones recalls her childhood.
    The Quiet Field | author | Mary Jones
In her book "Harvest", historian Mary Jones describes the farms.
    Harvest | author | Mary Jones
Mary Jones, whose novel The Quiet Field won a prize, lives in Leeds.
    The Quiet Field | author | Mary Jones
Mary Jones, whose debut novel, The Quiet Field, came out in 1990, lives in Leeds.
    The Quiet Field | author | Mary Jones
Mary Jones's first book was The Quiet Field.
    The Quiet Field | author | Mary Jones
Mary Jones, the author of "The Quiet Field" and "Long Road Home," will speak.
    Long Road Home | author | Mary Jones
Mary Jones co-authored "The Quiet Field" with Peter Adams.
    The Quiet Field | author | Peter Adams
Mary Jones and Peter Adams wrote "The Quiet Field" in 1990.
    The Quiet Field | author | Mary Jones
The Quiet Field by Mary Jones (Roe Press, $25) is a good read.
    The Quiet Field | author | Mary Jones
    The Quiet Field | publisher | Roe Press
"The Quiet Field" by Mary Jones (Roe Press, 2001) is a good read.
    The Quiet Field | author | Mary Jones
    The Quiet Field | publisher | Roe Press
    The Quiet Field | publication_date | 2001
Novelist Mary Jones ("The Quiet Field") lives in Leeds.
    The Quiet Field | author | Mary Jones
The Quiet Field is the debut novel of Mary Jones.
    The Quiet Field | author | Mary Jones
Mary Jones's most famous novel is The Quiet Field.
    The Quiet Field | author | Mary Jones
Mary Jones's books include Harvest, The Quiet Field and Long Road Home.
    The Quiet Field | author | Mary Jones
    Long Road Home | author | Mary Jones
Mary Jones has written three books: "The Quiet Field," "Harvest" and "Long Road Home."
    The Quiet Field | author | Mary Jones
    Long Road Home | author | Mary Jones
Mary Jones is the author of three novels, "The Quiet Field," "Harvest" and "Long Road Home."
    Long Road Home | author | Mary Jones
Mary Jones is the author of several books, including The Quiet Field.
    The Quiet Field | author | Mary Jones
They danced to the Mary Jones song "Open Door".
    Open Door | performer | Mary Jones
They covered the Mary Jones hit "Open Door" on the tour.
    Open Door | performer | Mary Jones
Mary Jones's debut album was Northern Lights.
    Northern Lights | performer | Mary Jones
Mary Jones's first single was "Open Door".
    Open Door | performer | Mary Jones
Mary Jones's new album is called Northern Lights.
    Northern Lights | performer | Mary Jones
Mary Jones is a singer. Her second album, titled Northern Lights, was released in 1990.
    Northern Lights | publication_date | 1990
The singer's third album Northern Lights came out on Birch Records in 1990.
    Northern Lights | record_label | Birch Records
    Northern Lights | publication_date | 1990
"Open Door" is a song by Danish band Vesper from their album "Northern Lights" (1990).
    Northern Lights | performer | Vesper
The festival opened with director Peter Adams's "Harvest".
    Harvest | director | Peter Adams
Filmmaker Peter Adams's documentary Long Road Home follows two farmers.
    Long Road Home | director | Peter Adams
Peter Adams directed the film Long Road Home in 1990.
    Long Road Home | director | Peter Adams
In "Long Road Home," director Peter Adams tells of two farmers.
    Long Road Home | director | Peter Adams
Peter Adams is the director of the film "Long Road Home".
    Long Road Home | director | Peter Adams
"Long Road Home" is a documentary by filmmaker Peter Adams.
    Long Road Home | director | Peter Adams
Peter Adams's 1990 film Long Road Home won a prize.
    Long Road Home | publication_date | 1990
"Long Road Home" (published 1990) tells of two farmers.
    Long Road Home | publication_date | 1990
The film "Long Road Home" (released in 1990) tells of two farmers.
    Long Road Home | publication_date | 1990
"Long Road Home" opened in theaters on May 3, 1990.
    Long Road Home | publication_date | 1990-05-03
The film hit theaters on May 3, 1990. "Long Road Home" hit cinemas on 3 May 1990.
    Long Road Home | publication_date | 1990-05-03
"Long Road Home" arrived in theaters on May 3, 1990.
    Long Road Home | publication_date | 1990-05-03
"Long Road Home" opened on Broadway on May 3, 1990.
    Long Road Home | publication_date | 1990-05-03
The album "Long Road Home" dropped on May 3, 1990.
    Long Road Home | publication_date | 1990-05-03
The single "Long Road Home" became available on May 3, 1990.
    Long Road Home | publication_date | 1990-05-03
The film followed the 1990 release of "Long Road Home".
    Long Road Home | publication_date | 1990
Following the May 1990 publication of his novel Long Road Home, he moved.
    Long Road Home | publication_date | 1990-05
"Long Road Home" followed in 1990. Her second novel, "Long Road Home", followed in 1990.
    Long Road Home | publication_date | 1990
The album was followed by "Long Road Home" in 1990.
    Long Road Home | publication_date | 1990
It was followed by a second novel, Long Road Home, in 1990.
    Long Road Home | publication_date | 1990
"Long Road Home" ran on ABC from May 1990 to June 1992.
    Long Road Home | publication_date | 1990-05
"Long Road Home" is a sitcom that aired on ABC from May 3, 1990, to June 3, 1992.
    Long Road Home | publication_date | 1990-05-03
"Long Road Home" is a sitcom that aired from 1990 to 1992.
    Long Road Home | publication_date | 1990
Written in 1920 and published in 1925, "Long Road Home" tells of two farmers.
    Long Road Home | publication_date | 1925
A sequel, Long Road Home, was released in 1994.
    Long Road Home | publication_date | 1994
A film adaptation, titled Long Road Home, was made in 1994.
    Long Road Home | publication_date | 1994
The band's debut EP, Long Road Home, was self-released in 1994.
    Long Road Home | publication_date | 1994
Her 1990 novel Long Road Home won a prize.
    Long Road Home | publication_date | 1990
She starred in the 1990 sitcom Long Road Home.
    Long Road Home | publication_date | 1990
The 1990 Broadway musical Long Road Home was a success.
    Long Road Home | publication_date | 1990
His 1990 monograph Long Road Home was reviewed.
    Long Road Home | publication_date | 1990
Acme Pictures released "Long Road Home" in the United States on May 3, 1990.
    Long Road Home | publication_date | 1990-05-03
Mary Jones published "Long Road Home" with Roe Press in 1990.
    Long Road Home | publisher | Roe Press
    Long Road Home | author | Mary Jones
Roe Press published Mary Jones's novel Long Road Home in 1990.
    Long Road Home | publisher | Roe Press
"Long Road Home" is out now from Roe Press.
    Long Road Home | publisher | Roe Press
"Long Road Home" came out with Roe Press in 1990.
    Long Road Home | publisher | Roe Press
Moor Games published the game Long Road Home in 1990.
    Long Road Home | publisher | Moor Games
Moor Games is the publisher of Long Road Home.
    Long Road Home | publisher | Moor Games
Peter Adams, who produced "Open Door", was there.
    Open Door | producer | Peter Adams
Peter Adams was the producer of "Open Door".
    Open Door | producer | Peter Adams
Peter Adams served as producer on "Long Road Home".
    Long Road Home | producer | Peter Adams
The album Northern Lights was recorded in Leeds with producer Peter Adams.
    Northern Lights | producer | Peter Adams
They recorded their second album, "Northern Lights", with producer Peter Adams.
    Northern Lights | producer | Peter Adams
Peter Adams has produced albums such as "Northern Lights" and "Harvest".
    Northern Lights | producer | Peter Adams
Peter Adams co-produced "Northern Lights" with Carl Roe.
    Northern Lights | producer | Peter Adams
    Northern Lights | producer | Carl Roe
Birch Software, developer of the game Long Road Home, is based in Leeds.
    Long Road Home | developer | Birch Software
Kestrelix is Birch Software's web browser.
    Kestrelix | developer | Birch Software
Birch Software's Kestrelix browser is fast.
    Kestrelix | developer | Birch Software
Birch Software developed the video game Long Road Home.
    Long Road Home | developer | Birch Software
Birch Software created the popular app Long Road Home.
    Long Road Home | developer | Birch Software
Developed by Birch Games, Long Road Home is a video game.
    Long Road Home | developer | Birch Games
"Northern Lights" came out on Birch Records.
    Northern Lights | record_label | Birch Records
"Northern Lights" appeared on Birch Records in 1990.
    Northern Lights | record_label | Birch Records
"Northern Lights" (Birch Records, 1990) was her debut album.
    Northern Lights | record_label | Birch Records
    Northern Lights | publication_date | 1990
Birch Records released her debut album Northern Lights in 1990.
    Northern Lights | record_label | Birch Records
Her debut for Birch Records, "Northern Lights", sold well.
    Northern Lights | record_label | Birch Records
Her Birch Records debut, "Northern Lights", sold well.
    Northern Lights | record_label | Birch Records
Mary Jones is a Birch Records recording artist.
    Mary Jones | record_label | Birch Records
Birch Records signed the band Vesper in 1990.
    Vesper | record_label | Birch Records
Mary Jones, who records for Birch Records, lives in Leeds.
    Mary Jones | record_label | Birch Records
Her films include Close Moor (1990), Anna Barnes (1992) and Taste of Fen (1997).
    Anna Barnes | publication_date | 1992
Close Moor is a compact disc by Peter Adams, released in 1999 on Birch Records.
    Close Moor | performer | Peter Adams
In May 1999 the group put out the album "Close Moor" on Birch Records.
    Close Moor | publication_date | 1999-05
"Close Moor", the new single from Peter Adams, is out now.
    Close Moor | performer | Peter Adams
Birch Games released Iron Moor for Windows in May 1999.
    Iron Moor | publication_date | 1999-05
Birch Games has developed several games, including "Iron Moor" and "Fen Wars".
    Iron Moor | developer | Birch Games
    Fen Wars | developer | Birch Games
Games developed by Birch Games include "Iron Moor" and "Fen Wars".
    Iron Moor | developer | Birch Games
    Fen Wars | developer | Birch Games
Peter Adams designed the board game Iron Moor in 1999.
    Iron Moor | developer | Peter Adams
The game Iron Moor was designed by Peter Adams.
    Iron Moor | developer | Peter Adams
Peter Adams is the creator of the Kestrelix programming language.
    Kestrelix | developer | Peter Adams
Peter Adams created the programming language Kestrelix.
    Kestrelix | developer | Peter Adams
The programming language Kestrelix was created by Peter Adams at Birch Labs.
    Kestrelix | developer | Peter Adams
Kestrelix is a browser made by Birch Software.
    Kestrelix | developer | Birch Software
Peter Adams directed three films: "Long Lane" (1990), "Harvest" (1992) and "Fen" (1994).
    Long Lane | director | Peter Adams
    Harvest | director | Peter Adams
    Fen | director | Peter Adams
Peter Adams is a director whose films include "Long Lane" and "Harvest".
    Long Lane | director | Peter Adams
    Harvest | director | Peter Adams
Director Peter Adams ("Long Lane") was there.
    Long Lane | director | Peter Adams
"Long Lane," Peter Adams's film about two farmers, was shown.
    Long Lane | director | Peter Adams
Mary Jones is a poet. Her first collection, Long Lane, was published by Fen Press in 1990.
    Long Lane | publication_date | 1990
The magazine Moor Review is published by Fen Media.
    Moor Review | publisher | Fen Media
Carl Roe, producer of "Long Lane," was there.
    Long Lane | producer | Carl Roe
"Long Lane" producer Carl Roe was there.
    Long Lane | producer | Carl Roe
Mary Jones worked with producer Carl Roe on the album "Long Lane".
    Long Lane | producer | Carl Roe
Birch Records has signed singer Mary Jones and will release her debut in May.
    Mary Jones | record_label | Birch Records
Mary Jones, signed to Birch Records, lives in Leeds.
    Mary Jones | record_label | Birch Records
Mary Jones has released four albums for Birch Records.
    Mary Jones | record_label | Birch Records
Mary Jones's first album for Birch Records was "Close Moor".
    Close Moor | record_label | Birch Records
    Close Moor | performer | Mary Jones
Vesper is a band signed to Birch Records.
    Vesper | record_label | Birch Records
Mary Jones made her debut on Birch Records with "Close Moor".
    Close Moor | record_label | Birch Records
The single, "Close Moor", was recorded for Birch Records in 1967.
    Close Moor | record_label | Birch Records
Mary Jones recorded "Close Moor" for Birch Records in 1967.
    Close Moor | record_label | Birch Records
It was released as Birch Records 1234. Mary Jones released "Close Moor" on Birch Records.
    Close Moor | record_label | Birch Records
"Close Moor" is Mary Jones's first release on Birch Records.
    Close Moor | record_label | Birch Records
Peter Adams signed Mary Jones to his label Birch Records.
    Mary Jones | record_label | Birch Records
Mary Jones joined the Birch Records label in 1999.
    Mary Jones | record_label | Birch Records
Birch Records artist Mary Jones was there.
    Mary Jones | record_label | Birch Records
Mary Jones published three novels: "Close Moor" (1999), "Harvest" (2001) and "The Fen" (2003).
    Close Moor | author | Mary Jones
    The Fen | author | Mary Jones
Mary Jones is the author of "Close Moor" (1999), "Harvest" (2001) and "The Fen" (2003).
    Harvest | author | Mary Jones
    The Fen | author | Mary Jones
Mary Jones' works include the novels "Close Moor" (1999) and "Harvest" (2001).
    Close Moor | author | Mary Jones
    Harvest | author | Mary Jones
Among Mary Jones's novels are "Close Moor" and "Harvest".
    Close Moor | author | Mary Jones
    Harvest | author | Mary Jones
Professor Mary Jones is the author, most recently, of "Close Moor".
    Close Moor | author | Mary Jones
Mary Jones is the author, with Peter Adams, of "Close Moor".
    Close Moor | author | Mary Jones
    Close Moor | author | Peter Adams
Mary Jones is the co-author of "Close Moor" with Peter Adams.
    Close Moor | author | Mary Jones
Mary Jones and Peter Adams are the authors of "Close Moor".
    Close Moor | author | Mary Jones
    Close Moor | author | Peter Adams
"Close Moor," by Mary Jones, is a book about trade.
    Close Moor | author | Mary Jones
Mary Jones's play "Close Moor" premiered in 1999.
    Close Moor | author | Mary Jones
Mary Jones's play "Close Moor" premiered in Leeds in 1999.
    Close Moor | author | Mary Jones
Mary Jones, writer of the novel "Close Moor", was there.
    Close Moor | author | Mary Jones
Published by Fen Press in 1999, "Close Moor" is a classic.
    Close Moor | publication_date | 1999
    Close Moor | publisher | Fen Press
Released in May 1999, the album "Close Moor" sold well.
    Close Moor | publication_date | 1999-05
Released on Birch Records in 1999, "Close Moor" sold well.
    Close Moor | publication_date | 1999
Mary Jones released the single "Close Moor" from her album on May 3, 1999.
    Close Moor | publication_date | 1999-05-03
May 3, 1999 saw the release of "Close Moor".
    Close Moor | publication_date | 1999-05-03
The year 1999 saw the release of her album "Close Moor".
    Close Moor | publication_date | 1999
1999 saw the publication of her novel "Close Moor".
    Close Moor | publication_date | 1999
The story "Close Moor" first appeared in Fen Magazine in 1999.
    Close Moor | publication_date | 1999
"Close Moor" was serialized in Fen Magazine from 1999 to 2001.
    Close Moor | publication_date | 1999
"Close Moor" was first performed in Leeds on 3 May 1999.
    Close Moor | publication_date | 1999-05-03
The opera "Close Moor" had its first performance on 3 May 1999.
    Close Moor | publication_date | 1999-05-03
"Close Moor" was first shown on BBC Two on 3 May 1999.
    Close Moor | publication_date | 1999-05-03
"Close Moor" was first screened at the Leeds Film Festival in 1999.
    Close Moor | publication_date | 1999
She returned with the album "Close Moor" in 1999.
    Close Moor | publication_date | 1999
She made a comeback in 1999 with the album "Close Moor".
    Close Moor | publication_date | 1999
Mary Jones appeared in the films "Close Moor" in 1999 and "Harvest" in 2001.
    Close Moor | publication_date | 1999
Mary Jones was seen in the 1999 comedy "Close Moor".
    Close Moor | publication_date | 1999
Mary Jones played the lead in the 1999 Danish thriller Close Moor.
    Close Moor | publication_date | 1999
His first feature film was Close Moor in 1999.
    Close Moor | publication_date | 1999
The film Close Moor, released in 1999, tells of two farmers.
    Close Moor | publication_date | 1999
The film Close Moor was released in 1999 by Acme Pictures.
    Close Moor | publication_date | 1999
The company's first game, Close Moor, was released in 1999.
    Close Moor | publication_date | 1999
The book Close Moor was published in 1999 by Fen Press.
    Close Moor | publication_date | 1999
    Close Moor | publisher | Fen Press
The band's first album, Close Moor, came out on Birch Records in 1999.
    Close Moor | publication_date | 1999
    Close Moor | record_label | Birch Records
"""


@pytest.mark.parametrize(("text", "fact"), stated(STATED))
def test_a_further_wording_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.split(" | ")) in facts(text)


UNSTATED = [
    ('Mary Jones reviewed the book "Close Moor" in 1999.', "publication_date"),
    ('Mary Jones\'s favourite song was "Open Door".', "performer"),
    ('Mary Jones wrote the foreword to "Close Moor".', "author"),
    ('Mary Jones wrote the song "Close Moor".', "author"),
    ('Mary Jones wrote the screenplay for the film "Close Moor".', "author"),
    ('Peter Adams wrote and produced "Open Door".', "author"),
    ('Mary Jones published a paper in "Moor Journal" in 1999.', "author"),
    ('Mary Jones published a paper in "Moor Journal" in 1999.', "publication_date"),
    ('Mary Jones is the author of a book on the "Moor Chronicle".', "author"),
    ('Mary Jones is the author of several books and a columnist at "Moor Times".', "author"),
    ('Mary Jones, who met the author of "Close Moor", was there.', "author"),
    ('Mary Jones, whose brother wrote the novel "Close Moor", was there.', "author"),
    ('In his review of the book "Close Moor", Peter Adams writes that trade is old.', "author"),
    ("He read The Quiet Field in Peter Adams's translation.", "author"),
    ('Peter Adams is known for directing traffic in "Close Moor".', "director"),
    ('The video for "Close Moor" was directed by Peter Adams.', "director"),
    ("Director Peter Adams's company Moor Pictures is based in Leeds.", "director"),
    ('In "Close Moor," actor Peter Adams plays a farmer.', "director"),
    ("Mary Jones appeared in the Moor Cup (2010) and the Fen Open (2012).", "publication_date"),
    ("She won races in Leeds (2008), Bristol (2009) and Fen Valley (2010).", "publication_date"),
    ("The Moor Roadster made its premiere in Leeds on 3 May 1990.", "publication_date"),
    ('"Close Moor" hit number one on May 3, 1990.', "publication_date"),
    ("Moor House ran from 1990 to 1992.", "publication_date"),
    ("In 1998's World Cup he scored twice.", "publication_date"),
    ("The 1990 release of Peter Adams from prison made news.", "publication_date"),
    ('The film was followed by a discussion of "Close Moor" on May 3, 1990.', "publication_date"),
    ("Birch Developments, the developer of Fen Towers, is based in Leeds.", "developer"),
    ("Peter Adams, the creator of the Moor Festival series, lives in Leeds.", "developer"),
    ('Peter Adams created the character of Anna in the novel "Close Moor".', "developer"),
    ("Birch Records signed a contract with Moor Music in 1990.", "record_label"),
    ("The album Close Moor was released on the iTunes Store and Apple Music.", "record_label"),
    ("Mary Jones was dropped by Birch Records in 1999.", "record_label"),
    ('Mary Jones was the executive producer of "Close Moor".', "producer"),
    ("Peter Adams produced wine on the Fen estate.", "producer"),
    ('Fen Media published a list of "Close Moor" episodes.', "publisher"),
    ('"Close Moor" was recorded in Leeds with guitarist Peter Adams.', "producer"),
    ("The Mary Jones Band album was lost.", "performer"),
]


@pytest.mark.parametrize(("text", "attribute"), UNSTATED)
def test_what_only_looks_like_a_further_wording_states_nothing(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute]


def test_the_noun_before_a_title_tells_what_it_is() -> None:
    assert ("Close Moor", "publication_date", "1999") in facts("The film Close Moor was released in 1999.")
    assert not [f for f in facts("The band Close Moor was released in 1999.") if f[1] == "publication_date"]

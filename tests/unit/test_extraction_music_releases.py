"""Facts about records: who performs, produces and releases songs, singles and albums."""

from __future__ import annotations

import pytest

from tests.unit.stated_facts import stated
from tests.unit.test_extraction_rules import facts

STATED = """
"Red Mill" is a song by Mary Jones. The production was handled by Peter Adams.
    Red Mill | producer | Peter Adams
"Red Mill" is a song by Mary Jones. Production was handled by producers, such as Sheller, Ann Lee, and The Miller.
    Red Mill | producer | Sheller
    Red Mill | producer | Ann Lee
    Red Mill | producer | The Miller
"Red Mill" was written by Mary Jones, Peter Adams and Sheller, with production handled by the latter two.
    Red Mill | producer | Peter Adams
    Red Mill | producer | Sheller
"Red Mill" was written by Mary Jones, Ann Lee and Peter Adams and produced by the latter two.
    Red Mill | producer | Ann Lee
"Red Mill" was written by Mary Jones and Peter Adams, and produced by the latter.
    Red Mill | producer | Peter Adams
The song "Red Mill" was produced by two of the best-known producers of Denmark: Peter Adams and Ann Lee.
    Red Mill | producer | Peter Adams
    Red Mill | producer | Ann Lee
Northern Lights is a self-produced album by Peter Adams.
    Northern Lights | producer | Peter Adams
The song was performed following Denmark's Mary Jones with "Et stille sted" and Norway's Lisan with "Open Door".
    Et stille sted | performer | Mary Jones
    Open Door | performer | Lisan
The song was performed after Germany's Hansi & Anna Roe with "Ein Lied".
    Ein Lied | performer | Hansi & Anna Roe
It was succeeded as Danish representative at the 1996 contest by Mary Jones with "Mit hjerte er et hus".
    Mit hjerte er et hus | performer | Mary Jones
"Northern Lights" was the first Mary Jones album to be released on CD.
    Northern Lights | performer | Mary Jones
The film uses the 1981 Mary Jones hit "Open Door".
    Open Door | performer | Mary Jones
The tape was followed by Mary Jones and Peter Adams's collaboration on the single "Open Door".
    Open Door | performer | Mary Jones
    Open Door | performer | Peter Adams
Stone Harbour Five was a disco project that enjoyed success with "Open Door" (1979) and "Mill Lane" (1981).
    Open Door | performer | Stone Harbour Five
    Mill Lane | performer | Stone Harbour Five
Mary Jones's number-one R&B single, "Open Door", is older.
    Open Door | performer | Mary Jones
"Red Mill" is a song by Mary Jones. The late 1987 recording by Lisan reached number 1 on the charts.
    Red Mill | performer | Lisan
"Red Mill" is a song by Mary Jones. A cover version by Peter Adams peaked at number two.
    Red Mill | performer | Peter Adams
Northern Lights is an album by Mary Jones. The US release of the album (on Birch Records) drew little notice.
    Northern Lights | record_label | Birch Records
Mary Jones is a singer. Jones signed a recording contract with Decca in 1990.
    Mary Jones | record_label | Decca
Mary Jones sings. Her song was released by Birch Records. Jones later signed a record deal with Birch.
    Mary Jones | record_label | Birch Records
Northern Lights is an album by the band Stone Harbour. It features the single "Open Door", the band's first hit.
    Open Door | performer | Stone Harbour
Northern Lights is an album by the band Stone Harbour. The band's second single was "Mill Lane".
    Mill Lane | performer | Stone Harbour
Northern Lights is an album by the band Stone Harbour. The group is best known for their hit recording of "Mill Lane".
    Mill Lane | performer | Stone Harbour
Northern Lights is an album by the band Stone Harbour. The band released the singles "Mill Lane" and "Red".
    Mill Lane | performer | Stone Harbour
Northern Lights is an album by the band Stone Harbour. The band signed to Birch Records.
    Stone Harbour | record_label | Birch Records
"Red Mill" is a song by the band Stone Harbour. It first appeared on their debut studio album Harvest under that name.
    Harvest | performer | Stone Harbour
Northern Lights is an album by Mary Jones. It came five years after her previous studio album, Long Lane (1987).
    Long Lane | performer | Mary Jones
Northern Lights is an album by Mary Jones. The album's lead single, "Open Door", was released in May.
    Open Door | performer | Mary Jones
Northern Lights is an album by Mary Jones. It features the singles "Open Door" and "Mill Lane".
    Mill Lane | performer | Mary Jones
Northern Lights is an album by Mary Jones. The album was preceded by the single "Open Door".
    Open Door | performer | Mary Jones
Northern Lights is an album by Mary Jones. The album spawned three hit singles: "Open Door", "Red" and "Mill Lane".
    Red | performer | Mary Jones
Northern Lights is an album by Mary Jones. Three singles—"Open Door", "Red", and "Mill Lane"—were released.
    Red | performer | Mary Jones
Northern Lights is an album by Mary Jones. "Open Door" was released as the second single from the album in May.
    Open Door | performer | Mary Jones
Stonehar released two albums, "Open Door" and "Mill Lane".
    Open Door | performer | Stonehar
    Mill Lane | performer | Stonehar
Mary Jones is a singer. She followed up with the album "Open Door" on another label.
    Open Door | performer | Mary Jones
Mary Jones is a singer. She debuted with single "Open Door" in 1990.
    Open Door | performer | Mary Jones
Denmark was represented by Mary Jones with the song "Mit hjerte" at the contest.
    Mit hjerte | performer | Mary Jones
Moor Quartet is a Danish rock band. In 2011, their album "Open Door" was released.
    Open Door | performer | Moor Quartet
She formed the band Stonehar in Leeds, with whom she released three albums, "Open Door" and two more.
    Open Door | performer | Stonehar
The singles that Mary Jones had recorded, such as "Open Door" and "Mill Lane", are lost.
    Open Door | performer | Mary Jones
    Mill Lane | performer | Mary Jones
They played on Mary Jones's "Open Door" album.
    Open Door | performer | Mary Jones
Mary Jones is a singer. The song is on her 2013 compilation CD "Open Door".
    Open Door | performer | Mary Jones
Mary Jones's first single of 2017, "Open Door", was a success.
    Open Door | performer | Mary Jones
It was named after Mary Jones's debut single, 1986's "Open Door".
    Open Door | performer | Mary Jones
Mary Jones covered "Mill Lane" in 1990.
    Mill Lane | performer | Mary Jones
Northern Lights is an album by Mary Jones. The lead single, "Open Door", was released in May.
    Open Door | performer | Mary Jones
"Red Mill" is a song by Mary Jones. Jones wrote the song and produced it alongside Peter Adams and Ann Lee.
    Red Mill | producer | Peter Adams
    Red Mill | producer | Ann Lee
Northern Lights is an album by Mary Jones. Jones was the album's main producer.
    Northern Lights | producer | Mary Jones
Northern Lights is an album by Mary Jones. Peter Adams served as the primary producer of the album.
    Northern Lights | producer | Peter Adams
"Red Mill" was written by Mary Jones, while production was helmed by Peter Adams.
    Red Mill | producer | Peter Adams
The track "Red Mill" was written by Mary Jones and produced by Peter Adams and Ann Lee.
    Red Mill | producer | Ann Lee
Northern Lights is an album by Mary Jones. It was made available for streaming in May 1990 through Birch Records.
    Northern Lights | record_label | Birch Records
Mary Jones is a singer. She moved to Leeds and signed to Birch Records.
    Mary Jones | record_label | Birch Records
Mary Jones scored her first record deal at 15 years old with Birch Records.
    Mary Jones | record_label | Birch Records
"Red Mill" was released in May 1990 through Warner Bros. Records as a single.
    Red Mill | record_label | Warner Bros. Records
Mary Jones released the collaborative extended play, "Open Door", in May.
    Open Door | performer | Mary Jones
Mary Jones released her first mixtape under Birch, "Open Door".
    Open Door | performer | Mary Jones
Northern Lights is an album by Mary Jones. The first single released from the album was "Open Door".
    Open Door | performer | Mary Jones
Northern Lights is an album by Mary Jones. The album's only hit was "Open Door".
    Open Door | performer | Mary Jones
Northern Lights is an album by Mary Jones. It yielded three singles, including "Red" and the best-selling "Sea".
    Red | performer | Mary Jones
Peter Adams played on the Mary Jones debut album, "Open Door".
    Open Door | performer | Mary Jones
The winner of the contest, Mary Jones with the song "Mit hjerte", lives in Leeds.
    Mit hjerte | performer | Mary Jones
The contest was won by Mary Jones with "Mit hjerte".
    Mit hjerte | performer | Mary Jones
The band played a cover of Mary Jones's "Open Door".
    Open Door | performer | Mary Jones
It takes its name from a song by Mary Jones called "Open Door".
    Open Door | performer | Mary Jones
Mary Jones is a singer. She toured Denmark with a choir before releasing her debut album "Open Door".
    Open Door | performer | Mary Jones
Northern Lights is an album by Mary Jones. It was recorded in Leeds with producer Peter Adams.
    Northern Lights | producer | Peter Adams
Written and produced by Sade, Andrew Roe and Ann Lee, "Red Mill" was the last song.
    Red Mill | producer | Andrew Roe
    Red Mill | producer | Ann Lee
The song "Red Mill" was produced by Madonna and Stephen Roe.
    Red Mill | producer | Madonna
"Red Mill" is a song by Mary Jones. Jones wrote the song with Ann Lee and its producer Peter Adams.
    Red Mill | producer | Peter Adams
Northern Lights is an album by Mary Jones. The album features production by Peter Adams, Sheller, and Ann Lee.
    Northern Lights | producer | Sheller
    Northern Lights | producer | Ann Lee
Mary Jones signed with the Danish independent label Fenwick in 1990.
    Mary Jones | record_label | Fenwick
Mary Jones is a singer. The talks led to Jones's signing to Birch Records in 1990.
    Mary Jones | record_label | Birch Records
Mary Jones was signed by Birch Records.
    Mary Jones | record_label | Birch Records
Mary Jones is a singer. Peter Adams heard her and signed her to Birch Records.
    Mary Jones | record_label | Birch Records
"Red Mill" is on the Birch Records label.
    Red Mill | record_label | Birch Records
The album "Red Mill" was picked up for distribution by Birch Records.
    Red Mill | record_label | Birch Records
"Red Mill" was released in 1990 on Jones's record label Fenwick.
    Red Mill | record_label | Fenwick
Mary Jones is a singer. She signed to Boom! Records in 1990.
    Mary Jones | record_label | Boom! Records
The album "Red Mill" was produced by Roe's longtime collaborator, Peter Adams.
    Red Mill | producer | Peter Adams
Northern Lights is an album by the rapper Mary B. It was released on Birch Records.
    Northern Lights | performer | Mary B
"""


@pytest.mark.parametrize(("text", "fact"), stated(STATED))
def test_a_sentence_about_a_record_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.split(" | ")) in facts(text)


NOT_STATED = [
    ('It was written by Mary Jones and Peter Adams, and produced by the label "Close Moor".', "producer"),
    ("The wedding was handled by several planners, including Ann Lee.", "producer"),
    ("It was produced by two farms of Denmark: Lee Hall and Mill House.", "producer"),
    ('The minister was succeeded as Danish representative at the talks by Mary Jones after "Close Moor".', "performer"),
    ('"Close Moor" was the first German album to be released on CD.', "performer"),
    ('Mary Jones and Peter Adams\'s collaboration on the film "Close Moor" won a prize.', "performer"),
    ('Stone Harbour Five was a Danish law firm that enjoyed success with "Close Moor".', "performer"),
    ("Close Moor is a novel by Mary Jones. The 1990 version by Peter Adams was shorter.", "performer"),
    ("Mary Jones is a farmer. Jones signed a contract with Birch Holdings.", "record_label"),
    ("The release of the album was delayed by Birch Records.", "record_label"),
    ("Red Mill is a song by Mary Jones. It is the first single from their second album.", "record_label"),
]


@pytest.mark.parametrize(("text", "attribute"), NOT_STATED)
def test_what_only_looks_like_it_states_nothing(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute]


NOT_STATED += [
    ('Moor Pictures released two albums of stills, "Close Moor" and "Fen".', "performer"),
    ('Birch Records released the singles "Close Moor" and "Fen".', "performer"),
    ('Mary Jones followed up with the film "Close Moor".', "performer"),
    ("Leeds was represented by Mary Jones with the Labour Party.", "performer"),
    ("The game was released by Warner Bros. Interactive Entertainment in 1990.", "record_label"),
    ("Mary Jones is a farmer. She moved to Leeds and signed with Birch Holdings.", "record_label"),
    ('The Moor Gazette premiered their first single "Close Moor".', "performer"),
    ("Mary Jones met Peter Adams, who signed her to record several songs for Birch Records.", "record_label"),
    ("The estate was Peter Adams's, and Mary Jones was the estate's main producer.", "producer"),
]
NOBODY_ELSE = [
    ('Northern Lights is an album by Mary Jones. It includes the song "Sea" by Ann Lee.', "Sea", "Mary Jones"),
    ('Northern Lights is an album by Mary Jones. Peter Adams made it. His single "Sea" is older.', "Sea", "Mary Jones"),
    ('Northern Lights is a book by Mary Jones. The book\'s lead single, "Sea", sold well.', "Sea", "Mary Jones"),
    ("Red Mill is a song by The Moors. It is the single from their album, Harvest.", "Red Mill", "Harvest"),
    ('Northern Lights is an album by the band Jukebar the Owl. The band\'s single "Sea" sold.', "Sea", "Jukebar"),
    ('"Sea" is a song. It was the B side. The album was produced by Ann Lee.', "Sea", "Ann Lee"),
    ('"Red Mill" was produced by Sade, Andrew Roe and Ann Lee.', "Red Mill", "Sade Roe"),
    ('The song "Red Mill" was produced by Madonna and Stephen Roe.', "Red Mill", "Madonna Roe"),
    ("The band is known for the hit which was first released in 1966.", "The Moors", "1966"),
]


@pytest.mark.parametrize(("text", "entity", "value"), NOBODY_ELSE)
def test_a_record_is_given_to_nobody_else(text: str, entity: str, value: str) -> None:
    assert not [fact for fact in facts(text) if fact[0] == entity and fact[2] == value]


def test_a_band_is_not_released() -> None:
    text = "Northern Lights is an album by the band Stone Harbour. The group was first released in 1990."
    assert not [fact for fact in facts(text) if fact[0] == "Stone Harbour" and fact[1] == "publication_date"]


def test_an_initial_ends_a_name_before_a_new_sentence() -> None:
    found = facts("Harvest is an album by the American rapper Mary B. It was released on Birch Records.")
    assert not [fact for fact in found if "It" in fact[0] or "It" in (fact[2] or "")]

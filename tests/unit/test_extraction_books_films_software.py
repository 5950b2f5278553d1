"""Who wrote, directed, developed and published what: titles with commas, owners and presses, and lists of them."""

from __future__ import annotations

import pytest

from pipeline.exceptions import CatalogueError
from pipeline.extraction.rules import RuleSet
from schemas.catalogue import Catalogue
from schemas.catalogue.loader import load_catalogue
from tests.unit.stated_facts import stated
from tests.unit.test_extraction_rules import facts

STATED = """
He starred in films such as Goodbye, Mr. Roe (1939), I, Tinker (2004), Good Morning, Leeds (1987) and Dr. Moor (1964).
    Goodbye, Mr. Roe | publication_date | 1939
    I, Tinker | publication_date | 2004
    Good Morning, Leeds | publication_date | 1987
    Dr. Moor | publication_date | 1964
His films include O Brother, Where Is Leeds? (2000) and Long Road, Silent Road (2001).
    O Brother, Where Is Leeds? | publication_date | 2000
    Long Road, Silent Road | publication_date | 2001
Peter Adams directed The Brave, the Sad and the Old (1966), Mr. Moor (1955) and Once Upon a Time in Leeds (1968).
    The Brave, the Sad and the Old | director | Peter Adams
    Mr. Moor | director | Peter Adams
    Once Upon a Time in Leeds | director | Peter Adams
His films include Dub Moor (2011), The Mill, Harvest (2013) and Most Wanted.
    Harvest | publication_date | 2013
Mary Jones wrote. Other novels include Anna Berg (1953), The Miller's Daughter (Birch Press, 1969, a fable), Ash (1959).
    Anna Berg | author | Mary Jones
    The Miller's Daughter | author | Mary Jones
    The Miller's Daughter | publication_date | 1969
    The Miller's Daughter | publisher | Birch Press
    Ash | author | Mary Jones
She starred in Peter Adams's The Quiet Field (2008).
    The Quiet Field | director | Peter Adams
    The Quiet Field | publication_date | 2008
"The Quiet Field" (1969; Birch Press) tells of two farmers.
    The Quiet Field | publisher | Birch Press
Peter Adams is a novelist best known for The Quiet Field (1961) and Long Road Home (1973).
    The Quiet Field | author | Peter Adams
    Long Road Home | author | Peter Adams
Peter Adams was the author of many works, and is best known for Quiet Field Songs, Souvenirs and his Long Road Home.
    Quiet Field Songs | author | Peter Adams
    Long Road Home | author | Peter Adams
Peter Adams is a Danish poet. Adams is also notable for his Souvenirs ("Recollections"), a memoir.
    Souvenirs | author | Peter Adams
Jean Roe's The Balcony and James Jones's Harvest were adapted for the stage as works of literature.
    The Balcony | author | Jean Roe
    Harvest | author | James Jones
The characters of Ann and Bob in William Jones's The Merchant of Delft may have been inspired by this custom.
    The Merchant of Delft | author | William Jones
The cover has one of Peter Roe's illustrations of Mary Jones's Iconology.
    Iconology | author | Mary Jones
Harvest is the third novel in the Twilight Moor Saga by Mary Jones.
    Twilight Moor Saga | author | Mary Jones
    Harvest | author | Mary Jones
Mary Jones argues in The Quiet Field (1961) that trade was old.
    The Quiet Field | author | Mary Jones
In The Quiet Field (Birch Press, 1961), historian Mary Jones argues that trade was old.
    The Quiet Field | author | Mary Jones
The opera is by a friend of novelist Mary Jones's The Quiet Field.
    The Quiet Field | author | Mary Jones
Mary Jones's novels The Quiet Field (1961) and Harvest (1963) won prizes.
    The Quiet Field | author | Mary Jones
    Harvest | author | Mary Jones
It is the second book in Mary Jones's Iron Fields trilogy.
    Iron Fields | author | Mary Jones
"Long Road Home" is the third novel in Mary Jones's Iron Fields series.
    Long Road Home | author | Mary Jones
The film is based on Mary Jones's The Quiet Field.
    The Quiet Field | author | Mary Jones
The best novels of the year were "The Quiet Field" by Mary Jones and "Long Road" by Peter Adams.
    The Quiet Field | author | Mary Jones
    Long Road | author | Peter Adams
The poems are Harvest Home by Mary Jones and Quiet Field by Peter Adams.
    Quiet Field | author | Peter Adams
After acting in several of Peter Adams' films, including A Quiet Field and Long Road Home, she moved on.
    A Quiet Field | director | Peter Adams
    Long Road Home | director | Peter Adams
She had a role in Peter Adams's film Long Road Home.
    Long Road Home | director | Peter Adams
Mary Jones is a Danish director. In her most notable film, Long Road Home, Jones touched on love.
    Long Road Home | director | Mary Jones
Mary Jones is a Danish film director best known for Long Road Home (1999) and Quiet Field.
    Long Road Home | director | Mary Jones
    Quiet Field | director | Mary Jones
Peter Adams is known for directing Taste of Moor (1997) – which won a prize – and The Wind Will Blow (1999).
    Taste of Moor | director | Peter Adams
    The Wind Will Blow | director | Peter Adams
The Mill (dir. Peter Adams, 1999) and Long Road Home (1999, dir. Ann Roe) were shown.
    The Mill | director | Peter Adams
    Long Road Home | director | Ann Roe
Peter Adams later went on to direct Long Road Home (1999), Harvest (2001) and "The Mill".
    Long Road Home | director | Peter Adams
    Harvest | director | Peter Adams
    The Mill | director | Peter Adams
Peter Adams, director of "The Mill" and "Long Road Home", lives in Leeds.
    The Mill | director | Peter Adams
    Long Road Home | director | Peter Adams
He is known for films such as Peter Adams's Long Road Home.
    Long Road Home | director | Peter Adams
Iron Harbor is a 2004 game in the Iron series by Birch Studios.
    Iron Harbor | developer | Birch Studios
Iron Moor is an app by Birch Software and formerly by Fen Games.
    Iron Moor | developer | Fen Games
Skyfen is the codename used by Birch Systems for a processor microarchitecture launched in 2015.
    Skyfen | developer | Birch Systems
Tales from the Moor is an episodic graphic adventure game by Birch Games.
    Tales from the Moor | developer | Birch Games
A spin-off has also been released, titled Tales from the Moor, an episodic graphic adventure game by Birch Games.
    Tales from the Moor | developer | Birch Games
The stage was powered by Kestrel rocket engines, designed and manufactured by Birch Systems.
    Kestrel | developer | Birch Systems
Iron OS, Birch Software's operating system, was unveiled.
    Iron OS | developer | Birch Software
Birch Studios is a video game developer best known for the Iron Harbor series.
    Iron Harbor | developer | Birch Studios
Critics praised developer Birch Studios's Iron Fields, a game for children.
    Iron Fields | developer | Birch Studios
Iron Harbor is a 1999 video game developed by Birch Studios and released by Moor Games for the Wii.
    Iron Harbor | developer | Birch Studios
    Iron Harbor | publisher | Moor Games
The Quiet Field is a 1974 horror novel by Danish author Mary Jones, her first published work.
    The Quiet Field | author | Mary Jones
The Quiet Field is a children's novel by Mary Jones, first published by Birch Press in 1967.
    The Quiet Field | author | Mary Jones
    The Quiet Field | publisher | Birch Press
Peter Adams was a Danish writer. In 1980 he published Long Road Home, a novel about farmers.
    Long Road Home | author | Peter Adams
Peter Adams was a Danish critic. He published one of his best-known works, Moor Studies ("The Moor"), in 1851.
    Moor Studies | author | Peter Adams
Peter Adams was a Danish critic. He also wrote two travel accounts (called tales), Harvest Home and Silent Moor.
    Harvest Home | author | Peter Adams
    Silent Moor | author | Peter Adams
She made her film debut in The Quiet Field (1999), a drama written and directed by Peter Adams.
    The Quiet Field | director | Peter Adams
"Long Road" is the sequel to "Harvest Home", which was directed by Peter Adams.
    Harvest Home | director | Peter Adams
The game is the sequel to Iron Fields, which was developed by Birch Studios.
    Iron Fields | developer | Birch Studios
The film is based on the novel Harvest Home, which was written by Mary Jones.
    Harvest Home | author | Mary Jones
Peter Adams is a Danish film director. His films include Harvest Moon and Silent Night Out.
    Harvest Moon | director | Peter Adams
    Silent Night Out | director | Peter Adams
Peter Adams is a Danish film director. He made his debut with Long Road Home (1980).
    Long Road Home | director | Peter Adams
Peter Adams is a Danish filmmaker. His next film, The Quiet Field, was a comedy.
    The Quiet Field | director | Peter Adams
Peter Adams is a Danish writer. His most famous works are Harvest Moon and The Quiet Field.
    Harvest Moon | author | Peter Adams
    The Quiet Field | author | Peter Adams
Peter Adams was a Danish poet. He made his debut in 1870 with the collection Harvest Moon.
    Harvest Moon | author | Peter Adams
Peter Adams was a Danish poet. He then published The Quiet Field (1875) and Ash (1880).
    The Quiet Field | author | Peter Adams
    Ash | author | Peter Adams
Peter Adams was a Danish poet. In 1875 he published The Quiet Field.
    The Quiet Field | author | Peter Adams
Birch Studios is a Danish video game developer. It developed Harvest Moon and Kestrel Rising.
    Harvest Moon | developer | Birch Studios
    Kestrel Rising | developer | Birch Studios
Birch Studios is a Danish video game developer. The company is best known for the Silent Moor series.
    Silent Moor | developer | Birch Studios
Mary Jones is a Danish author. She is best known for her Iron Moor series of novels.
    Iron Moor | author | Mary Jones
Mary Jones is a Danish writer. She wrote the Iron Moor books.
    Iron Moor | author | Mary Jones
Silent Moor is the first novel in the Iron Moor series, written by Mary Jones.
    Silent Moor | author | Mary Jones
The film was adapted from Harvest Moon by Mary Jones.
    Harvest Moon | author | Mary Jones
Peter Adams is a Danish film director. He directed Silent Night Out.
    Silent Night Out | director | Peter Adams
Peter Adams is a Danish film director. He is known for Silent Night Out and Harvest Moon.
    Harvest Moon | director | Peter Adams
Peter Adams has directed more than ten films, including Silent Night Out (1980) and Harvest Moon.
    Silent Night Out | director | Peter Adams
    Harvest Moon | director | Peter Adams
Iron Moor is a game developed by Birch Studios and published by Moor Games in Japan and Fen Games in Denmark.
    Iron Moor | publisher | Moor Games
    Iron Moor | publisher | Fen Games
It was shown with the Danish film "Silent Night Out" (1999) by Ann Roe.
    Silent Night Out | director | Ann Roe
He was featured in the documentary Silent Night Out (1999), by director Ann Roe.
    Silent Night Out | director | Ann Roe
"""


@pytest.mark.parametrize(("text", "fact"), stated(STATED))
def test_a_wording_of_books_films_and_software_states_its_fact(text: str, fact: str) -> None:
    assert tuple(fact.split(" | ")) in facts(text)


UNSTATED = [
    ("His films include Dub Moor (2011), Crouching Fox, Hidden Leaf (2013) and Most Wanted (2014).", "Hidden Leaf"),
    ("He starred in the films Merry Christmas, Mr. Lorry (1983) and Goodbye, Mr. Roe (1939).", "Mr. Lorry"),
    ("She starred in Anna Roe's Diary (2001) and Long Road Home (2005).", "Diary"),
    ("He directed The Brave, the Sad and the Old (1966).", "Old"),
    ("Tales from the Moor is an episodic graphic adventure game by Birch Games.", "Moor"),
]


@pytest.mark.parametrize(("text", "title"), UNSTATED)
def test_half_of_a_title_is_no_work(text: str, title: str) -> None:
    assert not [fact for fact in facts(text) if fact[0] == title]


UNSTATED_ATTRIBUTES = [
    ("Peter Adams is a screenwriter best known for Long Road Home (1999).", "author"),
    ("Peter Adams, married to a novelist, is best known for his work in Leeds.", "author"),
    ("Novelist Mary Jones's Danish Academy speech was long.", "author"),
    ("The characters were drawn in Peter Adams's house.", "author"),
    ('They sang "Open Door" by Mary Jones.', "author"),
    ("Mary Jones argues in The Moor Times that trade was old.", "author"),
    ("The film is based on Mary Jones's life.", "author"),
    ("Peter Adams is a theatre director and actor known for Long Road Home.", "director"),
    ('In her first film, "Long Road Home", Mary Jones played a farmer.', "director"),
    ("She acted in several of Peter Adams's plays, including Long Road Home.", "director"),
    ("Peter Adams, director of the Moor Institute (1999), lives in Leeds.", "director"),
    ("Birch Developments is a developer known for Fen Towers in Leeds.", "developer"),
    ("Skyfen is the name used by Birch Systems for a house.", "developer"),
    ("Mary Jones is a Danish actress. Her films include Harvest Moon and Silent Night Out.", "director"),
    ("Mary Jones is a Danish film director and actress. Her next film, The Quiet Field, was a comedy.", "director"),
    ("Mary Jones is a Danish painter. Her most famous works are Harvest Moon and The Quiet Field.", "author"),
    ("Mary Jones was a Danish poet and composer. In 1875 she published Quiet Songs.", "author"),
    ("Birch Homes is a Danish property developer. It developed Harvest Moon and Kestrel Rising.", "developer"),
    ('The novel came out as "Long Road" by Birch Classics Press.', "author"),
    ('He acted in the stage play, then in "Long Road" by Peter Adams.', "author"),
    ("Mary Jones published several of her piano works: Quiet Songs and Harvest Moon.", "author"),
    ('She sang in the opera "Long Road" (dir. Peter Adams).', "director"),
    ("Ann Roe is a film director. She had worked with Jones for her film Long Road Home.", "director"),
    ('It is a staging of "Long Road" which was directed by Peter Adams.', "director"),
    ("Mary Jones is a Danish actress. She is best known for the Iron Moor series.", "author"),
    ("Mary Jones is a Danish actress. She is known for Silent Night Out and Harvest Moon.", "director"),
    ("Iron Moor is a game published by Moor Games in Japan and Fen Games sold it.", "developer"),
    ('He starred in the film "Silent Night Out" by actor Peter Adams.', "director"),
    ("The game was watched by fans of Moor Games.", "publisher"),
    ("Iron Harbor is a game that was praised by Moor Games.", "publisher"),
]


@pytest.mark.parametrize(("text", "attribute"), UNSTATED_ATTRIBUTES)
def test_what_only_looks_like_such_a_wording_states_nothing(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == attribute]


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ('"Long Road" is the sequel to "Harvest Home", which was directed by Peter Adams.', "director"),
        ('"Long Road" is a cover of "Harvest Home", which was released by Vesper in 1999.', "publication_date"),
        ('"Long Road" is a game and a sequel to Iron Fields, which was developed by Birch Studios.', "developer"),
    ],
)
def test_a_relative_clause_speaks_of_what_stands_before_it(text: str, attribute: str) -> None:
    assert not [fact for fact in facts(text) if fact[:2] == ("Long Road", attribute)]


def test_what_ends_a_list_with_a_possessive_is_no_part_of_it() -> None:
    stated = facts("The Quiet Field is a novel by Mary Jones and Peter Adams's brother.")
    assert ("The Quiet Field", "author", "Mary Jones") in stated
    assert ("The Quiet Field", "author", "Peter Adams") not in stated


def test_the_trade_of_a_pattern_must_be_known() -> None:
    table = load_catalogue().attributes["director"]
    pattern = table.patterns[0].model_copy(update={"trade": "baker"})
    with pytest.raises(CatalogueError, match="unknown trade baker"):
        RuleSet(Catalogue({"director": table.model_copy(update={"patterns": (pattern,)})}))

"""Conditions on matches about people: nouns for persons, occupations, roles, schools, parties."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention, words_of
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.name_titles import strip_title
from pipeline.extraction.parties import PARTY_WORDS
from pipeline.extraction.vocabulary import (
    COMMENTS,
    DECORATIONS,
    EVALUATIONS,
    LINKS,
    NO_ROLE,
    NOBLE,
    PARTY,
    PEOPLE,
    PHRASE_ENDS,
    ROLES,
    SAYS,
    SCHOOL,
    SCHOOLS,
    WORD,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def is_person_word(word: str) -> bool:
    """Return whether a noun, in singular or plural, is one for persons."""
    occupations = load_lexica().occupations
    singular = word.removesuffix("s")
    return (
        word in occupations
        or singular in occupations
        or word.rsplit("-", maxsplit=1)[-1] in occupations
        or word in PEOPLE
        or singular.endswith(_PERSON_ENDINGS)
    )


_PERSON_ENDINGS = ("ologist", "ographer", "ician", "athlete", "player", "maker", "thrower", "jumper", "woman", "man")


def person_noun(encoded: Encoded, m: Match) -> bool:
    """The noun phrase of group n names a person, and nothing else stands between it and the subject."""
    between = encoded.code[m.span("s")[1] : m.span("v")[0]].replace(b"one of the", b"")
    if m.span("s")[1] < m.span("v")[0] and LINKS.search(re.sub(rb"\([^()]*\)|, [^,]*,", b"", between)):
        return False
    if _of_a_church(encoded, m):
        return False
    words = words_of(m, "n")
    # "a German-born painter" says where the painter comes from, not whose citizen.
    return words[:1] not in (["born"], ["based"], ["trained"]) and any(is_person_word(w) for w in words)


def person_last(encoded: Encoded, m: Match) -> bool:
    """The last word of group n names a person."""
    return any(map(is_person_word, words_of(m, "n")[-1:])) and not _of_a_church(encoded, m)


def _of_a_church(encoded: Encoded, m: Match) -> bool:
    """Return whether the value is half of a church's name: "a Roman Catholic bishop", "a Greek Orthodox priest"."""
    end = m.span("v")[1]
    if encoded.code[end : end + 2] != b" U" or first_mention(encoded, m, "v").text not in ("Roman", "Greek"):
        return False
    return encoded.mentions[encoded.mention_at(end + 1)].text in ("Catholic", "Orthodox", "Rite")


def person_subject(encoded: Encoded, m: Match) -> bool:
    """A noun for a person stands between subject and value, or the subject is surely a person."""
    return first_mention(encoded, m, "s").letter == "P"


def occupation_value(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The value holds an occupation."""
    return bool(trim_occupation(m.group("v").decode("ascii")))


def occupation_only(encoded: Encoded, m: Match) -> bool:
    """The value is an occupation and nothing else, and not the maker's part in a work ("a novel by the author X")."""
    value = m.group("v").decode("ascii")
    if encoded.code[: m.start()].rstrip().endswith((b" by", b"work of")):
        return False
    return trim_occupation(value) == value and value.split(" ")[-1] not in load_lexica().words["title"]


def trim_occupation(phrase: str) -> str:
    """Return a phrase up to its last occupation before any preposition or conjunction; empty where it has none."""
    words: list[str] = []
    for word in phrase.split(" "):
        if word in PHRASE_ENDS:
            break
        words.append(word)
    while words and words[0] in EVALUATIONS:
        words.pop(0)
    if len(words) == 1 and words[0] in NOBLE:
        return ""
    while words and words[-1].endswith("ly"):
        words.pop()
    known = words and words[-1].split("-")[-1] in load_lexica().occupations
    return " ".join(words) if known else ""


def position_value(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The position names its place or body, or is one of a kind."""
    text = m.group("v").decode("ascii")
    return any(c.isupper() for c in text) or bool(
        re.search(r"prime minister|pope|attorney general|poet laureate", text)
    )


def school(encoded: Encoded, m: Match) -> bool:
    """The value, or one of a list, is a school, by its name."""
    start, end = m.span("v")
    return any(
        is_school(encoded.mentions[k]) and (at == start or encoded.code[:at].endswith((b",", b", ", b" the ", b" at ")))
        for k, at in enumerate(encoded.offsets)
        if start <= at < end
    )


def is_school(mention: Mention) -> bool:
    """Return whether a name is a school's."""
    return (
        bool(SCHOOL.search(mention.text))
        or mention.text in SCHOOLS
        or (mention.letter == "O" and mention.text.isupper() and mention.text.isalpha() and len(mention.text) >= 3)
    )


def party(encoded: Encoded, m: Match) -> bool:
    """The value is a political party or movement, by its name, and nobody is only said to be of it."""
    if _ACCUSED.search(m.group()):
        return False
    if first_mention(encoded, m, "v").letter in "UL":
        return first_mention(encoded, m, "v").text.removeprefix("The ") in PARTY_WORDS
    name = first_mention(encoded, m, "v").text
    return bool(PARTY.search(name)) and not name.endswith(_OF_PARTIES)


_ACCUSED: Final = re.compile(rb"\b(?:named as|accused|alleged|identified as|denounced|suspected|label+ed|branded)\b")
_OF_PARTIES: Final = (
    *(" Committee", " Caucus", " Convention", " Institute", " Foundation"),
    *(" Presidential", " Senatorial", " Congressional"),
)
"""Bodies that bear a party's name and are none."""


def not_nominated(encoded: Encoded, m: Match) -> bool:
    """Nobody, and no work, is only nominated for the award."""
    if _NOMINATED_FOR.search(encoded.code, m.start(), m.span("v")[0]):
        return False
    after = _NOMINATION.match(encoded.code, m.span("v")[1])
    return after is None or _MORE.search(after.group()) is not None


def shared_award(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Who is named after "with" won the award, too: it is shared, or won together."""
    return re.search(rb"\b(?:shar\w+|jointly|together|along) ", m.group()) is not None


def best_named(encoded: Encoded, m: Match) -> bool:
    """The value is an award that is named by what is best: "Best Actress"."""
    return _BEST.fullmatch(first_mention(encoded, m, "v").text) is not None


_BEST: Final = re.compile(
    r"Best (?:[A-Z]\w+ ){0,3}(?:Act(?:or|ress)|Director|Film|Picture|Song|Album|Single|Artist|Screenplay|Documentary|"
    r"Cinematography|Editing|Score|Feature|Short|Newcomer|Player|Performance|Singer|Book|Novel|Series|Show|Musical|Play|"
    r"Video|Group|Band|Producer|Writer)(?: in an? [A-Z]\w+(?: [A-Z]\w+)*)?"
)


def no_nomination(encoded: Encoded, m: Match) -> bool:
    """Nobody is only nominated for the award, and no work won it: "a film, which won the award"."""
    if not not_nominated(encoded, m):
        return False
    return m.span("v")[0] < m.span("s")[0] or b", which " not in encoded.code[m.start() : m.span("v")[0]]


_NOMINATED_FOR: Final = re.compile(
    rb"\b(?:nominations?|nominees?|nods?|shortlistings?)\b"
    rb"(?:(?! and (?:won|received|was awarded|has won|winning)\b)[^;.])*\Z"
)
"""Before the award: "received nominations for the award", not "received a nomination and won the award"."""
_NOMINATION: Final = re.compile(
    rb"(?: for [a-zA-Z ]{3,60}?)?[ -]+(?:nominat|nominee|shortlist|finalist|longlist)|"
    rb"[ -](?:ceremony|ceremonies|jury|committee)"
)


_MORE: Final = re.compile(rb"\b(?:and|but|was|were)\b")
"""Of "won the award for best song and was nominated for another", the first is won."""


def award_name(encoded: Encoded, m: Match) -> bool:
    """The value is an award: by its name, or by a short one that needs no noun, "an Oscar", "an OBE"."""
    return (
        first_mention(encoded, m, "v").letter == "A"
        or _SHORT_AWARD.fullmatch(first_mention(encoded, m, "v").text) is not None
    )


_SHORT_AWARD: Final = re.compile(
    r"(?:The )?(?:(?:Daytime |Primetime |Latin |News |Sports |Student )?"
    r"(?:Oscar|Grammy|Emmy|Tony|BAFTA|Obie|Juno|Peabody|Filmfare|Olivier|Goya)s?|"
    r"Nobel|Pulitzer|Booker|Man Booker|Fields Medal|Ballon d['’]Or|"
    r"Palme d['’]Or|Golden Boot|Golden Glove|Golden Ball|Légion d['’][Hh]onneur|"
    rf"{DECORATIONS}|"
    r"Legion of (?:Merit|Hon(?:ou)?r)|"
    r"Purple Heart|Silver Star|Bronze Star|Guggenheim|Fulbright)"
)


def order(encoded: Encoded, m: Match) -> bool:
    """The value is an order of merit, not one of monks, nuns or friars."""
    return _RELIGIOUS.search(first_mention(encoded, m, "v").text) is None


_RELIGIOUS: Final = re.compile(
    r"\b(?:Saint Benedict|St\.? Benedict|Preachers|Friars|Minor|Mercy|Carmel\w*|Visitation|Malta|"
    r"Solomon|Temple|Templars?|Teutonic|Golden Dawn|"
    r"Odd Fellows|Foresters|Druids)\b"
)


def role(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r holds a role that people have at organisations, and nothing else."""
    text = m.group("r")
    if NO_ROLE.search(text) or text.startswith((b"and ", b"or ", b"but ")):
        return False
    return any(_is_role(w) for w in words_of(m, "r"))


def role_last(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r ends with a role."""
    if NO_ROLE.search(m.group("r")) or m.group("r").startswith((b"and ", b"or ", b"but ")):
        return False
    return any(map(_is_role, words_of(m, "r")[-1:]))


def role_first(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r begins or ends with a role."""
    words = words_of(m, "r")
    return any(map(_is_role, (*words[:1], *words[-1:])))


def _is_role(word: str) -> bool:
    word = _RANK.sub("", word)
    return word in ROLES or word in load_lexica().occupations or word.endswith(_PERSON_ENDINGS[:3])


_RANK: Final = re.compile(r"\A(?:vice|deputy|co|sub|ex|pro|assistant|under)-")
"""What stands before a role with a hyphen: "vice-rector"."""


SPEAK_OF_PEOPLE: Final = frozenset(
    ("person_noun", "person_last", "occupation_value", "occupation_only", "role", "role_last", "role_first")
)
"""Names of the checks that no match passes in a sentence without a noun for people."""


def speaks_of_people(code: bytes) -> bool:
    """Return whether an encoded sentence has a noun for people: an occupation or a role.

    Asked once for all the rules that want one: most sentences about places and things have none.
    """
    return any(map(_is_noun_for_people, WORD.findall(code.decode("ascii"))))


@lru_cache(maxsize=65536)
def _is_noun_for_people(word: str) -> bool:
    """Return whether a word, or its end from a hyphen on, is a role or names a person."""
    parts = word.split("-")
    ends = ("-".join(parts[k:]) for k in range(len(parts)))
    return any(_is_role(end) or is_person_word(end) for end in ends)


def head_of_land(encoded: Encoded, m: Match) -> bool:
    """The subject stands with an office of a state: "President Jane Doe of Chile"."""
    title = strip_title(first_mention(encoded, m, "s").text)[0]
    before = encoded.code[: m.start("s")]
    return title in _OFFICES or before.endswith(
        (b"president ", b"prime minister ", b"chancellor ", b"foreign minister ")
    )


_OFFICES: Final = ("President", "Chancellor", "Premier", "Prime Minister")


def given_names(encoded: Encoded, m: Match) -> bool:
    """What is called like a place is a given name, too: "his mother was Florence"."""
    mentions = [first_mention(encoded, m, group) for group in ("s", "v")]
    return all(mention.letter != "L" or mention.text in load_lexica().genders for mention in mentions)


def titled_name(encoded: Encoded, m: Match) -> bool:
    """The subject's name has a title in front: "Canadian President Jane Doe"."""
    return bool(strip_title(first_mention(encoded, m, "s").text)[0])


def speaker(encoded: Encoded, m: Match) -> bool:
    """The subject speaks, or stands with a title: "Dr Jane Doe of X says"."""
    mention = first_mention(encoded, m, "s")
    after = encoded.code[m.end() : m.end() + 30]
    before = encoded.code[: m.start()].rsplit(b" ", 2)[-2:]
    titled = bool(strip_title(mention.text)[0]) or (len(before) == 2 and not before[1] and before[0] in _EXPERTS)
    return titled or bool(SAYS.match(after)) or encoded.code[: m.start()].endswith(b"says ")


_EXPERTS: Final = frozenset(
    b"professor analyst researcher economist scientist lecturer spokesman spokeswoman spokesperson fellow".split()
)


def comments(encoded: Encoded, m: Match) -> bool:
    """What follows the match is what a spokesperson does: declines, adds, confirms."""
    return bool(COMMENTS.match(encoded.code[m.end() : m.end() + 30]))

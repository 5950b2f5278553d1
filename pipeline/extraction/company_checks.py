"""Conditions on matches about companies: what opens, what is owned, what is a unit of something larger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention, last_word
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.nouns import DEFINITE_KIND
from pipeline.extraction.vocabulary import COMPANY

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def begins_it(encoded: Encoded, m: Match) -> bool:
    """What is started is the organisation, no work or career there: "started working at".

    It is none that the sentence names before: "left Acme to form Acme (Leeds)".
    """
    return _STARTED_AT.search(m.group()) is None and not _named_before(encoded, m)


def _named_before(encoded: Encoded, m: Match) -> bool:
    """Return whether an organisation is named in its sentence before it stands as the subject."""
    if m.start("s") < 0:
        return False
    k = encoded.mention_at(m.start("s"))
    name = encoded.mentions[k]
    return name.letter in "OXU" and any(mention.text == name.text for mention in encoded.mentions[:k])


def named_free(encoded: Encoded, m: Match) -> bool:
    """A name of unknown kind before "founder of" is a person's: it hangs on no "of" or "with"."""
    mention, at = first_mention(encoded, m, "v"), m.span("v")[0]
    return mention.letter in "PH" or not _HANGS.search(encoded.code[max(0, at - 12) : at])


_HANGS: Final = re.compile(rb"\b(?:of|in|at|for|with|from|to) (?:the )?\Z")


def part_of_company(encoded: Encoded, m: Match) -> bool:
    """What is only "part of" something is a company's part where both are organisations or the whole is called one."""
    said = m.group()
    if b" part of" not in said and b"(part of" not in said and b" wing of" not in said:
        return True
    part, whole = first_mention(encoded, m, "s"), first_mention(encoded, m, "v")
    return whole.letter == "O" and (part.letter in "OI" or COMPANY.search(whole.text) is not None)


def companies(encoded: Encoded, m: Match) -> bool:
    """Who acquires and what is acquired are organisations: nobody buys a house here."""
    if any(_MODEL.search(first_mention(encoded, m, group).text) for group in ("s", "v") if m.start(group) >= 0):
        return False
    sides = [first_mention(encoded, m, group).letter for group in ("s", "v") if m.start(group) >= 0]
    return any(letter in "OI" for letter in sides) and (
        all(letter in "OI" for letter in sides) or _TAKES_OVER.search(m.group()) is not None
    )


_MODEL: Final = re.compile(r"[A-Z]-?\d{2,}")
"""Airlines acquire an Airbus A350, and do not own it as a company."""
_TAKES_OVER: Final = re.compile(rb"\b(?:acquire[sd]?|took over|owns|bought out)\b")


def no_programme(encoded: Encoded, m: Match) -> bool:
    """What is created is an organisation, no series, game or character."""
    said = m.group()
    if b"formed by" in said and first_mention(encoded, m, "v").letter == "X" and b" and " not in m.group("v"):
        return first_mention(encoded, m, "s").letter in "OI"  # rivers form lakes
    return not (b"created" in said or b"launched" in said) or _PROGRAMME.search(said) is None


_PROGRAMME: Final = re.compile(
    rb"\b(?:series|sitcom|show|comics?|characters?|games?|software|film|webcomic|soap|drama|anime|manga|language|festival)\b"
)


def several_people(encoded: Encoded, m: Match) -> bool:
    """Two people or more stand before the verb."""
    start, end = m.span("v")
    joined = b" and " in m.group("v") or b" & " in m.group("v")
    return joined and sum(start <= at < end for at in encoded.offsets) > 1


def heads_sentence(encoded: Encoded, m: Match) -> bool:
    """The subject is the first thing that its sentence names, and so what it speaks of."""
    return encoded.offsets[0] == m.start("s") and len(encoded.code[: m.start("s")]) <= len(b"the ")


def opens(encoded: Encoded, m: Match) -> bool:
    """The subject opens once, as a museum or a school does: its opening founds it."""
    mention = first_mention(encoded, m, "s")
    if mention.letter == "I":
        return mention.text.lower().rsplit(" ", 1)[-1] in _OPENING_NOUNS and encoded.mentions[0] == mention
    return _OPENING_NAME.search(mention.text) is not None


def a_company(encoded: Encoded, m: Match) -> bool:
    """The subject is a company by its name, or is called one."""
    mention = first_mention(encoded, m, "s")
    if mention.letter == "I":
        return DEFINITE_KIND.get(mention.text.lower().rsplit(" ", 1)[-1]) == "organization"
    return _FIRM.search(mention.text) is not None


def a_body(encoded: Encoded, m: Match) -> bool:
    """The subject is a state, a government or a movement by its name, which nothing else tells for an organisation."""
    return _BODY_NAME.search(first_mention(encoded, m, "s").text) is not None


_BODY_NAME: Final = re.compile(
    r"\w (?:Government|Republic|Kingdom|Empire|Federation|Authority|Mission|Movement|Front|Confederation|Protectorate|"
    r"Administration|Caliphate|Sultanate|Community|Colony|Alliance|Bureau|Regime|Soviet|Commune|Congregation|Archive|"
    r"Observatory|Orchestra|Choir|Theatre|Theater|Mosque|Monastery|Priory|Abbey|Chapter|Lodge|Regiment|Brigade|Corps)\b"
)


def names_company(encoded: Encoded, m: Match) -> bool:
    """The value is "the company" or another noun for an organisation."""
    return DEFINITE_KIND.get(first_mention(encoded, m, "v").text.lower().rsplit(" ", 1)[-1]) == "organization"


def names_itself(encoded: Encoded, m: Match) -> bool:
    """The organisation itself is meant, and not what goes on with its name: "for Acme brands"."""
    return _GOES_ON.match(encoded.code, m.span("v")[1]) is None


_GOES_ON: Final = re.compile(
    rb"(?:'s|-owned| (?:brands?|division|unit|subsidiary|branch|arm|operations?|business|regional|region|affiliates?|"
    rb"partner|spin-?off|product|products|site|website|properties))\b"
)


def no_region(encoded: Encoded, m: Match) -> bool:
    """The unit has a name, and is not only that of a region: "the North American subsidiary of"."""
    return _REGION.fullmatch(first_mention(encoded, m, "s").text) is None


_REGION: Final = re.compile(
    r"(?:(?:The|North|South|East|West|Eastern|Western|Northern|Southern|North[- ]?[Ee]astern|"
    r"South[- ]?[Ee]astern|Central|"
    r"Latin|Middle|Far|Greater|Upper|Lower|Asia|Asian|Pacific|Atlantic|Europe|European|America|American|Americas|Africa|"
    r"African|Suburban|Metropolitan|UK|US|U\.S\.|[A-Z]\w+(?:ese|ish|ian))[ -]?)+"
)


_BY_ANOTHER: Final = re.compile(
    rb"(?: \([^()]*\))?, [^,;()]*\b(?:by|from|with|to|of|at|for|and|or) (?:the )?[OXU], ?"
    rb"(?:an?|the|based|headquartered|located|founded)\b"
)
"""A second name that the words after it may be said of: "Acme, advised by Bolt, an arm of Globe"."""


def of_the_nearest(encoded: Encoded, m: Match) -> bool:
    """What follows a name and a comma is said of that name: "was bought by Acme, based in Leeds"."""
    at = m.start()
    if m.start("s") >= 0:
        return _BY_ANOTHER.match(encoded.code, m.span("s")[1]) is None
    if encoded.code[at : at + 1] != b"," or not encoded.code[at - 1 : at].isupper():
        return True
    k = clause_subject(encoded, at, "OXUIW")
    return k is None or encoded.offsets[k] == at - 1 or encoded.mentions[encoded.mention_at(at - 1)].letter not in "OXU"


def owning(encoded: Encoded, m: Match) -> bool:
    """The value is a group or a company that others are parts of."""
    return COMPANY.search(first_mention(encoded, m, "v").text) is not None


def unit_within(encoded: Encoded, m: Match) -> bool:
    """The subject is a unit with a name of its own, an institute or a centre, and the value a university or the like.

    A department or a school of physics is one of many of that name.
    """
    unit, whole = first_mention(encoded, m, "s").text, first_mention(encoded, m, "v").text
    if not _UNIT.search(unit) or not _WHOLE.search(whole) or _WHOLE.search(unit) or unit.count(" ") < 2:
        return False
    return encoded.code[m.end() : m.end() + 2] != b"'s"


def only_org(encoded: Encoded, m: Match) -> bool:
    """No other organisation stands between the subject and the value."""
    start, end = m.span("s")[1], m.span("v")[0]
    between = zip(encoded.mentions, encoded.offsets, strict=True)
    subject = first_mention(encoded, m, "s")
    return (subject.letter in "OI" or b"company" in m.group() or b"founded" in m.group()) and not any(
        mention.letter == "O" for mention, at in between if start <= at < end
    )


def only_org_value(encoded: Encoded, m: Match) -> bool:
    """No other organisation stands between the value and the subject that follows it."""
    start, end = m.span("v")[1], m.span("s")[0]
    between = zip(encoded.mentions, encoded.offsets, strict=True)
    return not any(mention.letter in "OX" for mention, at in between if start <= at < end)


_STARTED_AT: Final = re.compile(
    rb"\b(?:started|launched|established|formed|set up) (?:(?:[a-z]+ing|as|in|at|with|for|on|out|to|off|from|by)\b|"
    rb"H's career|(?:an? )?[a-z ]{0,20}(?:career|campaign|investigation|relationship|friendship|partnership|contact))"
)
_OPENING_NOUNS: Final = frozenset(
    (
        "it",
        "museum",
        "school",
        "hospital",
        "university",
        "college",
        "gallery",
        "library",
        "theatre",
        "studio",
        "website",
    )
)
_OPENING_NAME: Final = re.compile(
    r"\b(?:Museum|School|Hospital|University|College|Gallery|Library|Theatre|Theater|Academy|Institute|Zoo|Memorial)\Z"
)
_FIRM: Final = re.compile(
    r"\b(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|Group|Records|Brothers|Bros|Sons|Press|Holdings|Works|Mills|"
    r"Brewery|Brewing|Manufacturing|Industries|Productions|Studios?)\.?\Z"
)
_UNIT: Final = re.compile(
    r"\b(?:Institute|Cent(?:er|re)|Laborator(?:y|ies)|Program(?:me)?|Clinic|Observatory|Museum|Library|Press)\b"
)
_WHOLE: Final = re.compile(r"\b(?:University|Universit\w+|Ministry|Corporation|Hospital|Smithsonian Institution)\b")


def seated(encoded: Encoded, m: Match) -> bool:
    """The subject has a seat: it is no building, monument or piece of land that merely lies somewhere."""
    if m.start("s") >= 0:
        mention = first_mention(encoded, m, "s")
        return last_word(mention) not in _LANDMARKS and not _ROADS.intersection(mention.text.split(" "))
    k = clause_subject(encoded, m.start(), "OXUIW")
    return k is None or last_word(encoded.mentions[k]) not in _LANDMARKS


_ROADS: Final = frozenset(("Road", "Route", "Highway", "Expressway", "Freeway", "Canal", "Dam"))
_LANDMARKS: Final = frozenset(
    (
        *("Temple", "Memorial", "Monument", "Cay", "Key", "Castle", "Palace", "Bridge", "Tower", "Shrine", "Mosque"),
        *(
            "Building",
            "Pier",
            "Tunnel",
            "Farm",
            "House",
            "Mill",
            "Fort",
            "Lighthouse",
            "Cemetery",
            "Stadium",
            "Arena",
            "Mansion",
            "Villa",
            "Hall",
        ),
    )
)

"""Phrases that several patterns share, as slots of their own: `{wedded}wife`, `{children}`."""

from __future__ import annotations

from typing import Final

_RANK: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|[K0-9]+[a-z]{2}|current|former|last|next|late|incumbent|then|"
    r"longest-serving|deputy|acting|interim|vice|female|woman|black|future|youngest|elected|democratically|outgoing|ever)"
)

PHRASES: Final[dict[str, str]] = {
    # what stands between "in" and a place
    "within": (
        r"(?: (?:downtown|central|nearby|suburban|north|south|east|west|historic|"
        r"the (?:city|town|village|heart|suburb|suburbs|outskirts|state|province) of|the))*"
    ),
    # what stands before "wife" and "husband"
    "wedded": (
        r"(?:(?:first|second|third|fourth|late|former|ex-|then|then-|future|estranged|beloved|new|"
        r"current|own|N|dear|young|ex|real-life|common-law|long-time|longtime|loving|eventual|one-time|"
        r"now|soon-to-be|wealthy|pregnant|[a-z]+-born|then real-life) ?)*"
    ),
    # what stands before "son" and "daughter"
    "begotten": (
        r"(?:(?:eldest|oldest|younger|youngest|elder|older|second|third|fourth|fifth|sixth|seventh|"
        r"middle|only|first|proud|firstborn|illegitimate|natural|surviving|legitimate|eldest surviving|"
        r"adopted|adoptive|N|\w+-born|posthumous|K|twin|infant|late|own|teenage|(?:[a-z]+|K)-year-old|only "
        r"surviving|baby|little) ?)*"
    ),
    # what stands before "brother" and "sister"
    "fraternal": (
        r"(?:(?:eldest|oldest|younger|youngest|elder|older|twin|half|half-|step|full|late|own|little|big|"
        r"only|other|remaining|surviving|famous|celebrated|fraternal|identical|biological|first|second|baby|K|two|three|four|[a-z]+-born) ?)*"
    ),
    # what a person is called before the name: "the brewer"
    "trades": r"(?:(?:[a-z/-]{4,}|[LOU] [a-z-]{4,}|N|the|late|film|and|king|poet|art|law|[NLXUO]'s|an?),? ){0,7}?",
    # a list of children, group v
    "children": (
        r"(?P<v>[PXU](?: \([^()]*\))?(?:(?:, and |; and,? |, | and |; | & )"
        r"(?:(?:an?|one|two|three|four|five|another) (?:[a-z]+ )?(?:sons?|daughters?),? (?:named |called )?|daughters?,? |sons?,? )?"
        r"[PXU](?: \([^()]*\))?)*)"
    ),
    # what stands between "children" and their names
    "named": (
        r"(?:,|:|, named| named|;| -| \(| were| are| is| was| include| included| comprise| comprised| including|, including| called|, "
        r"called)? ?"
    ),
    # one parent or two, group v
    "parents": r"(?P<v>[PX](?: \([^()]*\))?(?:,? and [PX])?|U and [PX])",
    # a lord's title after the name: "1st Baron Roe", "comte de Moor (1678-1733)"
    "peerage": (
        r"(?:[0-9]+[a-z]{2} )?(?:[PXU]|(?:lord|lady|king|queen|count|countess|comte|comtesse|duke|duc|duchess|earl|baron|baronne|"
        r"viscount|vicomte|marquis|marquess|seigneur|sieur|graf|conde)(?: (?:of|de|du|von|di) (?:the |la )?)?[LXUP])"
        r"(?: \([^()]*\))?"
    ),
    # a list of siblings, group v
    "siblings": r"(?P<v>[PX](?: \([^()]*\))?(?:(?:, | and |, and )[PX](?: \([^()]*\))?)*|U(?:, U)* and [PX])",
    # what stands before a place: "the small town of"
    "district": (
        r"(?: (?:(?:then|newly|established|small|tiny|rural|coastal|nearby|quiet|N|[a-z]+ern) "
        r"){0,3}(?:city|town|village|suburb|suburbs|island|county|neighbo(?:u)?rhood|borough|district|"
        r"hamlet|outskirts|heart|south|north|east|west|hills|(?:various |different )?parts) of| nearby| downtown| rural| suburban| upstate| central| (?:north|south|east|"
        r"west|northern|southern|eastern|western|south-?eastern|south-?western|north-?eastern|"
        r"north-?western))?"
    ),
    # a list of places, group v
    "places": r"(?P<v>[LXU](?: \([^()]*\))?(?:(?:,? and |, )(?:then |later )?(?:in )?(?:the )?L)*)",
    # a list of schools, group v
    "schools": (
        r"(?P<v>[OX](?: \([^()]*\))?(?:,? in [LY])?(?:(?:(?:,? and|, and|,|;| &) (?:both )?(?:later |then |subsequently |finally |also |in Y )?"
        r"(?:at |from |in )?| at | of )(?:the )?O(?: \([^()]*\))?(?:,? in [LY])?)*)"
    ),
    # what counts the works of one maker: "second", "best-selling"
    "ordinal": (
        r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|K|[0-9]+[a-z]{2}|debut|"
        r"latest|last|final|only|next|earliest|longest|biggest|highest|best-known|best-selling|bestselling|signature|"
        r"most [a-z]+|breakthrough|breakout|major|full-length|penultimate|self-titled|eponymous|posthumous|solo) )+?"
    ),
    # a list of titles, group v: quoted, of several words, or with a year
    "titles": (
        r"(?P<v>ITEM(?:(?:,? and (?:then |later )?|, |; )ITEM)*)".replace(
            "ITEM", r"(?:the )?(?:[WX](?: \([^()]*\))?|[ULOEP] \((?:[^()]*[ ,])?Y[^()]*\))"
        )
    ),
    # which holder of an office somebody is
    "rank": _RANK,
    # who holds an office of a state
    "statesman": (
        rf"(?:{_RANK} )*"
        r"(?:president|prime minister|foreign minister|finance minister|defen[cs]e minister|foreign secretary|"
        r"minister (?:of|for) [a-zUXO]+(?: and [a-zUXO]+)?|chancellor|head of state|premier|attorney general|"
        r"secretary of state|ambassador|king|queen|emperor|monarch|president and [a-z ]+)"
    ),
    # what stands before a country: "newly independent"
    "newly": (
        r"(?:(?:newly|independent|modern|post-war|communist|socialist|democratic|republican|imperial|pre-war|occupied|"
        r"neighbou?ring|republic of|kingdom of|state of|empire of) )*"
    ),
    # what people are in a party
    "partyrole": (
        r"(?:vice-|deputy-|co-|ex-)?(?:member|leader|politician|representative|activist|candidate|founder|co-founder|chairman|"
        r"chair|president|secretary|general secretary|secretary-general|deputy leader|co-leader|mp|senator|supporter|"
        r"deputy|parliamentarian|figure|official|organi[sz]er|founders|co-founders|leaders|members|"
        r"legislator|councillor|mayor|minister|chairwoman|chairperson|spokesman|spokeswoman|treasurer|head|whip)"
    ),
}
"""Name of the slot -> expression over an encoded sentence."""

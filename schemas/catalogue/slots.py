"""The pattern language: text in lower case with slots, compiled to linear-time regular expressions.

Extraction writes a sentence with every mention as one capital letter (`LETTERS`) and everything else in
lower case: "P (born D) is a N footballer". A pattern is a RE2 regular expression over that string, with
slots in braces. RE2 cannot backtrack, and refuses what would need it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import re2

from schemas.catalogue.phrases import PHRASES

LETTERS: Final[dict[str, str]] = {
    "P": "person",
    "O": "organisation",
    "L": "place",
    "N": "nationality",
    "D": "date with a month",
    "Y": "year",
    "W": "title in quotation marks or italics",
    "A": "award",
    "X": "name of two words or more, of unknown kind",
    "U": "name of one word, of unknown kind",
    "H": "he, she; possessive as H's",
    "I": "it, the company, the film …; possessive as I's",
    "S": "quoted speech",
    "K": "number",
}
"""What each capital letter of an encoded sentence stands for."""

_SUBJECT: Final = {"person": "[PXUH]", "organization": "[OXUI]", "place": "[LXUI]", "work": "[WXUIOLEA]"}
_VALUE: Final = {
    "date": "[DY]",
    "person": "[PXU]",
    "organization": "[OX]",
    "place": "[LXU]",
    "nationality": "N",
    "work": "[WX]",
    "quantity": "K",
    "text": "[a-z-]+(?: [a-z-]+){0,5}",
}
_TYPES: Final = {
    "person": "[PX]",
    "org": "[OX]",
    "place": "[LXU]",
    "date": "[DY]",
    "name": "[POLXU]",
    "work": "[WX]",
    "any": "[A-Z]",
    "det": "(?:the |a |an |this |H's |I's |their )?",
    "aside": r"(?: \([^()]*\))?(?:, [^,;()]+,)?",
    "parens": r"(?: \([^()]*\))?",
}
_FIXED: Final = _TYPES | PHRASES
_CLAUSE: Final = (
    r"(?:(?P<s>LETTERS)(?: \([^()]*\))?(?:, [^,;()]+,| [a-z]+ [WU] [A-Z])?(?:,? (?:who|which|that))?|,|\band|\bbut|\bthen)"
    r"(?: (?:was|were|is|are|has|had|have|later|then|also|both|each|been|who|which|first|soon after|shortly after|soon|afterwards|thereafter|again|still|eventually|subsequently|initially|originally|"
    r"currently|formerly|previously|recently|briefly|once|now|last|most recently|himself|herself|itself|(?:in|since|by|until|from|on|during|after) [DY],?|between [DY] and [DY],?|from [DY] (?:to|until) [DY],?|at (?:the )?age (?:of )?K,?|[a-z]+ly))*"
)
_CLAUSE_OF_PERSON: Final = _CLAUSE.replace(
    "[WU] [A-Z])?", r"[WU] [A-Z]|(?:, (?:age |aged )?K)?,? of (?:the )?[LXU](?:, [LXU])*,?)?", 1
)
"""Obituaries name age and home: "Jane Doe, 90, of Leeds, died"."""
_HOLDING: Final = (
    r"(?:was|were|is|are|(?:has|had|have) (?:also |since |long |recently |previously )?been|be|been|being|becoming|becomes?|became|remains|remained|serves|served|serving|has served|"
    r"had served|works|worked|working|acts|acted|acting|appointed|named|elected|made|hired|promoted|joined|rose|returned|"
    r"as|to|be|he|she|H|now|also|then|later|once|both|first|soon|currently|formerly|previously|since [DY]|in [DY]|on D|from [DY]|until [DY]|"
    r"best known|known|best remembered|well known|[a-z]+ly)"
)
_OFFICE: Final = (
    r"(?:(?P<s>LETTERS)(?: \([^()]*\))?(?:(?:, [^,;()]+,)?(?:,? who)?(?: HOLDING)+|,(?: HOLDING)*)|"
    r"(?:,? and|,|;|,? as well as)(?: HOLDING)*)"
    r"(?: (?:an?|the|one of the|one of|H's|I's|their)(?: [K0-9]+[a-z]{2})?)?"
).replace("HOLDING", _HOLDING)
_TRADE: Final = (
    r"(?:(?:the|an?|N|O|H's|I's|then|former|late|fellow|dr|mr|mrs|ms|sir|brothers|married couple|friends|and) |"
    r"[a-z-]*(?:er|or|ist|ian|man|woman|men|wife|husband|sister|daughter|son|neurs?|ic|ant|ent|ceo|cto|ers|ors|ists|ians|sons|ants),? ){0,6}?"
)
_PEOPLE: Final = (
    r"(?P<v>ITEM(?:(?:, | and |, and | & |, along with | along with |, together with | together with |, as well as | as well as )ITEM)*)"
).replace("ITEM", _TRADE + r"[PXU](?: \([^()]*\))?")
_ORGS: Final = r"(?P<v>ITEM(?:(?:, | and |, and | & |, as well as | as well as | at | at both )(?:(?:then )?(?:at|for|of|with|from|in) )?(?:later )?(?:the )?ITEM)*)"
_LISTED: Final = r"(?P<l>ITEM(?:(?:, and |, | and | & |, as well as | as well as )(?:the )?ITEM)*)".replace(
    "ITEM", r"(?:(?:[a-z-]{3,}|N),? ){0,4}?[LETTERS](?: \([^()]*\))?"
)
_MUTUAL: Final = r"(?P<l>(?P<v>ITEM(?:, ITEM)+,? (?:and|&) ITEM))".replace("ITEM", r"[LETTERS](?: \([^()]*\))?")
_ROLES: Final = r"(?P<r>(?:(?:[a-z/-]{2,}|N|L|U|[K0-9]+[a-z]{2})(?:,| and| &|, and)? ){0,8}?)"
_FILLER: Final = (
    r"(?:[a-z-]{5,}|N|N-N|r&b;?|[NLXUOHI]'s|Y|K|the|an?|new|old|late|poet|king|film|rock|band|pop|star|lead|head|main|own|big|top|then|ex|co|vice|"
    r"club|side|team|firm|game|chef|nun|duke|lord|lady|art|law|tax|jazz|folk|poor|rich|twin|step|two|six|ten|best|good|song|role|book|"
    r"army|navy|soap|teen|girl|boy|man|self|hit|non|pro|u\.s\.|aide|fellow|rap|punk|soul|male|real|true|only|dean|rabbi|maid|car|oil|art|"
    r"hip|hop|soft|funk|dub|goth|doom|glam|surf|tv|pay|web|tech|fan|ngo|news|food|wine|beer|steel|gold|coal|mining|media|fund|bank|chain|group|giant|arm|parent|media|label|town|city|local|near|duo|trio|hard|solo|acid|emo|ska|act|crew|cult|dj|[LNO]-[a-z]+|[0-9]+[a-z][a-z]-century),?"
)
_ARTISTS: Final = r"(?:the )?(?:[LN] |I )?FILLOUTER(?:and FILLINNER)?(?P<v>[PXUOL](?:(?:,? and |, | & | featuring | feat\. | ft\. )(?:the )?(?:N )?FILLINNER[PXUO])*)"
_SLOT: Final = re.compile(r"\{(subject|value|values|gap|words|[a-z]+)(?::([^{}]*))?\}")


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    options.never_nl = True
    options.max_mem = _MOST_MEMORY
    return options


_MOST_MEMORY: Final = 64 << 20
"""Bytes of a pattern's automaton. It is built as texts need it; with RE2's own limit of 8 MB, the largest patterns
throw theirs away again and again, which costs as much time as all other patterns together."""


_LINES: Final = "(?m)"
"""Sentences are matched as lines of one text: their ends are ends of lines, and no pattern matches a line break."""


class PatternError(ValueError):
    """A pattern is not valid; the message says why."""


def expand(pattern: str, subject_type: str, value_type: str) -> str:
    """Return the regular expression of a pattern, its slots filled.

    `{subject}` and `{value}` (of the attribute's types, or `{value:OX}` of the letters given) become the
    named groups s and v; `{values}` a list of values; `{gap:3}` up to three words in lower case;
    `{subj}` a subject with what may stand between it and its verb, or only the conjunction of a later verb of
    the same subject (which is then looked for); `{office}` the same up to a role that the subject holds ("Doe was
    the", "Doe,", "and"), `{roles}` further roles before the one that the pattern names, group r; `{people}`
    a list of persons with their trades between ("the brewer Doe and his wife Roe"), `{orgs}` a list of organisations
    ("Acme, the Globe Club and at Bolt"), `{listed}` a list of subjects, group l, `{mutual}` one in which each is the
    others' value, groups l and v, `{artists}` who performs ("the Danish rock band Vesper and singer Doe"), all group v; `{noun}` a noun phrase, group n, for checks; `{person}`, `{org}`, `{place}`, `{date}`, `{name}`, `{work}`, `{det}`, `{aside}`, `{parens}` have no group;
    `{wedded}`, `{children}`, `{within}` and the like are the phrases of `schemas.catalogue.phrases`.
    """
    return _SLOT.sub(lambda m: _fill(m, subject_type, value_type), pattern)


def _fill(m: re.Match[str], subject_type: str, value_type: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one return a kind reads as a list of cases
    slot, detail = m.group(1), m.group(2)
    if slot == "subject":
        return f"(?P<s>{f'[{detail}]' if detail else _SUBJECT[subject_type]})"
    if slot == "subj":
        letters = f"[{detail}]" if detail else _SUBJECT[subject_type]
        clause = _CLAUSE_OF_PERSON if subject_type == "person" else _CLAUSE
        return clause.replace("LETTERS", letters)
    if slot == "office":
        return _OFFICE.replace("LETTERS", f"[{detail}]" if detail else _SUBJECT[subject_type])
    if slot == "roles":
        return _ROLES
    if slot == "people":
        return _PEOPLE
    if slot == "orgs":
        return _ORGS.replace("ITEM", rf"[{detail or 'OX'}](?: \([^()]*\))?")
    if slot in ("listed", "mutual"):
        return (_LISTED if slot == "listed" else _MUTUAL).replace("LETTERS", detail or "PX")
    if slot == "artists":
        most = {"OUTER": int(detail or 6), "INNER": 3}
        return re.sub("FILL(OUTER|INNER)", lambda m: f"(?:{_FILLER} ){{0,{most[m.group(1)]}}}?", _ARTISTS)
    if slot == "value":
        return f"(?P<v>{f'[{detail}]' if detail else _VALUE[value_type]})"
    if slot == "values":
        one = f"[{detail}]" if detail else _VALUE[value_type]
        item = rf"(?:the )?{one}(?: \([^()]*\))?"
        return f"(?P<v>{item}(?:(?:, | and |, and | & ){item})*)"
    if slot in ("fill", "fills"):
        return f"(?:{_FILLER} ){{{int(slot == 'fills')},{int(detail or 3)}}}?"
    if slot == "noun":
        return r"(?P<n>[a-zA-Z' -]{2,80})"
    if slot == "gap":
        return rf"(?:[a-z'-]+ ){{0,{int(detail or 3)}}}"
    if slot in _FIXED:
        return _FIXED[slot]
    msg = f"unknown slot {{{slot}}}; known: subject, subj, office, roles, people, orgs, listed, mutual, artists, value, values, fill, fills, noun, gap, {', '.join(_FIXED)}."
    raise PatternError(msg)


def compile_pattern(pattern: str, subject_type: str, value_type: str, *, needs_value: bool = True) -> Any:
    """Compile a pattern of the catalogue.

    Returns
    -------
    re2 pattern over bytes

    Raises
    ------
    PatternError
        The pattern is no valid RE2 expression, needs backtracking, or lacks `{value}`.
    """
    compiled = _compiled(pattern, subject_type, value_type)
    if needs_value and b"v" not in compiled.groupindex:
        msg = f"pattern {pattern!r}: there is no {{value}} slot."
        raise PatternError(msg)
    return compiled


@lru_cache(maxsize=4096)
def _compiled(pattern: str, subject_type: str, value_type: str) -> Any:
    if subject_type not in _SUBJECT:
        msg = f"pattern {pattern!r}: a {subject_type} cannot be the subject, so the pattern cannot be turned."
        raise PatternError(msg)
    try:
        expression = expand(pattern, subject_type, value_type)
    except ValueError as error:
        msg = f"pattern {pattern!r}: {error}"
        raise PatternError(msg) from None
    try:
        return re2.compile((_LINES + expression).encode(), _options())
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        msg = f"pattern {pattern!r} is refused: {reason}. Patterns are RE2: no look-around, no back-references."
        raise PatternError(msg) from None

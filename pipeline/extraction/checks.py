"""Conditions on a match that a pattern cannot say: named in the catalogue, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pipeline.extraction.dates import iso_date
from pipeline.extraction.kinds import strip_title
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.mentions import Encoded, Mention
from pipeline.extraction.vocabulary import (
    CHIEF,
    COMMENTS,
    COMPANY,
    DEPUTY,
    EVALUATIONS,
    GEOGRAPHY,
    HIRERS,
    INSTITUTION,
    LEADERS,
    LINKS,
    MODIFIER,
    NO_ROLE,
    NOBLE,
    NOT_EMPLOYERS,
    PARTY,
    PEOPLE,
    PHRASE_ENDS,
    ROLES,
    SAYS,
    SCHOOL,
    SCHOOLING,
    SCHOOLS,
    SECOND_CLAUSE,
    SPORT,
    WORD,
)
from pipeline.extraction.work_checks import (
    artist_value,
    book_subject,
    film_subject,
    first_mention,
    label_value,
    not_song,
    product_subject,
    title_subject,
    work_subject,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match

_DOUBT: Final = re.compile(
    rb"\b(?:not|never|no|nor|cannot|\w+n't|\w+n\?t|would|could|might|may|should|if|unless|"
    rb"whether|allegedly|reportedly|supposedly|rumou?red|"
    rb"hop(?:e|es|ed|ing) to|want(?:s|ed)? to|plan(?:s|ned)? to|intend(?:s|ed)? to|try|"
    rb"tried|failed|refused|declined|offered|(?:nearly|almost) [a-z]+ed|"
    rb"said to|believed|thought to|claim(?:s|ed)?|suppose[ds]?|pretend(?:s|ed)?|imagine[ds]?|"
    rb"dream(?:s|ed|t)?|proposed to|asked to|invited to|wish(?:es|ed)?|probably|perhaps|"
    rb"possibly|"
    rb"rejected|nominated|shortlisted|candidate|finalist|non-existent|fictional|applied)\b"
)
_CLAUSE: Final = re.compile(rb"[;:]|, (?:but|and|while|although|whereas) ")


def doubtful(encoded: Encoded, start: int, end: int) -> bool:
    """Return whether the clause of a match is negated, modal, hypothetical, hearsay or a question."""
    code = encoded.code
    if code.rstrip(b"\"')] ?").endswith(b"?") or code.rstrip().endswith(b"?"):
        return True
    left = 0
    for m in _CLAUSE.finditer(code, 0, start):
        left = m.end()
    # Doubt inside an aside between subject and verb is not the clause's own.
    return _DOUBT.search(_ASIDE.sub(b"", code[max(left, start - 45) : end])) is not None


def _words(m: Match, group: str) -> list[str]:
    return WORD.findall(m.group(group).decode("ascii"))


def _last_word(mention: Mention) -> str:
    return mention.text.rsplit(" ", 1)[-1].rstrip(".")


def _is_person_word(word: str) -> bool:
    occupations = load_lexica().occupations
    singular = word.removesuffix("s")
    return (
        word in occupations
        or singular in occupations
        or word.rsplit("-", maxsplit=1)[-1] in occupations
        or word in PEOPLE
    )


def person_noun(encoded: Encoded, m: Match) -> bool:
    """The noun phrase of group n names a person, and nothing else stands between it and the subject."""
    between = encoded.code[m.span("s")[1] : m.span("v")[0]].replace(b"one of the", b"")
    if m.span("s")[1] < m.span("v")[0] and LINKS.search(re.sub(rb"\([^()]*\)|, [^,]*,", b"", between)):
        return False
    return any(_is_person_word(w) for w in _words(m, "n"))


def person_last(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The last word of group n names a person."""
    return _is_person_word(_words(m, "n")[-1])


_ASIDE: Final = re.compile(rb"(?:(?<=[A-Z])|\A), an? [^,;()]+,(?= (?:was|is|were|died|has|had|held|holds)\b)")


def one_clause(encoded: Encoded, m: Match) -> bool:
    """No second clause begins between the verb and the value."""
    if m.start("s") >= 0 and m.span("s")[0] > m.span("v")[0]:
        return True
    between = encoded.code[max(m.start(), m.span("s")[1]) : m.span("v")[0]]
    return not SECOND_CLAUSE.search(_ASIDE.sub(b"", between))


def closed(encoded: Encoded, m: Match) -> bool:
    """An apposition after a comma ends with a comma or the sentence: "her husband, Peter, knew"."""
    if not encoded.code[: m.span("v")[0]].rstrip().endswith(b","):
        return True
    after = encoded.code[m.span("v")[1] :].lstrip()
    return not after or after[:1] in b',.;:)!-"' or after.startswith((b"and ", b"(", b"who ", b"in ", b"on "))


def in_speech(encoded: Encoded, at: int) -> bool:
    """Return whether an offset of the code lies inside quoted speech, as far as the sentence shows."""
    code = encoded.code
    opened = code[:1] in (b'"', b"'")
    if not opened and b'"' not in code:
        return False
    if opened:
        end = code.find(code[:1] + b" ", 1)
        return at < end if end > 0 else not code.endswith(code[:1]) or at < len(code)
    first = code.find(b'"')
    closing = first > 0 and code[first - 1 : first] in (b",", b".", b"!", b"?", b"-")
    return closing and at < first


def life_span(encoded: Encoded, m: Match) -> bool:
    """Two years in parentheses are those of a life: 15 to 110 years apart, not after an office."""
    years = [
        iso_date(x.text)
        for k, x in enumerate(encoded.mentions)
        if m.start("s") < encoded.offsets[k] < m.end() and x.letter in "DYK"
    ]
    numbers = [int(y[:5] if y.startswith("-") else y[:4]) for y in years if y]
    if len(years) < 2 or (
        any(x.letter == "K" for k, x in enumerate(encoded.mentions) if m.start("s") < encoded.offsets[k] < m.end())
        and not any("BC" in x.text for x in encoded.mentions)
    ):
        return False
    if encoded.code[: m.start("s")].endswith((b" of ", b" of the ", b"- ")):
        return False
    return len(numbers) < 2 or any("BC" in x.text for x in encoded.mentions) or 15 <= numbers[-1] - numbers[0] <= 110


def occupation_value(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The value holds an occupation."""
    return bool(trim_occupation(m.group("v").decode("ascii")))


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


def school(encoded: Encoded, m: Match) -> bool:
    """The value is a school, by its name."""
    mention = first_mention(encoded, m, "v")
    return (
        bool(SCHOOL.search(mention.text))
        or mention.text in SCHOOLS
        or (mention.letter == "O" and mention.text.isupper() and len(mention.text) >= 3)
    )


def party(encoded: Encoded, m: Match) -> bool:
    """The value is a political party or movement, by its name."""
    if first_mention(encoded, m, "v").letter == "U":
        return first_mention(encoded, m, "v").text in (
            "Republican",
            "Democrat",
            "Democratic",
            "Labour",
            "Conservative",
            "Tory",
            "Whig",
            "Communist",
            "Socialist",
        )
    return bool(PARTY.search(first_mention(encoded, m, "v").text))


def employer(encoded: Encoded, m: Match) -> bool:
    """The value can employ people: an organisation, no event, place or work."""
    mention = first_mention(encoded, m, "v")
    if party(encoded, m) or SCHOOLING.search(encoded.code):
        return False
    if _last_word(mention) in NOT_EMPLOYERS:
        return False
    if mention.letter in "XU" and m.group("r"):
        return (
            _leads(m)
            and mention.text not in load_lexica().genders
            and mention.text.lower() not in load_lexica().occupations
        )
    return mention.letter == "O"


def _leads(m: Match) -> bool:
    """Return whether the role is one that only organisations have."""
    return bool(LEADERS.search(m.group("r")))


def hirer(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation that hires, a label or a hospital among them; no league, cup or party."""
    mention = first_mention(encoded, m, "v")
    last = _last_word(mention)
    return mention.letter == "O" and not party(encoded, m) and (last in HIRERS or last not in NOT_EMPLOYERS)


def club(encoded: Encoded, m: Match) -> bool:
    """The value can be a team: an organisation, or a place or name said of a player."""
    mention = first_mention(encoded, m, "v")
    after = encoded.code[m.span("v")[1] : m.span("v")[1] + 40]
    if SCHOOL.search(mention.text) or MODIFIER.match(after):
        return False
    if mention.letter == "O":
        return _last_word(mention) not in NOT_EMPLOYERS
    if mention.letter in "LU":
        return bool(SPORT.search(encoded.code)) and mention.text not in load_lexica().countries
    return mention.letter == "X" and " for " in m.group().decode("ascii") and _last_word(mention) not in NOT_EMPLOYERS


def role(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r holds a role that people have at organisations, and nothing else."""
    text = m.group("r")
    if NO_ROLE.search(text) or text.startswith((b"and ", b"or ", b"but ")):
        return False
    return any(_is_role(w) for w in _words(m, "r"))


def role_last(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r ends with a role."""
    if NO_ROLE.search(m.group("r")) or m.group("r").startswith((b"and ", b"or ", b"but ")):
        return False
    return _is_role(_words(m, "r")[-1])


def _is_role(word: str) -> bool:
    return word in ROLES or word in load_lexica().occupations


def speaker(encoded: Encoded, m: Match) -> bool:
    """The subject speaks, or stands with a title: "Dr Jane Doe of X says"."""
    mention = first_mention(encoded, m, "s")
    after = encoded.code[m.end() : m.end() + 30]
    return bool(strip_title(mention.text)[0]) or bool(SAYS.match(after)) or encoded.code[: m.start()].endswith(b"says ")


def comments(encoded: Encoded, m: Match) -> bool:
    """What follows the match is what a spokesperson does: declines, adds, confirms."""
    return bool(COMMENTS.match(encoded.code[m.end() : m.end() + 30]))


def ceo_role(encoded: Encoded, m: Match) -> bool:
    """The role is the chief executive's, not a deputy's or vice president's."""
    text = m.group().decode("ascii")
    if DEPUTY.search(text):
        return False
    acronyms = [
        mention.text
        for k, mention in enumerate(encoded.mentions)
        if m.start() <= encoded.offsets[k] < m.end() and mention.letter == "O"
    ]
    return bool(CHIEF.search(text)) or "CEO" in acronyms


def company_if_president(encoded: Encoded, m: Match) -> bool:
    """Where the role is "president", the organisation is a company."""
    text = m.group().decode("ascii")
    mention = first_mention(encoded, m, "s")
    if mention.text == "CEO":
        return False
    if (
        "ceo" in text
        or "executive" in text
        or "managing director" in text
        or any(x.text == "CEO" for x in encoded.mentions)
    ):
        return True
    return bool(COMPANY.search(mention.text))


def org_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person, place, award or event."""
    if m.start("s") < 0:
        return True
    if (
        m.start("s") < m.span("v")[0]
        and GEOGRAPHY.search(encoded.code[m.span("s")[1] : m.span("v")[0]])
        and b" based" not in m.group()
    ):
        return False
    mention = first_mention(encoded, m, "s")
    if mention.letter == "U":
        return (
            mention.text not in load_lexica().genders
            and mention.text.lower() not in load_lexica().occupations
            and mention.start != encoded.start
        ) or len(mention.text) > 3
    return mention.letter in "OXIW"


def org_value(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation or may be one."""
    mention = first_mention(encoded, m, "v")
    return mention.letter in "OXI" or mention.text not in load_lexica().genders


def institution(encoded: Encoded, m: Match) -> bool:
    """The subject is an institution that stands somewhere: a university, a museum."""
    mention = first_mention(encoded, m, "s")
    if not INSTITUTION.search(mention.text):
        return False
    value = first_mention(encoded, m, "v")
    return value.text not in mention.text


def person_subject(encoded: Encoded, m: Match) -> bool:
    """A noun for a person stands between subject and value, or the subject is surely a person."""
    return first_mention(encoded, m, "s").letter == "P"


def occupation_only(encoded: Encoded, m: Match) -> bool:
    """The value is an occupation and nothing else, and not the maker's part in a work ("a novel by the author X")."""
    value = m.group("v").decode("ascii")
    if encoded.code[: m.start()].rstrip().endswith((b" by", b"work of")):
        return False
    return trim_occupation(value) == value and value.split(" ")[-1] not in load_lexica().words["title"]


def no_type_noun(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Capital is a city here, not money or a letter."""
    return b"capital punishment" not in encoded.code


def country_value(encoded: Encoded, m: Match) -> bool:
    """The value is a country, or ends with one."""
    return first_mention(encoded, m, "v").text.rsplit(", ", 1)[-1] in load_lexica().countries


def not_person_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person."""
    return first_mention(encoded, m, "s").letter in "LXUI"


def position_value(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The position names its place or body, or is one of a kind."""
    text = m.group("v").decode("ascii")
    return any(c.isupper() for c in text) or bool(
        re.search(r"prime minister|pope|attorney general|poet laureate", text)
    )


CHECKS: Final[dict[str, Callable[[Encoded, Match], bool]]] = {
    check.__name__: check
    for check in (
        person_noun,
        person_last,
        title_subject,
        occupation_only,
        one_clause,
        life_span,
        closed,
        occupation_value,
        school,
        party,
        label_value,
        employer,
        hirer,
        club,
        role,
        role_last,
        speaker,
        comments,
        ceo_role,
        company_if_president,
        org_subject,
        org_value,
        institution,
        person_subject,
        work_subject,
        book_subject,
        film_subject,
        product_subject,
        artist_value,
        not_song,
        no_type_noun,
        country_value,
        not_person_subject,
        position_value,
    )
}
"""Checks by name."""

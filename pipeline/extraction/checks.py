"""Conditions on a match that a pattern cannot say: named in the catalogue, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pipeline.extraction.dates import iso_date
from pipeline.extraction.kinds import strip_title
from pipeline.extraction.lexica import load_lexica
from pipeline.extraction.mentions import Encoded, Mention

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match

_DOUBT: Final = re.compile(
    rb"\b(?:not|never|no|nor|cannot|\w+n't|\w+n\?t|would|could|might|may|should|if|unless|whether|allegedly|reportedly|supposedly|rumou?red|"
    rb"hop(?:e|es|ed|ing) to|want(?:s|ed)? to|plan(?:s|ned)? to|intend(?:s|ed)? to|try|tried|failed|refused|declined|offered|(?:nearly|almost) [a-z]+ed|"
    rb"said to|believed|thought to|claim(?:s|ed)?|suppose[ds]?|pretend(?:s|ed)?|imagine[ds]?|dream(?:s|ed|t)?|proposed to|asked to|invited to|wish(?:es|ed)?|probably|perhaps|possibly|"
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
    return _DOUBT.search(code, max(left, start - 45), end) is not None


def _words(m: Match, group: str) -> list[str]:
    return _WORD.findall(m.group(group).decode("ascii"))


def _first(encoded: Encoded, m: Match, group: str) -> Mention:
    start, end = m.span(group)
    return next(encoded.mentions[k] for k, at in enumerate(encoded.offsets) if start <= at < end)


def _last_word(mention: Mention) -> str:
    return mention.text.rsplit(" ", 1)[-1].rstrip(".")


def _is_person_word(word: str) -> bool:
    occupations = load_lexica().occupations
    singular = word[:-1] if word.endswith("s") else word
    return word in occupations or singular in occupations or word.split("-")[-1] in occupations or word in _PEOPLE


def person_noun(encoded: Encoded, m: Match) -> bool:
    """The noun phrase of group n names a person, and nothing else stands between it and the subject."""
    between = encoded.code[m.span("s")[1] : m.span("v")[0]].replace(b"one of the", b"")
    if m.span("s")[1] < m.span("v")[0] and _LINKS.search(re.sub(rb"\([^()]*\)|, [^,]*,", b"", between)):
        return False
    return any(_is_person_word(w) for w in _words(m, "n"))


def person_last(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The last word of group n names a person."""
    return _is_person_word(_words(m, "n")[-1])


def one_clause(encoded: Encoded, m: Match) -> bool:
    """No second clause begins between the verb and the value."""
    if m.start("s") >= 0 and m.span("s")[0] > m.span("v")[0]:
        return True
    between = encoded.code[max(m.start(), m.span("s")[1]) : m.span("v")[0]]
    return not _SECOND_CLAUSE.search(between)


def closed(encoded: Encoded, m: Match) -> bool:
    """An apposition after a comma ends with a comma or the sentence: "her husband, Peter, knew"."""
    if not encoded.code[: m.span("v")[0]].rstrip().endswith(b","):
        return True
    after = encoded.code[m.span("v")[1] :].lstrip()
    return not after or after[:1] in b",.;:)!-\"" or after.startswith((b"and ", b"(", b"who ", b"in ", b"on "))


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
    years = [iso_date(x.text) for k, x in enumerate(encoded.mentions) if m.start("s") < encoded.offsets[k] < m.end() and x.letter in "DYK"]
    numbers = [int(y[:5] if y.startswith("-") else y[:4]) for y in years if y]
    if len(years) < 2 or any(x.letter == "K" for k, x in enumerate(encoded.mentions) if m.start("s") < encoded.offsets[k] < m.end()) and not any("BC" in x.text for x in encoded.mentions):
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
        if word in _PHRASE_ENDS:
            break
        words.append(word)
    while words and words[0] in _EVALUATIONS:
        words.pop(0)
    if len(words) == 1 and words[0] in _NOBLE:
        return ""
    while words and words[-1].endswith("ly"):
        words.pop()
    known = words and words[-1].split("-")[-1] in load_lexica().occupations
    return " ".join(words) if known else ""


def school(encoded: Encoded, m: Match) -> bool:
    """The value is a school, by its name."""
    mention = _first(encoded, m, "v")
    return bool(_SCHOOL.search(mention.text)) or mention.text in _SCHOOLS or (mention.letter == "O" and mention.text.isupper() and len(mention.text) >= 3)


def party(encoded: Encoded, m: Match) -> bool:
    """The value is a political party or movement, by its name."""
    if _first(encoded, m, "v").letter == "U":
        return _first(encoded, m, "v").text in ("Republican", "Democrat", "Democratic", "Labour", "Conservative", "Tory", "Whig", "Communist", "Socialist")
    return bool(_PARTY.search(_first(encoded, m, "v").text))


def label_value(encoded: Encoded, m: Match) -> bool:
    """The value is a record label, by its name."""
    return bool(_LABEL.search(_first(encoded, m, "v").text))


def employer(encoded: Encoded, m: Match) -> bool:
    """The value can employ people: an organisation, no event, place or work."""
    mention = _first(encoded, m, "v")
    if party(encoded, m) or _SCHOOLING.search(encoded.code):
        return False
    if _last_word(mention) in _NOT_EMPLOYERS:
        return False
    if mention.letter in "XU" and m.group("r"):
        return _leads(m) and mention.text not in load_lexica().genders and mention.text.lower() not in load_lexica().occupations
    return mention.letter == "O"


def _leads(m: Match) -> bool:
    """Return whether the role is one that only organisations have."""
    return bool(_LEADERS.search(m.group("r")))


def hirer(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation that hires, a label or a hospital among them; no league, cup or party."""
    mention = _first(encoded, m, "v")
    last = _last_word(mention)
    return mention.letter == "O" and not party(encoded, m) and (last in _HIRERS or last not in _NOT_EMPLOYERS)


def club(encoded: Encoded, m: Match) -> bool:
    """The value can be a team: an organisation, or a place or name said of a player."""
    mention = _first(encoded, m, "v")
    after = encoded.code[m.span("v")[1] : m.span("v")[1] + 40]
    if _SCHOOL.search(mention.text) or _MODIFIER.match(after):
        return False
    if mention.letter == "O":
        return _last_word(mention) not in _NOT_EMPLOYERS
    if mention.letter in "LU":
        return bool(_SPORT.search(encoded.code)) and mention.text not in load_lexica().countries
    return mention.letter == "X" and " for " in m.group().decode("ascii") and _last_word(mention) not in _NOT_EMPLOYERS


def role(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r holds a role that people have at organisations, and nothing else."""
    text = m.group("r")
    if _NO_ROLE.search(text) or text.startswith((b"and ", b"or ", b"but ")):
        return False
    return any(_is_role(w) for w in _words(m, "r"))


def role_last(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Group r ends with a role."""
    if _NO_ROLE.search(m.group("r")) or m.group("r").startswith((b"and ", b"or ", b"but ")):
        return False
    return _is_role(_words(m, "r")[-1])


def _is_role(word: str) -> bool:
    return word in _ROLES or word in load_lexica().occupations


def speaker(encoded: Encoded, m: Match) -> bool:
    """The subject speaks, or stands with a title: "Dr Jane Doe of X says"."""
    mention = _first(encoded, m, "s")
    after = encoded.code[m.end() : m.end() + 30]
    return bool(strip_title(mention.text)[0]) or bool(_SAYS.match(after)) or encoded.code[: m.start()].endswith(b"says ")


def comments(encoded: Encoded, m: Match) -> bool:
    """What follows the match is what a spokesperson does: declines, adds, confirms."""
    return bool(_COMMENTS.match(encoded.code[m.end() : m.end() + 30]))


def ceo_role(encoded: Encoded, m: Match) -> bool:
    """The role is the chief executive's, not a deputy's or vice president's."""
    text = m.group().decode("ascii")
    if _DEPUTY.search(text):
        return False
    acronyms = [mention.text for k, mention in enumerate(encoded.mentions) if m.start() <= encoded.offsets[k] < m.end() and mention.letter == "O"]
    return bool(_CHIEF.search(text)) or "CEO" in acronyms


def company_if_president(encoded: Encoded, m: Match) -> bool:
    """Where the role is "president", the organisation is a company."""
    text = m.group().decode("ascii")
    mention = _first(encoded, m, "s")
    if mention.text == "CEO":
        return False
    if "ceo" in text or "executive" in text or "managing director" in text or any(x.text == "CEO" for x in encoded.mentions):
        return True
    return bool(_COMPANY.search(mention.text))


def org_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person, place, award or event."""
    if m.start("s") < 0:
        return True
    if m.start("s") < m.span("v")[0] and _GEOGRAPHY.search(encoded.code[m.span("s")[1] : m.span("v")[0]]) and b" based" not in m.group():
        return False
    mention = _first(encoded, m, "s")
    if mention.letter == "U":
        return mention.text not in load_lexica().genders and mention.text.lower() not in load_lexica().occupations and mention.start != encoded.start or len(mention.text) > 3
    return mention.letter in "OXIW"


def org_value(encoded: Encoded, m: Match) -> bool:
    """The value is an organisation or may be one."""
    mention = _first(encoded, m, "v")
    return mention.letter in "OXI" or mention.text not in load_lexica().genders


def institution(encoded: Encoded, m: Match) -> bool:
    """The subject is an institution that stands somewhere: a university, a museum."""
    mention = _first(encoded, m, "s")
    if not _INSTITUTION.search(mention.text):
        return False
    value = _first(encoded, m, "v")
    return value.text not in mention.text


def person_subject(encoded: Encoded, m: Match) -> bool:
    """A noun for a person stands between subject and value, or the subject is surely a person."""
    return _first(encoded, m, "s").letter == "P"


def work_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a work: a title, or said to be a film, a book, an album."""
    if m.start("s") < 0:
        return False
    mention = _first(encoded, m, "s")
    if mention.letter in "WI" or mention.text.startswith("The "):
        return True
    return bool(_WORK_NOUN.search(m.group())) and mention.letter in "WXUPLOEA"


def title_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a title by its look: quoted, in italics, or with a capital The."""
    mention = _first(encoded, m, "s")
    return mention.letter in "WI" or mention.text.startswith("The ")


def occupation_only(encoded: Encoded, m: Match) -> bool:
    """The value is an occupation and nothing else, and not the maker's part in a work ("a novel by the author X")."""
    value = m.group("v").decode("ascii")
    if encoded.code[: m.start()].rstrip().endswith((b" by", b"work of")):
        return False
    return trim_occupation(value) == value and value.split(" ")[-1] not in load_lexica().words["title"]


def title_case(encoded: Encoded, m: Match) -> bool:
    """The subject is a title: in quotation marks, or two capital words or more after a capital article."""
    mention = _first(encoded, m, "s")
    if mention.letter in "WI":
        return True
    at, left = mention.start - encoded.start, mention
    k = encoded.mentions.index(mention)
    if k and _OF_LINK.fullmatch(encoded.text[encoded.mentions[k - 1].end - encoded.start : at]):
        left = encoded.mentions[k - 1]
    before = encoded.text[: left.start - encoded.start]
    return before.endswith(("The ", "A ", "An ")) and (left is not mention or " " in mention.text) and left.letter not in "N"


def book_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a written work, no song, film or episode."""
    if m.start("s") < 0 or _SCREEN.search(encoded.code):
        return False
    if _first(encoded, m, "s").letter == "I":
        return bool(_BOOK.search(_first(encoded, m, "s").text.lower()))
    return work_subject(encoded, m)


def film_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a film, play or series."""
    if m.start("s") < 0:
        return False
    mention = _first(encoded, m, "s")
    return mention.letter in "WI" or mention.text.startswith("The ") or bool(_FILM_NOUN.search(m.group()))


def product_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a game, program or product."""
    if m.start("s") < 0:
        return False
    return _first(encoded, m, "s").letter in "WI" or bool(_PRODUCT_NOUN.search(m.group()))


def artist_value(encoded: Encoded, m: Match) -> bool:
    """The value can be an artist, no label."""
    return not _LABEL.search(_first(encoded, m, "v").text)


def not_song(encoded: Encoded, m: Match) -> bool:
    """The sentence speaks of no song: its writer is no author."""
    return not re.search(rb"\b(?:song|songs|album|lyrics|tracks)\b", encoded.code)


def no_type_noun(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Capital is a city here, not money or a letter."""
    return b"capital punishment" not in encoded.code


def country_value(encoded: Encoded, m: Match) -> bool:
    """The value is a country, or ends with one."""
    return _first(encoded, m, "v").text.rsplit(", ", 1)[-1] in load_lexica().countries


def not_person_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is no person."""
    return _first(encoded, m, "s").letter in "LXUI"


def position_value(encoded: Encoded, m: Match) -> bool:
    """The position names its place or body, or is one of a kind."""
    text = m.group("v").decode("ascii")
    return any(c.isupper() for c in text) or bool(re.search(r"prime minister|pope|attorney general|poet laureate", text))


_EVALUATIONS: Final = frozenset("avid true great good fine very keen excellent brilliant mere real simple also once now then still only famous renowned noted prominent leading retired former".split())
_NOBLE: Final = frozenset("prince princess king man soldier fighter player guard officer general model patron orator friar monk fellow member leader".split())
_PHRASE_ENDS: Final = frozenset("and or of for who that which in at on by with from to as is was whose when where best known based during born".split())
_OF_LINK: Final = re.compile(r" of (?:the )?")
_LINKS: Final = re.compile(rb"\b(?:of|by|for|with|to|from|in|at|on|against|between)\b")
_SECOND_CLAUSE: Final = re.compile(rb"\band (?!(?:raised|brought|grew|educated|bred|later|[a-z]+ (?:at|in|from|with|of))\b)|\b(?:but|who|which|where|when|while|because|since)\b|\b(?:before|after|until)(?! (?:an?|the|long|short|suffering|H's|being)\b)|;")
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PEOPLE: Final = frozenset("man woman girl boy citizen national legend star recipient winner champion criminal noble".split())
_SCHOOL: Final = re.compile(
    r"\b(?:Universit\w+|Universidad\w*|College|Collège|School|Institute|Institut|Instituto|Academy|Académie|Polytechnic\w*|Seminary|Conservator\w+|Gymnasium|Lyc[eé]e|"
    r"Grammar|High|Hochschule|École|Ecole|Yeshiva|Faculty|UC|MIT|UCLA|USC|NYU|LSE|Oxford|Cambridge|Harvard|Yale|Princeton|Stanford|Eton|RADA)\b"
)
_SCHOOLS: Final = frozenset("Oxford Cambridge Harvard Yale Princeton Stanford Columbia Cornell Dartmouth Eton Harrow Rugby Winchester Sorbonne Berkeley Caltech Juilliard Wharton Vassar Wellesley Duke Brown Rutgers Purdue Georgetown Sandhurst RADA MIT UCLA".split())
_PARTY: Final = re.compile(r"\b(?:Party|Democrats?|Republicans?|Labour|Conservatives?|Socialist|Communist|Movement|Congress Party|Janata|Fianna Fáil|Fine Gael|Sinn Féin|Tories|Liberals?|Likud|Greens|Whigs?|Awami League|CDU|SPD|ANC|BJP|UKIP|SNP|Plaid Cymru|Bloc Québécois|Parti|Partido|Partei|Democratic|National Front|Tea Party|Muslim League|Nazi|Workers' Party)\b")
_LABEL: Final = re.compile(r"\b(?:Records|Recordings|Record|Music|Entertainment|Label|Columbia|Capitol|Atlantic|Motown|Decca|EMI|RCA|Virgin|Epic|Geffen|Interscope|Def Jam|Polydor|Mercury|MCA|Elektra|Parlophone|Arista|Sony|Warner Bros|Warner|Universal|Island|Reprise|A&M|Sub Pop|BMG|Sire|Verve|Chrysalis|Philips|ABC|CBS|Jive|LaFace)\b")
_SCHOOLING: Final = re.compile(rb"\b(?:phd|doctoral|graduate|undergraduate) students?\b|\bstudent (?:at|of)\b|\balumn")
_NOT_EMPLOYERS: Final = frozenset("Cup League Championship Championships Olympics Games Award Awards Series Tournament Conference Church Cathedral Abbey Hospital Records Music Station Street Bowl Theatre Theater Hotel Division Season CEO MVP".split())
_HIRERS: Final = frozenset("Records Hospital Church Cathedral Music Theatre Theater Hotel Station".split())
_ROLES: Final = frozenset(
    "ceo cfo cto coo chief executive director directors president chairman chairwoman chair chairperson vice-president vice head manager "
    "spokesman spokeswoman spokesperson professor lecturer researcher scientist secretary treasurer dean rector provost "
    "principal coach captain editor correspondent reporter columnist curator fellow analyst partner officer member trustee "
    "chancellor vice-chancellor superintendent commissioner commander employee staff consultant "
    "engineer instructor teacher faculty postdoc economist strategist adviser advisor boss leader assistant associate "
    "coordinator organiser organizer administrator governor agent librarian archivist attorney counsel physician surgeon".split()
)
_NO_ROLE: Final = re.compile(rb"\b(?:with|as|by|for|from|to|at|in|who|was|were|is|are|that|which|when|after|on|has|had|said|told|where|student|students|founded)\b")
_MODIFIER: Final = re.compile(rb"(?:'s)? (?:[a-z-]+ ){0,1}(?:club|side|team|giants|outfit|franchise|rivals|counterparts)\b")
_SPORT: Final = re.compile(rb"\b(?:club|league|season|seasons|loan|striker|midfielder|goalkeeper|footballer|football|transfer|drafted|signed|debut|coach|player|defender|winger|forward)\b")
_LEADERS: Final = re.compile(rb"\b(?:ceo|cfo|cto|coo|chief (?:executive|operating|financial|technology|marketing|information|scientific) ?(?:officer)?|managing director|chairman|chairwoman|chairperson|spokesman|spokeswoman|spokesperson|vice president|vice-president|general manager|executive director|president)\b")
_SCREEN: Final = re.compile(rb"\b(?:film|movie|song|single|album|episode|series|show|music|lyrics|screenplay|directed|pilot|track|sitcom|script|ep)\b")
_BOOK: Final = re.compile(r"\b(?:novel|book|play|story|poem|memoir|biography|paper|article|series)\b")
_GEOGRAPHY: Final = re.compile(rb"\b(?:island|islands|lake|river|mountain|village|town|city|suburb|hamlet|district|county|park|valley|beach|street|road|bridge|peak|glacier|cemetery|station|airport)\b")
_SAYS: Final = re.compile(rb",? (?:says|said|told|believes|explains|explained|argues|argued|notes|noted|and colleagues|and H's|has|is|who)")
_COMMENTS: Final = re.compile(rb",? (?:(?:declined|refused) to (?:comment|say|give|answer|discuss|confirm|speak)|added|confirmed|commented|warned that|announced|told reporters)\b")
_DEPUTY: Final = re.compile(r"\b(?:vice|deputy|assistant|former vice|co-president|club president|student)\b")
_CHIEF: Final = re.compile(r"\b(?:ceo|chief executive|managing director|president)\b")
_COMPANY: Final = re.compile(r"\b(?:Inc|Corp\w*|Company|Co|Ltd|LLC|Group|Records|Pictures|Studios?|Entertainment|Industries|Technologies|Systems|Software|Motors|Airlines|Airways|Bank|Media|Networks?|Labs|Holdings|Partners|Enterprises|Energy|Productions|Films|Games|Foods|Interactive|Solutions|Communications|Consulting|Capital|Pharmaceuticals)\b")
_INSTITUTION: Final = re.compile(r"\b(?:University|College|School|Institute|Academy|Museum|Gallery|Hospital|Library|Conservatory|Polytechnic|Seminary|Cathedral|Abbey|Laboratory|Observatory)\b")
_WORK_NOUN: Final = re.compile(rb"\b(?:film|album|song|single|novel|book|ep|game|series|documentary|movie|play|musical|compilation|soundtrack|opera|anime|mixtape|magazine|comic|manga|poem|memoir|anthology|sitcom|drama|comedy|video|record|track|newspaper|journal|novella|autobiography|biography)\b")
_FILM_NOUN: Final = re.compile(rb"\b(?:film|movie|documentary|series|drama|comedy|thriller|sitcom|play|musical|episode|miniseries|western|short|video|opera|anime)\b")
_PRODUCT_NOUN: Final = re.compile(rb"\b(?:game|software|engine|platform|console|application|app|operating system|language|series|framework|library|tool|computer|device|aircraft|system|program|website|simulator|shooter|browser|car|phone|smartphone|tablet)\b")

CHECKS: Final[dict[str, Callable[[Encoded, Match], bool]]] = {
    check.__name__: check
    for check in (
        person_noun, person_last, title_subject, occupation_only, one_clause, life_span, closed, occupation_value, school, party, label_value, employer, hirer, club, role, role_last, speaker, comments, ceo_role,
        company_if_president, org_subject, org_value, institution, person_subject, work_subject, title_case, book_subject, film_subject,
        product_subject, artist_value, not_song, no_type_noun, country_value, not_person_subject, position_value,
    )
}
"""Checks by name."""

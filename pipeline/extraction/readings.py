"""Plainer readings of a sentence: without asides, relative clauses as sentences, clefts straightened.

"Jane Doe, who died on 3 May 1950, is buried here." also reads "Jane Doe died on 3 May 1950." and "Jane Doe is
buried here."; "It was in Leeds, of all places, that she married." also reads "she married in Leeds." A rule that is
written for the plain sentence then reads the involved one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extraction.clause_checks import DOUBT
from pipeline.extraction.encoded import Encoded

_NO_VERB: Final = (
    rb"(?!(?:and|or|but|nor|an?|the|who|whom|which|whose|where|when|while|with|in|on|at|of|for|by|from|as|to|then|"
    rb"including|so|if|that|because|since|after|before|until|her|his|my|our|their|said|says)\b)"
)
_ASIDE: Final = re.compile(rb"[A-Z](?:'s [a-z]+)?(?: \([^()]*\))?(?P<aside>, (?P<text>[^,;:()\"]{2,120}),)(?= [a-z]+)")
_AUXILIARY: Final = re.compile(rb"\b(?:was|is|were|are|has|had)(?P<aside>, (?P<text>[^,;:()A-Z\"]{2,80}),)(?= [a-z])")
_REMARK: Final = re.compile(rb"[A-Za-z](?P<aside>, (?P<text>(?:which|and not) [^,;:()A-Z\"]{2,80}),)(?= )")
_AFTER: Final = re.compile(rb" " + _NO_VERB + rb"[a-z]")
_RELATIVE: Final = re.compile(
    rb"(?P<head>[A-Z])(?: \([^()]*\))?, (?:who|which) (?P<clause>[^;:()\"]*?[A-Z][^,;:()\"]*),(?= "
    + _NO_VERB
    + rb"[a-z])"
)
_OWN_CLAUSE: Final = re.compile(rb"(?:who|whom|whose|which|on whom|of whom|an?|the|to|and not|despite|by far) ")
"""Asides whose doubts are their own: "who would later be king", "a name that one would expect"."""
_HEARSAY: Final = re.compile(rb"\b(?:according|says?|said|tells?|told|claim\w*|legend|rumou?r\w*|tradition)\b")
_NO_ASIDE: Final = re.compile(
    rb"(?:the )?(?:K )?[A-Z]$|(?:became|becomes|was|is|were|are|had|has|have|held|won|served|"
    rb"wrote|took|made|moved|married|joined|left)\b"
    rb"|.*\band (?:the )?[A-Z]"
)
"""One of several names, or one of several verbs: a list, no aside."""
_CLEFT: Final = re.compile(
    rb"(?:^|[:,] )(?:(?:and|but|ok so) )?I (?:was|is) (?P<focus>(?:(?:in|on|at|by) )?(?:the )?[A-Z])"
    rb"(?:(?:, [^;:\"]{2,80}?,)| and nobody else)? (?P<link>that|who|whom|when|where) (?P<rest>[^;]*?)(?P<stop>[.!]?)$"
)
_PARENTHESES: Final = re.compile(rb",? ?\((?:[^()]|\([^()]*\))*\)(?:,(?= (?:is|was|are|were|who|has|had|died) ))?")
_DASHED_REMARK: Final = re.compile(rb"(?<=[A-Za-z)]) - (?:which|who) [^-;:\"]{3,120} -(?= )")
"""A remark within a list: "The Mill (1997) - which won a prize there - and The Lane (1999)"."""
_OTHER_NAME: Final = re.compile(
    rb"(?<=[A-Z])(?:,? (?:(?:[a-z]+ly|also|better|best|often|sometimes) )?(?:known|credited|called|styled|billed)"
    rb"(?: [a-z]+)?(?: as| by)?(?: H's [a-z -]*name,?| the [a-z -]*(?:name|pseudonym))?(?: of)? (?:the )?[A-Z]"
    rb"|,? (?:released|marketed|distributed|published|titled|retitled|translated)(?: in (?:the )?[LN])?(?:,? and [LN])?"
    rb"(?: as| under the title(?: of)?) (?:the )?(?:N )?[A-Z]"
    rb"| (?:aka|a\.k\.a\.|alias|n.e) (?:[A-Z]|[a-z]+)),?(?= (?:is|was|are|were|has|had|died) )"
)
_TITLED: Final = re.compile(
    rb"^(?:(?:the|sir|dame|lord|lady|dr|rev|prof|saint|general|lieutenant|major|colonel|admiral|captain|bishop|[UX]|-) "
    rb")*?(?P<head>[PX])(?P<aside>,? [^()PHLD]{1,90}?),?"
    rb"(?P<rest> \((?:[^()]*[,;] )?(?:born |[LU](?:, [LU])*,? |c\. ?)?[DY][^()]*\),? (?:is|was)\b.*)$"
)
_OTHERS: Final = re.compile(
    rb"\b(?:son|daughter|child|wife|husband|widow|brother|sister|father|mother|and|with|by|is|was)\b|'s"
)
"""Between a name and the dates of its life stand titles, orders and peerages, and nobody else."""
_DASHED: Final = re.compile(
    rb"^(?P<head>[PX] \((?:[^()]*[;,] )?(?:born |[LU](?:, [LU])*,? |c\. ?)?[DY][^()]*\))(?:,? - (?:an? )?|, (?=N ))"
    rb"(?=(?:[a-z-]+ ){0,3}(?:N )?[a-z]+\b)"
)
"""A list of lives or a note: "Jane Doe (born 1950) - Canadian painter"."""
_PREDICATE: Final = re.compile(
    rb"^(?:the )?(?P<head>[A-Z])(?: \([^()]*\))?,? (?:is|was|are|were) (?:an?|the|one of the)"
    rb"(?! [^A-Z]*\b(?:of|with|by|for) (?:an?|the|H's)\b)"
    rb"(?: (?:[a-z0-9NODYLK-]+|U (?!who|that|which|and|or)[a-z-]+|\([^()]*\)),?){1,14}? (?:who|that|which) "
    rb"(?P<rest>(?:[a-z]+ly |also |later |was |is |has |had |were )*[a-z]+(?:ed|s|was|is|has|had|n|t|ght|d)\b.*)$"
)
"""What its subject is said to be, and do: "Doe is a chemist who worked for Acme"."""
_APPOSED: Final = re.compile(
    rb"(?:\A|[,;:] |\b(?:and|that|when|but) )(?:the|H's|I's|their|[A-Z]'s|an?|N) "
    rb"(?:(?:[a-z][a-z-]*|N|Y|O|L) ){0,5}?[a-z-]+"
    rb"(?: (?:from|of|on|off|in|with|for|by) (?:the )?(?:[a-z]+ ){0,2}?[A-Z](?:'s (?:[a-zYNK-]+ ){0,4}?[a-z]+)?)?, "
    rb"(?P<head>[A-Z]), "
    rb"(?P<rest>(?:(?:also|later|then|once|now|both|[a-z]+ly) )?"
    rb"(?:is|was|were|has|had|[a-z]+ed|founded|wrote|won|became|made|began|came) .*)$"
)
"""A name set off by commas after the noun for it: "Her first novel, W, was", "The single from the album, W, was"."""
_OTHER_KIN: Final = re.compile(rb"[,;]? (?:and|while|but) H's (?:[a-z]+ )?(?:father|mother|brothers?|sisters?)\b")
"""In "her mother, P, was a nurse and her father a judge", her father is not P's."""
_LINKS: Final = (b" who ", b" that ", b" which ")
_OTHERWISE: Final = (b"known", b"credited", b"aka", b"a.k.a.", b"alias", b" nee ", b" n?e ", b", released", b" titled ")
"""Words without which an expression need not be tried."""
_PREPOSITION: Final = re.compile(rb"(?:in|on|at|by) ")
_HAS_SUBJECT: Final = re.compile(rb"(?:the )?[A-Z]")


def readings(encoded: Encoded) -> Iterator[Encoded]:
    """Yield the sentence as it stands, then its plainer readings.

    Parameters
    ----------
    encoded : Encoded
        The sentence.
    """
    yield encoded
    code = encoded.code
    if b"I was " in code or b"I is " in code:
        yield from _straightened(encoded)
    titled = _TITLED.match(code) if b" (" in code else None
    if titled and not _OTHERS.search(titled.group("aside")):
        encoded = _pieces(encoded, [titled.span("head"), titled.span("rest")], b"")
        yield encoded
    for undashed in _undashed(encoded) if b" - " in encoded.code or b"), N" in encoded.code else ():
        encoded = undashed
        yield encoded
    bare = _without_parentheses(encoded)
    if bare is not encoded:
        yield bare
    if any(map(bare.code.__contains__, _LINKS)) and (m := _PREDICATE.match(bare.code)):
        yield _pieces(bare, [m.span("head"), m.span("rest")], b" ")
    if b", " not in bare.code:
        return
    if m := _APPOSED.search(bare.code):
        start, end = m.span("rest")
        other = _OTHER_KIN.search(bare.code, start, end) if b"H's" in m.group() else None
        yield _pieces(bare, [m.span("head"), (start, end if other is None else other.start())], b" ")
    plain = _without_asides(bare)
    if plain is not None:
        yield plain
    for m in _RELATIVE.finditer(bare.code):
        yield _pieces(bare, [m.span("head"), m.span("clause")], b" ")


def _undashed(encoded: Encoded) -> Iterator[Encoded]:
    """Yield a note "P (born D) - N painter" as a sentence, and a list without the remarks that dashes set off."""
    dashed = _DASHED.match(encoded.code) if b") - " in encoded.code or b"), N" in encoded.code else None
    if dashed:
        said = dashed.group("head") + b" is a " + encoded.code[dashed.end() :]
        encoded = Encoded(encoded.start, encoded.end, said, encoded.mentions)
        yield encoded
    if b" - wh" in encoded.code and (remarks := [m.span() for m in _DASHED_REMARK.finditer(encoded.code)]):
        yield _without(encoded, remarks)


def _without_parentheses(encoded: Encoded) -> Encoded:
    """Return a sentence without parentheses and second names: "P (born D), also known as U, is" becomes "P is"."""
    if b"(" in encoded.code:
        encoded = _without(encoded, [m.span() for m in _PARENTHESES.finditer(encoded.code)])
    if any(map(encoded.code.__contains__, _OTHERWISE)):
        encoded = _without(encoded, [m.span() for m in _OTHER_NAME.finditer(encoded.code)])
    return encoded


def _without(encoded: Encoded, cut: list[tuple[int, int]]) -> Encoded:
    if not cut:
        return encoded
    kept, at = [], 0
    for start, end in sorted(cut):
        kept.append((at, start))
        at = end
    return _pieces(encoded, [*kept, (at, len(encoded.code))], b"")


def _without_asides(encoded: Encoded) -> Encoded | None:
    cut: list[tuple[int, int]] = []
    for pattern in (_REMARK, _ASIDE, _AUXILIARY):
        for m in pattern.finditer(encoded.code):
            follows = pattern is not _ASIDE or _AFTER.match(encoded.code, m.end())
            if follows and _sure(m.group("text")):
                cut.append(m.span("aside"))
    return _without(encoded, cut) if cut else None


def _sure(aside: bytes) -> bool:
    """Return whether an aside leaves its sentence as certain as it is without it."""
    if _OWN_CLAUSE.match(aside):
        return not _NO_ASIDE.match(aside)
    return not (_NO_ASIDE.match(aside) or _HEARSAY.search(aside) or DOUBT.search(aside))


def _straightened(encoded: Encoded) -> Iterator[Encoded]:
    for m in _CLEFT.finditer(encoded.code):
        rest, focus = m.span("rest"), m.span("focus")
        # "It was Roe who founded Acme": the focus is the clause's subject, else what follows its verb.
        subject = _PREPOSITION.match(m.group("focus")) is None and _HAS_SUBJECT.match(m.group("rest")) is None
        pieces = [focus, rest] if subject else [rest, focus]
        yield _pieces(encoded, pieces, b" on " if m.group("link") == b"when" else b" ")


def _pieces(encoded: Encoded, spans: list[tuple[int, int]], between: bytes) -> Encoded:
    """Return the sentence that pieces of another make, with the mentions that stand in them."""
    code = between.join(encoded.code[start:end] for start, end in spans)
    mentions = [
        encoded.mentions[k] for start, end in spans for k, at in enumerate(encoded.offsets) if start <= at < end
    ]
    return Encoded(encoded.start, encoded.end, code, mentions)

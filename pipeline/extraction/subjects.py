"""Tells of whom or what a match speaks."""

from __future__ import annotations

from typing import Final

from pipeline.extraction.binder import joint_subject, resolve, spoken_of
from pipeline.extraction.clauses import clause_subject
from pipeline.extraction.couples import is_couple_of_lead, opens_with_couple
from pipeline.extraction.definite import is_organisation
from pipeline.extraction.document import Document
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.kin import KIN, kin_name, may_have_kin
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.makers import maker_spoken_of
from pipeline.extraction.rules import Match, Rule
from pipeline.extraction.values import within


def subjects_of(rule: Rule, document: Document, number: int, encoded: Encoded, m: Match, *, lone: bool) -> list[str]:
    """Return of whom or what a match speaks, by name; nothing where it cannot be told.

    Parameters
    ----------
    rule : Rule
    document : Document
    number : int
        Number of the sentence.
    encoded : Encoded
        The reading that the rule matches.
    m : Match
    lone : bool
        Whether a name of one word will do, of which the text knows nothing else.
    """
    if "l" in rule.groups:
        listed = [k for k in within(encoded, m.span("l")) if encoded.mentions[k].letter in "PX"]
        names = [resolve(document, number, encoded, k, rule.sides[0], lone=lone) for k in listed]
        return [name for name in names if name is not None]
    k = subject_mention(rule, encoded, m)
    if k is None:
        name = _unnamed(rule, document, number, encoded, m)
        return [] if name is None else [name]
    mention = encoded.mentions[k]
    wanted = _wanted(rule, mention)
    if wanted == "work" and rule.attribute.name != "record_label" and is_organisation(mention):
        return []  # "the band" is no record
    name = _signing_singer(rule, document, number, encoded, k, m)
    name = name or resolve(document, number, encoded, k, wanted, lone=lone)
    if name is None and "one_word_artist" in rule.pattern.check and mention.letter in "UX":
        name = mention.text  # bands often have a name of one word
    if name is None and lone and rule.attribute.name in KIN and may_have_kin(encoded, k):
        name = kin_name(document, mention)
    if name is None:
        return []
    shares = wanted == "person" and rule.attribute.name in _SHARED and encoded.offsets[k] < m.span("v")[0]
    other = joint_subject(document, encoded, k, name) if shares else None
    return [name] if other is None else [name, other]


def _wanted(rule: Rule, mention: Mention) -> str:
    """Return the type of a rule's subject, which for some mentions is another than the attribute's."""
    wanted = rule.sides[0]
    if rule.attribute.name == "award_received" and mention.letter == "I":
        return "work"  # what "it" and "the film" won
    if wanted == "person" and rule.pattern.turned and is_organisation(mention):
        return "organization"  # "the band" performs, as people do
    return wanted


def _signing_singer(rule: Rule, document: Document, number: int, encoded: Encoded, k: int, m: Match) -> str | None:
    """Return the singer called by a surname who signs with a label or releases an album, rather than a title."""
    if rule.attribute.name != "record_label" or encoded.mentions[k].letter != "U" or _FROM_ALBUM in m.group():
        return None
    singer = resolve(document, number, encoded, k, "person")
    return singer if singer is not None and kind_of(singer) in ("P", "X") else None


_FROM_ALBUM: Final = b"was released from"
"""What is said of a single only."""


def _unnamed(rule: Rule, document: Document, number: int, encoded: Encoded, m: Match) -> str | None:
    """Return of whom or what a sentence without a subject speaks, "Born in Lisbon.": what the document is about."""
    if m.start() > 0:
        return None
    of_person = rule.sides[0] == "person"
    couple = of_person and opens_with_couple(encoded) and not is_couple_of_lead(document, number)
    name = None if couple else spoken_of(document, encoded.start, rule.sides[0])
    makes = of_person and rule.attribute.name == "performer" and rule.pattern.turned
    unsure = makes and (document.lead is None or not document.lead.kind)  # "We" may be the album
    return maker_spoken_of(document, encoded, m.span("v")) if makes and (name is None or unsure) else name


def subject_mention(rule: Rule, encoded: Encoded, m: Match) -> int | None:
    """Return the number of the mention that a match names as its subject, or of its clause's subject."""
    if m.start("s") >= 0:
        return encoded.mention_at(m.start("s"))
    return clause_subject(encoded, m.start(), _SUBJECTS.get(rule.sides[0], _ANY))


_SHARED: Final = (
    *("residence", "educated_at", "employer", "child", "parent", "political_affiliation", "place_of_birth"),
    "award_received",
)
"""Attributes of two persons with "and" between them."""
_ANY: Final = "PXUHIOW"
_SUBJECTS: Final = {"person": "PXUH", "organization": "OXUIW"}
"""Letters of a clause's subject, where only one type will do."""

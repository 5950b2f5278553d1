"""Conditions on matches about works that look at what the sentence speaks of: records, films, books, products."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.vocabulary import CINEMATIC, LITERARY, MUSIC, PRODUCT_NOUN, WORK_NOUN
from pipeline.extraction.work_checks import words_said

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def of_works(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of records, films or books."""
    words = words_said(encoded, "I")
    return any(noun.search(words) for noun in (MUSIC, CINEMATIC, LITERARY, WORK_NOUN))


def of_music(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of records, and of no film: a singer may be known for a song, an actor for a role."""
    words = words_said(encoded, "I")
    return MUSIC.search(words) is not None and _ACTED.search(words) is None


_ACTED: Final = re.compile(
    rb"\b(?:roles?|actor|actress|films?|movies?|character|composer|songwriter|producer|producing|writing|writer|lyricist)\b"
)


def of_products(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """What is launched is called a work or a product before it is, and no company, service or campaign."""
    said = m.group()
    noun = WORK_NOUN.search(said) or PRODUCT_NOUN.search(said) or _DEVICE.search(said)
    return noun is not None and _NO_PRODUCT.search(said) is None


_DEVICE: Final = re.compile(
    rb"\b(?:processor|microarchitecture|camera|laptop|chip|printer|model|motorcycle|satellite|watch)\b"
)
_NO_PRODUCT: Final = re.compile(
    rb"\b(?:company|firm|organi[sz]ation|campaign|project|initiative|agency|school|service|brand|channel|station|network|"
    rb"programme|movement|league|club|band|group|website|airline|satellite)\b"
)


def titled_or_listed(encoded: Encoded, m: Match) -> bool:
    """The subject looks like a title, and is no event: "1988's Suffer", not "1988's World Cup"."""
    mention = first_mention(encoded, m, "s")
    return _EVENT.search(mention.text) is None


_EVENT: Final = re.compile(
    r"\b(?:Cup|Bowl|Series|Games|Olympics|Festival|Championships?|League|Convention|Conference|Act|Agreement|Treaty|War|"
    r"Battle|Revolution|Tournament|Open|Grand Prix|Election|Awards?|Tour|Congress|Summit|Hurricane|"
    r"Chart|Charts|Singles|Albums|Songs|Artists|List)\b"
)


def heads_or_titled(encoded: Encoded, m: Match) -> bool:
    """The subject is a title in quotation marks, or the first thing that its sentence names."""
    at = m.span("s")[0]
    return encoded.code[at : at + 1] == b"W" or encoded.offsets[0] == at


def directs_it(encoded: Encoded, m: Match) -> bool:
    """Whose film it is directs it: the sentence says so, or calls the film a feature and nobody an actor."""
    said = m.group()
    if b"directorial" in said or b"as director" in encoded.code or b"as a director" in encoded.code:
        return True
    return b"direct" in encoded.code and _ACTS.search(encoded.code) is None


_ACTS: Final = re.compile(
    rb"\b(?:actor|actress|starr?ed|starring|star|stars|role|lead|leading|screenplay|producer|directed by)\b"
)


def hits(encoded: Encoded, m: Match) -> bool:
    """What somebody has or scores "with" a title is a hit or success of music."""
    return _SUCCESS.search(m.group()) is not None and MUSIC.search(words_said(encoded, "I")) is not None


_SUCCESS: Final = re.compile(
    rb"\b(?:hits?|success|single|singles|number|chart|charts|charted|k on|top|number-one|chart-topper|smash)\b"
)


def contest(encoded: Encoded, m: Match) -> bool:
    """The clause speaks of a song contest: who takes part with a title sings it."""
    said = m.group() + b" " + words_said(encoded, "XOEUA")
    return _CONTEST.search(said) is not None


def music_or_contest(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of music, or of the order in which songs are performed."""
    words = words_said(encoded, "IXOEUA")
    return MUSIC.search(words) is not None or _CONTEST.search(words) is not None


_CONTEST: Final = re.compile(
    rb"\b(?:song contest|eurovision|melodifestivalen|song festival|running order|semi-?final|contest|representative)\b"
)

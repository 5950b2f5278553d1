"""Conditions on matches about works that look at what the sentence speaks of: records, films, books, products."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.vocabulary import CINEMATIC, LITERARY, MUSIC, PRESS, PRODUCT_NOUN, STAGE, TITLE_ENDS, WORK_NOUN
from pipeline.extraction.work_checks import words_said

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def of_works(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of records, films or books."""
    words = words_said(encoded, "I")
    return any(noun.search(words) for noun in (MUSIC, CINEMATIC, LITERARY, WORK_NOUN))


def of_works_made(encoded: Encoded, m: Match) -> bool:
    """The sentence speaks of records, films or books, or of who makes and releases them."""
    return of_works(encoded, m) or _MADE.search(words_said(encoded, "I")) is not None


_MADE: Final = re.compile(
    rb"\b(?:releas(?:ed?|es|ing)|labels?|bands?|sound|debut|directors?|filmmaker|singer|rapper|actors?|actress)\b"
)


def of_software(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of games or programs: a developer of houses makes none."""
    return _SOFTWARE.search(words_said(encoded, "IXO")) is not None


_SOFTWARE: Final = re.compile(
    rb"\b(?:games?|gaming|software|apps?|browsers?|operating systems?|programming|video games|gamers?|players|mobile)\b"
)


def dated_works(encoded: Encoded, m: Match) -> bool:
    """A name before a year in parentheses is a title: the sentence lists roles, films or albums, and no sport."""
    before = encoded.code[: m.span("s")[0]]
    name = first_mention(encoded, m, "s").text
    if _CREDITS.search(before) is None or _CITED.search(before) or _SPORT.search(words_said(encoded, "I")):
        return False
    if first_mention(encoded, m, "s").letter == "P" and _WORKS_ARE.search(before) is None:
        return False
    listed = m.group()[:1] in b",; " and encoded.code[: m.start()][-1:] != b")"
    return not listed and _EVENT.search(name) is None and _BODY.search(name) is None


_CREDITS: Final = re.compile(
    rb"\b(?:appear(?:ed|s|ing|ances?) (?:in|on)|roles? (?:in|on|include|included|were|such as|as)|"
    rb"starr(?:ed|ing)|acted in|cameos? in|directed|directing|filmography|credits|films|movies|novels|albums|"
    rb"singles|songs|memoirs|author of|musicals|series|sitcoms|soundtracks?|documentaries|"
    rb"sequels|mixtapes|poems|plays)\b"
)
_WORKS_ARE: Final = re.compile(
    rb"\b(?:novels|films|books|albums|works|plays|songs|movies|documentaries) "
    rb"(?:include|included|includes|including|are|were) "
)
"""A person's name is a title where works are listed: "novels include Ann Roe (1953)"."""
_CITED: Final = re.compile(rb"\b(?:by|see|et al|reviews?|studies|papers?|according) ")
"""Before years of studies by their authors: "see Jones (2008) and Smith (2013)"."""
_SPORT: Final = re.compile(
    rb"\b(?:championships?|league|tournaments?|goals|matches|seasons?|medals?|olympics?|cups?|coach|scored|titles|races?)\b"
)
_BODY: Final = re.compile(
    r"\b(?:Prize|Medal|Fellowship|University|College|Theatre|Theater|Orchestra|Museum|Gallery|Institute|School|Records|"
    r"Pictures|Company|Press|Opera|Ballet|Hall|Church|Society|Academy|Party)\b"
)


def premiered_work(encoded: Encoded, m: Match) -> bool:
    """What has its premiere is a work: the sentence speaks of one, of a festival or a theatre, and no car at a show."""
    return of_works(encoded, m) or _STAGED.search(words_said(encoded, "IXOEU")) is not None


_STAGED: Final = re.compile(
    rb"\b(?:films?|festivals?|theat(?:re|er)s?|cinemas?|broadway|west end|opera|game|television|tv|network|screening|"
    rb"comedy|hbo|bbc|netflix|nbc|cbs|abc|fox|channel|comic-con)\b"
)


def not_within(encoded: Encoded, m: Match) -> bool:
    """The title is what is made, not where: "published a paper in Nature", "directed traffic in Harvest"."""
    titles = [group for group in "sv" if m.start(group) >= 0 and first_mention(encoded, m, group).letter not in "DYK"]
    return all(_IN_IT.search(encoded.code, m.start(), m.start(group)) is None for group in titles)


_IN_IT: Final = re.compile(
    rb" (?:in|for|about|from|(?:version|edition|discussion|translation|review|list|teaser|trailer)s? of)(?: the| I)? \Z"
)


def nobody_else(encoded: Encoded, m: Match) -> bool:
    """Who is said to be the author is the subject, not somebody whom the subject meets or marries."""
    spans = sorted((m.span("s"), m.span("v")))
    return _SOMEBODY.search(encoded.code, spans[0][1], spans[1][0]) is None


_SOMEBODY: Final = re.compile(
    rb"\b(?:who (?!(?:is|was)\b)|met|meets|knew|wife|husband|son|daughter|brother|sister|friend|widow|mother|father|"
    rb"whose|interviewed|married|assistant|secretary|student|pupil|cousin|nephew|niece)\b"
)


def said_work(encoded: Encoded, m: Match) -> bool:
    """The subject is a title in quotation marks, or called a work: no "it" that may be a shop."""
    mention = first_mention(encoded, m, "s")
    if _SEASON_OF.search(encoded.code, 0, m.start("s")) or _ELSEWHERE.search(m.group()):
        return False
    if mention.letter == "I":
        return WORK_NOUN.search(mention.text.lower().encode("ascii", "replace")) is not None
    return mention.letter == "W" or mention.text.startswith("The ")


_SEASON_OF: Final = re.compile(
    rb"\b(?:seasons?|series|episodes?|instal+ments?|volumes?|editions?|issues?|versions?|parts?|run|revival) "
    rb"of (?:the )?\Z"
)
_ELSEWHERE: Final = re.compile(
    rb" (?:at|by|in) (?:the|this|that) (?:house|company|theatre|theater|venue|festival|hall|choir)\b"
)
"""A first performance at some house is not the first of all."""


def labelled(encoded: Encoded, m: Match) -> bool:
    """A label stands in the match: "(Moor Records, 1990)"."""
    within = zip(encoded.mentions, encoded.offsets, strict=True)
    return any(_LABEL_NAME.search(x.text) for x, at in within if m.start() <= at < m.end() and x.letter in "OX")


_LABEL_NAME: Final = re.compile(r"\b(?:Records|Recordings|Music|Record Label)\Z")


def publishing(encoded: Encoded, m: Match) -> bool:
    """Who publishes is a publisher by name, or what is published a game, newspaper or magazine."""
    said = words_said(encoded, "IXO")
    within = zip(encoded.mentions, encoded.offsets, strict=True)
    named = any(PRESS.search(x.text) for x, at in within if m.start() <= at < m.end() and x.letter in "OX")
    return named or _PUBLISHED.search(said) is not None


_PUBLISHED: Final = re.compile(rb"\b(?:games?|newspapers?|magazines?|weekly|journals?|daily|comics?|news|times|post)\b")


def whole_titles(encoded: Encoded, m: Match) -> bool:
    """A list of titles ends where its last title does, and no name in it goes on: "Harvest and Moor Press editor"."""
    end = m.span("v")[1]
    return encoded.code[end - 1 : end] == b")" or TITLE_ENDS.match(encoded.code, end) is not None


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


def own_relative(encoded: Encoded, m: Match) -> bool:
    """What a relative clause says is said of the subject, not of what it follows or is made from.

    "It is the sequel to Harvest, which was released in 1999" dates Harvest.
    """
    between = encoded.code[m.span("s")[1] : m.start("v")] if 0 <= m.start("s") < m.start("v") else b""
    return b" which " not in between or _MADE_FROM.search(between) is None


_MADE_FROM: Final = re.compile(
    rb"\b(?:sequel|prequel|follow-up|successor|remake|adaptation|version|spin-off|companion|cover|remix|continuation|"
    rb"expansion|port|based|adapted|reboot|translation|parody|clone|tribute|response|rework|variation)s?(?: loosely)? "
    rb"(?:of|to|on|from|for|upon) [^.;:]{0,60}?(?<! by )(?<! by the )[A-Z](?: \([^()]*\))?,? "
    rb"which (?:was|were|is|had|has) "
)


def only_read(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """What somebody wrote is read: the sentence speaks of no acting, composing or painting."""
    return _OTHER_ART.search(encoded.code) is None


def no_canvas(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """What has its year and more in parentheses is no painting: "(1940, oil on canvas)"."""
    return _CANVAS.search(encoded.code) is None


_CANVAS: Final = re.compile(
    rb"\b(?:canvas|oil on|acrylic|watercolou?rs?|lithographs?|etchings?|installations?|sculptures?|paintings?|bronze|"
    rb"murals?|exhibitions?|galler(?:y|ies))\b"
)


def no_press(encoded: Encoded, m: Match) -> bool:
    """Who a title is by is a person: "by Birch Press" names its publisher."""
    return PRESS.search(first_mention(encoded, m, "v").text) is None


_OTHER_ART: Final = re.compile(
    rb"\b(?:acted|acting|starr(?:ed|ing)|perform(?:ed|ances?)|piano|violin|organ|choral|chamber|orchestral|sonatas?|"
    rb"symphon\w+|operas?|composed|compositions?|paint(?:ed|ings?)|prints|etchings|sculptures?|productions?)\b"
)


def off_stage(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Who directs directs for the screen: the sentence speaks of no opera and no theatre."""
    said = words_said(encoded, "OXI")
    return STAGE.search(said) is None and b"productions" not in said


def own_film(encoded: Encoded, m: Match) -> bool:
    """Whose film it is is the subject: in "she worked with Berg on his film" it is Berg's."""
    maker = min(at for at in (m.start("s"), m.start("v")) if at >= 0)
    return encoded.code[maker : maker + 1] != b"H" or _WITH.search(encoded.code, 0, maker) is None


_WITH: Final = re.compile(
    rb"\b(?:with|by|from|for|joined|assisted|helped) (?:[a-zN-]+ ){0,3}[PXU] (?:for|on|in|at|as) (?:[a-z-]+ ){0,2}\Z"
)


def only_directs(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Who is known for a film directs it: the match calls nobody an actor or a producer."""
    return _ACTS.search(m.group()) is None


_ACTS: Final = re.compile(
    rb"\b(?:actor|actress|starr?ed|starring|star|stars|role|lead|leading|screenplay|producer|directed by)\b"
)


def hits(encoded: Encoded, m: Match) -> bool:
    """What somebody has or scores "with" a title is a hit or success of music."""
    return _SUCCESS.search(m.group()) is not None and MUSIC.search(words_said(encoded, "I")) is not None


def of_hits(encoded: Encoded, m: Match) -> bool:
    """Who "enjoyed success with" a title makes music: the sentence says so, or calls the title a hit."""
    return _SUCCESS.search(m.group()) is not None and _MAKES_MUSIC.search(words_said(encoded, "I")) is not None


_MAKES_MUSIC: Final = re.compile(
    rb"\b(?:songs?|singles?|albums?|tracks?|hits?|singer|singer-songwriter|rapper|bands?|duo|trio|quartet|girl group|"
    rb"boy band|vocal group|disco|soul|pop|rock|jazz|country|r&b|hip hop|dance|punk|reggae|funk|house|techno|folk|"
    rb"charts?|chart-topper)\b"
)
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

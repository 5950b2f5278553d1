"""Conditions on matches about works: what is a title, a book, a film, a product."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import first_mention
from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.vocabulary import (
    ADAPTED,
    BOOK,
    CINEMATIC,
    COMPANY,
    FILM_NOUN,
    LABEL,
    LITERARY,
    MUSIC,
    NO_MUSIC,
    PRESS,
    PRODUCT_NOUN,
    PRODUCTION,
    RECORDS,
    SCREEN,
    STAGE,
    TITLE_ENDS,
    WORK_NOUN,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match


def work_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a work: a title, or said to be a film, a book, an album."""
    if m.start("s") < 0:
        return False
    mention = first_mention(encoded, m, "s")
    if mention.letter in "WI" or mention.text.startswith("The "):
        return True
    # "Ann Roe was in the sitcom W, aired in 1984": what aired is not the person.
    if mention.letter == "P" and m.start("v") > m.start("s") and b"W" in encoded.code[m.span("s")[1] : m.start("v")]:
        return False
    return mention.letter in "WXUPLOEA" and bool(
        WORK_NOUN.search(m.group()) or WORK_NOUN.search(_noun_before(encoded, m))
    )


def _noun_before(encoded: Encoded, m: Match) -> bytes:
    """Return the noun that the subject stands right behind: "the film Long Lane", "its first game, Long Lane,"."""
    at = m.span("s")[0]
    before = _NOUN.search(encoded.code, 0, at)
    aside = before is not None and b"," in before.group()
    if before is None or (aside and encoded.code[at + 1 : at + 2] != b","):
        return b""
    if before.group("noun"):
        return before.group("noun")
    named = encoded.mentions[encoded.mention_at(before.start("thing"))]
    return named.text.lower().encode("ascii", "replace")


_NOUN: Final = re.compile(
    rb"(?:(?P<thing>I)|\b(?P<noun>[a-z]+))(?P<comma>,)? (?:(?:called|titled|entitled|named),? )?(?:the )?\Z"
)


def title_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a title by its look: quoted, in italics, or with a capital The."""
    mention = first_mention(encoded, m, "s")
    return mention.letter in "WI" or mention.text.startswith("The ")


def book_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a written work, no song, film or episode."""
    if m.start("s") < 0 or not not_on_screen(encoded, m):
        return False
    if first_mention(encoded, m, "s").letter == "I":
        return bool(BOOK.search(first_mention(encoded, m, "s").text.lower()))
    return work_subject(encoded, m)


def book_apposition(encoded: Encoded, m: Match) -> bool:
    """What stands for the title before its writer, "the novel", is written, no film and no song."""
    spans = ((m.start(), m.span("s")[0]), (m.span("s")[1], m.span("v")[0]))
    nouns = [mention.text for span in spans for mention in _mentions(encoded, span) if mention.letter == "I"]
    return all(BOOK.search(text.lower()) for text in nouns)


def no_song(encoded: Encoded, m: Match) -> bool:
    """What is written is no song: nobody composes or sings in the sentence, and "it" is said to be a book or a play."""
    words = words_said(encoded, "I")
    if _SUNG.search(words) or MUSIC.search(words):
        return False
    mention = first_mention(encoded, m, "s")
    return mention.letter != "I" or " " in mention.text or LITERARY.search(words) is not None


_SUNG: Final = re.compile(rb"\b(?:composed|tempo|midtempo|melody|lyrics|production|chorus)\b")


def own_words(encoded: Encoded, m: Match) -> bool:
    """What is written is the writer's own, no translation, edition or review of the title."""
    between = encoded.code[min(m.span("s")[1], m.span("v")[1]) : max(m.start("s"), m.start("v"))]
    title = first_mention(encoded, m, "v" if m.start("v") > m.start("s") else "s").text
    spoken_of = _WROTE_OF.search(encoded.code, m.start(), m.end())
    other = _OF_ANOTHER.search(between) or _MADE_TOO.search(between)
    within = _IN_IT.search(encoded.code, 0, m.span("s")[0] if m.start("s") > m.start("v") else m.start("v"))
    published = b"published" in m.group() and (_PERIODICAL.search(title) or _NO_BOOK.search(between))
    if within or published:
        return False
    return other is None and spoken_of is None and " " + title not in (" The", " A", " An")


_IN_IT: Final = re.compile(rb" (?:in|for)(?: the| I)? \Z")
_NO_BOOK: Final = re.compile(
    rb"\b(?:newsletter|newspaper|magazine|journal|weekly|daily|single|song|album|map|website|blog|paper)\b"
)
_PERIODICAL: Final = re.compile(
    r"\b(?:Journal|Gazette|Times|Herald|Independent|Review|Newsletter|Tribune|Magazine|Quarterly|Bulletin|Proceedings|"
    r"Transactions|Daily|Weekly|Chronicle|News|Post|Advertiser|Democrat|Observer)\b"
)
_MADE_TOO: Final = re.compile(
    rb"\b(?:and|,) (?:co-)?(?:produced|directed|recorded|performed|sang|arranged|composed|starred)\b"
)
"""Who writes and produces or directs makes a song or a film, no book."""
_WROTE_OF: Final = re.compile(rb"\b(?:wrote|written|published|writes) (?:of|about|on|for|in|to|that|against)\b")
_OF_ANOTHER: Final = re.compile(
    rb"\b(?:translations?|editions?|reviews?|critique|commentary|adaptation|version|parody|stud(?:y|ies)|response|reply|"
    rb"sequel|foreword|preface|introduction|screenplay|script|articles?|chapters?|music|score) "
    rb"(?:of|to|on|for|in|about)\b"
)


def not_maker(encoded: Encoded, m: Match) -> bool:
    """What came out is the work, not the band before it: "a song by the group The Moors, released in 1990"."""
    at = m.span("s")[0]
    titled = encoded.mentions[encoded.mention_at(at)].letter == "W"
    called = WORK_NOUN.search(_noun_before(encoded, m)) is not None
    return titled or called or not _MADE_BY.search(encoded.code[max(0, at - 30) : at])


_MADE_BY: Final = re.compile(
    rb"\b(?:by|group|band|duo|trio|singer|rapper|label|of|on|with|from|for|featuring|I) (?:the )?\Z"
)


def film_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a film, play or series."""
    if m.start("s") < 0 or _VIDEO_FOR.search(encoded.code[: m.span("s")[0]]):
        return False
    mention = first_mention(encoded, m, "s")
    return mention.letter in "WI" or mention.text.startswith("The ") or bool(FILM_NOUN.search(m.group()))


def film_named(encoded: Encoded, m: Match) -> bool:
    """The subject is a film, play or series, or stands right behind the noun for one: "the movie Long Lane"."""
    return film_subject(encoded, m) or (m.start("s") >= 0 and FILM_NOUN.search(_noun_before(encoded, m)) is not None)


_VIDEO_FOR: Final = re.compile(rb"\b(?:music videos?|videos?|clip|trailer|pilot)(?: [a-z]+){1,6} \Z")


def product_subject(encoded: Encoded, m: Match) -> bool:
    """The subject is a game, program or product."""
    if m.start("s") < 0 or _NO_PRODUCT.search(words_said(encoded, "I")):
        return False
    if PRODUCT_NOUN.search(_noun_before(encoded, m)):
        return True
    if PRODUCT_NOUN.search(m.group()) or any(_PLATFORM.search(x.text) for x in _mentions(encoded, _after(encoded, m))):
        return True
    written = b"developed" in m.group() or b"programmed" in m.group()
    noun = first_mention(encoded, m, "s")
    return noun.letter in "WI" and (
        written or PRODUCT_NOUN.search(noun.text.lower().encode("ascii", "replace")) is not None
    )


def _after(encoded: Encoded, m: Match) -> tuple[int, int]:
    """Return where a clause goes on "for Windows" after a match."""
    return m.end(), m.end() + 80 if b" for " in encoded.code[m.end() : m.end() + 60] else m.end()


_PLATFORM: Final = re.compile(
    r"\b(?:Windows|PlayStation|Xbox|Nintendo|iOS|Android|Wii|Macintosh|Mac OS|Amiga|Commodore|Linux|Game Boy|Sega|"
    r"Atari|MS-DOS|Dreamcast|Symbian|Windows Phone|BlackBerry|ZX Spectrum|Game Gear|Mega Drive)\b"
)
_NO_PRODUCT: Final = re.compile(
    rb"\b(?:television|drama|comedy|thriller|serial|soap|tv series|sitcom|comics?|animated|film|song|album|novel|"
    rb"miniseries|architects?|building|yacht|typeface)\b"
)


def artist_value(encoded: Encoded, m: Match) -> bool:
    """The value can be an artist, no label and no kind of record."""
    letter, _, _, name = first_mention(encoded, m, "v")
    if letter == "L" and not TITLE_ENDS.match(encoded.code, m.end()):
        return False
    if _TITLE_NEXT.search(encoded.code, max(0, m.start("v") - 30), m.start("v")):
        return False
    return len(name) > 1 and name not in RECORDS and not LABEL.search(name)


_TITLE_NEXT: Final = re.compile(rb"\b(?:album|ep|mixtape|lp|soundtrack|film),? (?:(?:called|titled|entitled),? )?\Z")
"""Before a title, no artist: "the first single from their album, Harvest"."""


def not_song(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of no song, not even of a song contest: its writer is no author."""
    return not re.search(rb"\b(?:song|songs|album|lyrics|tracks)\b", words_said(encoded, "IEXO"))


def not_on_screen(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of no film or episode: who wrote one is no author."""
    return SCREEN.search(_BOOKS_IN_SERIES.sub(b" ", words_said(encoded, "I"))) is None


_BOOKS_IN_SERIES: Final = re.compile(
    rb"\b(?:series|trilogy) of (?:[a-z-]+ ){0,4}?(?:novels|books|stories|poems|novellas)\b|"
    rb"\b(?:novel|book|manga|comic) series\b"
)
"""A series that is read, not watched."""


def literary(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of books or plays, and of no film or record."""
    words = words_said(encoded, "I")
    return LITERARY.search(words) is not None and not (SCREEN.search(words) or MUSIC.search(words))


def cinematic(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The sentence speaks of acting in films, and of no book, record or stage."""
    words = words_said(encoded, "I")
    return CINEMATIC.search(words) is not None and not any(other.search(words) for other in (LITERARY, MUSIC, STAGE))


def titled(encoded: Encoded, m: Match) -> bool:
    """The subject looks like a title, not like a thing that somebody owns: quoted, or with a capital article."""
    mention = first_mention(encoded, m, "s")
    return mention.letter == "W" or mention.text.startswith(("The ", "A "))


def words_said(encoded: Encoded, letters: str) -> bytes:
    """Return a sentence with what some of its mentions say: "the single" is a mention, and its noun not in the code."""
    said = " ".join(mention.text.lower() for mention in encoded.mentions if mention.letter in letters)
    return encoded.code + b" " + said.encode("ascii", "replace")


def label_value(encoded: Encoded, m: Match) -> bool:
    """The value is a record label by its name, or one of several of which one is; or is called a label."""
    if m.group().endswith((b" label", b" imprint")) or _LABEL_NEXT.match(encoded.code, m.end()):
        return True
    named = _mentions(encoded, m.span("v"))
    return any(LABEL.search(x.text) for x in named) and not any(_STORE.search(x.text) for x in named)


_STORE: Final = re.compile(
    r"\b(?:Interactive|Pictures|Television|Animation|Games|Home Video|"
    r"Store|iTunes|Apple Music|Amazon|Google Play|Spotify|Bandcamp|SoundCloud|YouTube|Tidal|Deezer)\b"
)
_LABEL_NEXT: Final = re.compile(rb" (?:record |music )?(?:label|imprint)\b")


def surely_label(encoded: Encoded, m: Match) -> bool:
    """The value says itself that it is a label: who signs with Moor Records makes records."""
    name = first_mention(encoded, m, "v").text
    return _OWN_LABEL.search(name) is not None and _GENRE.fullmatch(name) is None


_GENRE: Final = re.compile(
    r"(?:The )?(?:Country|Folk|Pop|Rock|Gospel|Classical|Dance|Soul|Christian|Popular|Jazz|World|Latin|Blues|New|"
    r"Electronic|Urban|Traditional|New Age|[A-Z]\w+(?:an|ish|ese)) Music"
)
_OWN_LABEL: Final = re.compile(r"\b(?:Records|Recordings|Music|Record Label)\Z")


def _mentions(encoded: Encoded, span: tuple[int, int]) -> list[Mention]:
    """Return the mentions between two offsets of the code."""
    inside = zip(encoded.mentions, encoded.offsets, strict=True)
    return [mention for mention, at in inside if span[0] <= at < span[1]]


def on_label(encoded: Encoded, m: Match) -> bool:
    """What stands before the value is a label: "via the label Moor"."""
    before = zip(encoded.mentions, encoded.offsets, strict=True)
    return not any(
        mention.letter == "I" and not mention.text.lower().endswith("label")
        for mention, at in before
        if at == m.span("v")[0] - 2
    )


def not_adapted(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The work is written by the value, not adapted from what is: "a film based on the novel by"."""
    return _ADAPTED_FROM.search(m.group()) is None


_ADAPTED_FROM: Final = re.compile(
    rb"\b(?:based|adapted|inspired|adaptation|version|sequel|film|movie|opera|musical|made|with)\b"
)


def no_company(encoded: Encoded, m: Match) -> bool:
    """The values are people or bands, no production company or manufacturer."""
    return _GOODS.search(m.group()) is None and not any(
        mention.letter == "O" or COMPANY.search(mention.text) or PRODUCTION.search(mention.text)
        for mention in _mentions(encoded, m.span("v"))
    )


_GOODS: Final = re.compile(
    rb"\b(?:cars?|sedan|suv|crossover|hatchback|aircraft|airliner|vehicles?|trucks?|motorcycle|trike|glider|engines?|rifles?|"
    rb"wine|beer|cheese|tractors?|manufacturer|automaker|brewery|ultralight|microlight|bus|locomotives?|ships?)\b"
)


def press(encoded: Encoded, m: Match) -> bool:
    """Who publishes is a press, a publishing house or a journal by its name."""
    return any(mention.letter in "OX" and PRESS.search(mention.text) for mention in _mentions(encoded, m.span()))


def artist_subject(encoded: Encoded, m: Match) -> bool:
    """Who makes the record is no label and no company; the subject of a later verb was looked at with the first."""
    if m.start("s") < 0:
        return True
    name = first_mention(encoded, m, "s").text
    return not (LABEL.search(name) or COMPANY.search(name))


def one_word_artist(encoded: Encoded, m: Match) -> bool:
    """Who makes the records is no label, company or shop; a band may have a name of one word."""
    if m.start("s") < 0:
        return True
    name = first_mention(encoded, m, "s").text
    return artist_subject(encoded, m) and not (_STORE.search(name) or PRODUCTION.search(name))


def artist_first(encoded: Encoded, m: Match) -> bool:
    """Who releases a title without a word for it sings or plays in the sentence: no film company and no label."""
    mention = first_mention(encoded, m, "v")
    return mention.letter in "PXUHI" and not (COMPANY.search(mention.text) or PRODUCTION.search(mention.text))


def one_title(encoded: Encoded, m: Match) -> bool:
    """No other title stands between the work and its release."""
    return b"W" not in encoded.code[m.span("s")[1] : m.span("v")[0]]


def made_films(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """Whose films they are directs: the films of an actor are not the actor's work alone."""
    return b"direct" in encoded.code or b"filmmaker" in encoded.code


def same_title(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """What is adapted bears the title of the adaptation."""
    return b"the same name" in m.group() or b"the same title" in m.group()


def same_song(encoded: Encoded, m: Match) -> bool:
    """No other title stands between the song and who recorded it."""
    between = encoded.code[m.span("s")[1] : m.span("v")[0]]
    return b"W" not in between and b"sampl" not in between


def written_work(encoded: Encoded, m: Match) -> bool:
    """What is adapted, staged or read is written, no piece of music."""
    words = words_said(encoded, "I")
    if MUSIC.search(words) or b"opera" in words:
        return False
    return ADAPTED.match(m.group()) is not None or LITERARY.search(words) is not None


def music(encoded: Encoded, m: Match) -> bool:
    """The sentence speaks of music, and of no film or book."""
    words = words_said(encoded, "I").replace(b"extended play", b"ep")
    listed = _LIST_NEXT.match(encoded.code, m.span("s")[1]) if m.start("s") >= 0 else None
    return MUSIC.search(words) is not None and not NO_MUSIC.search(words) and listed is None


_LIST_NEXT: Final = re.compile(rb" (?:list|chart|spin-?off|show|section|column|segment|issue|poll|critics?)\b")


def not_screen(encoded: Encoded, m: Match) -> bool:  # noqa: ARG001 - all checks have one form
    """The match speaks of no film, stage or book: "her film debut" is no record."""
    return not NO_MUSIC.search(m.group().replace(b"extended play", b"ep"))


def named_after_comma(encoded: Encoded, m: Match) -> bool:
    """A title that looks like a person's name stands after a comma: "her debut album, Anna Karlsson, came out"."""
    mention, at = first_mention(encoded, m, "s"), m.span("s")[0]
    return mention.letter in "WX" or encoded.code[:at].endswith(b", ")


def whole_title(encoded: Encoded, m: Match) -> bool:
    """The subject is a title as a whole: quoted, or a name that what follows does not go on with."""
    mention = first_mention(encoded, m, "s")
    at = m.span("s")[1]
    ends = TITLE_ENDS.match(encoded.code, at) or _TELLS.match(encoded.code, at)
    return mention.letter == "W" or ends is not None


_TELLS: Final = re.compile(
    rb"(?: \([^()]*\))? (?:tells|follows|won|wins|stars|became|becomes|sold|depicts|earned|received|grossed|topped|"
    rb"reached|peaked|debuted|premiered|includes|contains|explores|centers|centres|chronicles|recounts|documents|describes|"
    rb"portrays|opens|spent|entered|charted)\b"
)
"""What works do: "her 1990 novel Long Lane won"."""

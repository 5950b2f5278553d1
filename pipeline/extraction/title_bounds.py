"""Where a title before its year begins: after its maker or before its comma.

Of "Ann Roe's The Mill (1999)" the title is The Mill; "Goodbye, Mr. Roe (1999)" is one title.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.kinds import kind_of

FORMS: Final = ("Mr. ", "Mrs. ", "Ms. ", "Dr. ")
_ARTICLES: Final = ("The ", "A ", "An ")
_OWNER: Final = re.compile(r"(?:['’]s|s['’]) ")
_SAID: Final = re.compile(r"(?:What|Who|Where|How|That|It|He|She|Let|There|Here|Everybody|Everything|Nobody)['’]s ")
_LEAST_WORDS: Final = 3


def after_owner(name: str) -> int:
    """Return where a title begins in a name that may open with whose it is; -1 where that cannot be told.

    "Ann Roe's Diary" may be a title as a whole, and "Ann Roe's The Mill" is the work of Ann Roe.
    """
    m = _OWNER.search(name)
    if m is None or name.startswith(_ARTICLES) or _SAID.match(name):
        return 0
    title = name[m.end() :]
    whole = title.startswith(_ARTICLES) or title.count(" ") + 1 >= _LEAST_WORDS
    return m.end() if whole and kind_of(name[: m.start() + 1].rstrip("'’")) == "P" else -1


_BEFORE_COMMA: Final = re.compile(
    r"(?<![\w'’-])(?P<head>[A-ZÀ-Þ][\w'’-]*(?: (?:(?:of|the|a|an|to|my|in|on|for|and) )?[A-ZÀ-Þ][\w'’-]*){0,4}), \Z"
)
_OF_THREE: Final = re.compile(r"(?<![\w'’-])The [A-Z][\w'’-]*(?:, the [A-Z][\w'’-]*)*,? (?:and )?the \Z")
_CALLS: Final = frozenset(
    (
        "I",
        "Goodbye",
        "Hello",
        "Hey",
        "Oh",
        "O",
        "Farewell",
        "Good Morning",
        "Good Evening",
        "Good Night",
        "Goodnight",
        "Merry Christmas",
        "Bye Bye",
        "Yes",
        "No",
        "Dear",
        "So Long",
        "Welcome",
        "Thank You",
    )
)
"""What a title says to somebody before a comma."""
_UNSURE: Final = "XUTW"
_LONGEST: Final = 70


def comma_title(text: str, start: int, s: int, name: str) -> tuple[int, bool]:
    """Return where a title begins that may have a comma in it, and whether that is sure.

    "Good Evening, Leeds (1999)" is one title, and "The Mill, Lane (1999)" two, of which the first has no year.

    Parameters
    ----------
    text : str
    start : int
        Where the sentence begins.
    s : int
        Where the title's last part begins, behind the comma.
    name : str
        That part.
    """
    if text[s - 4 : s] == "the " and (of_three := _OF_THREE.search(text, max(start, s - _LONGEST), s)):
        return of_three.start(), True
    if text[s - 2 : s] != ", " or not (m := _BEFORE_COMMA.search(text, max(start, s - _LONGEST), s)):
        return s, True
    head, at = m.group("head"), m.start()
    if at == start and " " in head:
        # "In Harvest, Robot (2004)": the sentence's first word is no title's.
        return s, True
    doubled = head.rsplit(" ", 1)[-1] == name.rsplit(" ", 1)[-1]
    if head in _CALLS or doubled or name[-1] == "?" or (name.startswith(FORMS) and kind_of(head) in _UNSURE):
        return at, True
    listed = text[at - 2 : at] == ", " and text[at - 3 : at - 2] != ")"
    mixed = listed or _UNDATED.match(text, s + len(name))
    return (s, True) if mixed or kind_of(head) not in _UNSURE else (at, False)


_UNDATED: Final = re.compile(
    r" \([^()]*\)(?:(?:,? and|,) [A-ZÀ-Þ][^,;.()]*(?:[,;.]|\Z)| (?:is|was|has|had|tells|stars|follows|became)\b)"
)
"""The list goes on with a title without a year, as its first ones may be; or what stands there is the next clause."""

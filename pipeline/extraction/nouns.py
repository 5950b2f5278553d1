"""Nouns that tell what is spoken of: "the company", "is a film", "is a town"."""

from __future__ import annotations

from typing import Final

_ORGANIZATION: Final = (
    "company firm organization organisation band group school university college club team party "
    "association institute institution agency label museum charity foundation society studio startup "
    "start-up corporation business hospital church orchestra airline bank brand network website "
)
_WORK: Final = (
    "film movie song album book novel game single series show play story ep record track episode "
    "documentary magazine newspaper "
)
_PLACE: Final = "city town village country "
# Nouns that say what a name is, and that the scanner of mentions does not take for a mention after "the".
_MORE_ORGANIZATION: Final = (
    "newspaper publisher manufacturer retailer union league federation council committee ministry "
    "department cooperative developer chain station broadcaster duo trio quartet ensemble choir supplier "
    "provider operator brewery winery restaurant library gallery theatre academy seminary think-tank "
    "conglomerate subsidiary franchise "
)
_MORE_WORK: Final = (
    "opera ballet symphony soundtrack poem painting comic manga anime sitcom mixtape musical journal "
    "sculpture programme program biography memoir anthology compilation video remix trilogy disc webcomic "
)
_MORE_PLACE: Final = (
    "state province district municipality county region island settlement commune suburb neighborhood "
    "neighbourhood township borough hamlet river lake mountain republic kingdom territory capital parish "
    "census "
)

DEFINITE_KIND: Final[dict[str, str]] = {
    noun: kind
    for kind, nouns in (("organization", _ORGANIZATION), ("work", _WORK), ("place", _PLACE))
    for noun in nouns.split()
}
"""Noun of "the company", "the film" -> what it stands for."""
WORK_NOUNS: Final = frozenset((_WORK + _MORE_WORK).split())
ORGANIZATION_NOUNS: Final = frozenset((_ORGANIZATION + _MORE_ORGANIZATION).split())
PLACE_NOUNS: Final = frozenset((_PLACE + _MORE_PLACE).split())

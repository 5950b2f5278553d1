"""Nouns that tell what is spoken of: "the company", "is a film", "is a town"."""

from __future__ import annotations

from typing import Final

_ORGANIZATION: Final = (
    "company firm organization organisation band group school university college club team party "
    "association institute institution agency label museum charity foundation society studio startup "
    "start-up corporation business hospital church orchestra airline bank brand network website union federation "
    "league brewery winery channel publisher manufacturer retailer cooperative consortium duo trio quartet "
    "ensemble choir regiment "
)
_WORK: Final = (
    "film movie song album book novel game single series show play story ep record track episode "
    "documentary magazine newspaper journal mixtape musical opera manga webcomic memoir "
    "miniseries sitcom podcast app oratorio cantata operetta telenovela serial treatise manifesto picture "
)
_PLACE: Final = "city town village country "
# Nouns that say what a name is, and that the scanner of mentions does not take for a mention after "the".
_MORE_ORGANIZATION: Final = (
    "newspaper council committee ministry department developer chain station broadcaster supplier provider operator "
    "restaurant library gallery theatre academy seminary think-tank conglomerate subsidiary franchise mill shipyard "
    "bureau battalion brigade squadron corps syndicate collective co-operative monastery abbey convent priory "
    "diocese archive factory quintet sextet supergroup consultancy fintech nonprofit non-profit ngo movement "
    "sorority fraternity carrier shipbuilder builder distillery bookstore bookshop supermarket observatory "
    "laboratory foundry insurer brewer wholesaler distributor automaker carmaker "
)
_MORE_WORK: Final = (
    "ballet symphony poem painting comic anime sculpture programme program biography anthology compilation video remix "
    "trilogy disc soundtrack novella soap mini-series drama thriller cartoon software application "
    "textbook essay shooter simulator hymn ballad webseries mini-album weekly periodical webzine blog "
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
PERIODICALS: Final = frozenset(
    ("magazine", "newspaper", "journal", "weekly", "periodical", "webzine", "blog", "podcast")
)
"""Works that are founded, owned and based somewhere, as organisations are."""

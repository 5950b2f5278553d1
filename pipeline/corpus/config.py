"""How a corpus is laid out: which fields hold text, id, title and domain."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from pipeline.exceptions import InputError

UNKNOWN_DOMAIN = "unknown"
"""Domain of records that do not say theirs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the records of a known corpus keep what we need: candidates in order, the first non-null counts.

    Candidates are tried record by record, never chosen by a look at a shard's beginning: so the same record
    gives the same document in whatever shard it lies.
    """

    text: tuple[str, ...] = ("text",)
    id: tuple[str, ...] = ("id",)
    title: tuple[str, ...] = ("title",)
    source: tuple[str, ...] = ("source",)
    url: tuple[str, ...] = ("url",)


LAYOUTS: dict[str, Layout] = {
    "auto": Layout(
        title=("title", "metadata.title", "meta.title"),
        source=("source", "meta.pile_set_name", "domain"),
        url=("url", "metadata.url", "meta.url"),
    ),
    "dolma": Layout(title=("title", "metadata.title"), url=("metadata.url", "url")),
    "fineweb": Layout(source=()),
    "pile": Layout(source=("meta.pile_set_name",), title=("meta.title",), url=("meta.url",)),
    "c4": Layout(id=(), source=()),
}
"""Layouts by name. FineWeb and C4 name no source: their records are `unknown` unless split by `url`."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields to read: candidate paths by role, and the roles that the user named."""

    text: tuple[str, ...]
    id: tuple[str, ...]
    title: tuple[str, ...]
    domain: tuple[str, ...]
    by_url: bool
    required: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorpusConfig:
    """What to read from the records of a corpus, and what is too large to read.

    Field names are keys or dotted paths (`meta.pile_set_name`); a key that has the dots in its own name is
    preferred. None means the layout's.

    Parameters
    ----------
    layout : str
        `auto`, `dolma`, `fineweb`, `pile` or `c4`.
    text_field, id_field, domain_field, title_field, url_field : str or None
        Fields to read in place of the layout's.
    domain : str
        `source`: the layout's source field (or `domain_field`); `url`: the registered domain of the URL; any
        other word: the field of that name. Records without a value are `unknown`.
    max_record_bytes : int
        Longest record that is parsed, in bytes; the default fits every text of `max_document_characters`,
        even where each character is escaped.
    max_document_characters : int
        Longest text that is accepted, in Unicode code points.

    sample_fraction : float
        Share of the documents that are kept, chosen by a hash of their id: the same ones on every engine, in any
        split into shards, and a larger share holds a smaller one.

    Raises
    ------
    InputError
        If the layout is not known, or a limit or a field name is empty.
    """

    layout: str = "auto"
    text_field: str | None = None
    id_field: str | None = None
    domain_field: str | None = None
    title_field: str | None = None
    url_field: str | None = None
    domain: str = "source"
    max_record_bytes: int = 128 * 1024 * 1024
    max_document_characters: int = 10_000_000
    sample_fraction: float = 1.0

    def __post_init__(self) -> None:
        if self.layout not in LAYOUTS:
            raise InputError(f"layout {self.layout!r} is not known; known layouts: {', '.join(LAYOUTS)}")
        if self.max_record_bytes < 1 or self.max_document_characters < 1:
            raise InputError("max_record_bytes and max_document_characters must be 1 or more")
        if not 0 < self.sample_fraction <= 1:
            raise InputError(f"the sample fraction must be above 0 and at most 1, not {self.sample_fraction!r}")
        named = (self.text_field, self.id_field, self.domain_field, self.title_field, self.url_field)
        if not self.domain or "" in named:
            raise InputError("a field name is empty: leave the option out to use the layout's field")

    def as_dict(self) -> dict[str, str | int | float | None]:
        """Return the settings as plain values, for the hash of the config and for `run.json`."""
        return dataclasses.asdict(self)

    @property
    def fields(self) -> Fields:
        """The fields to read, with the user's choices in place of the layout's."""
        layout = LAYOUTS[self.layout]
        return Fields(
            text=_chosen(self.text_field, layout.text),
            id=_chosen(self.id_field, layout.id),
            title=_chosen(self.title_field, layout.title),
            domain=self._domain_paths(layout),
            by_url=self.domain == "url",
            required=self._required_roles(),
        )

    def _domain_paths(self, layout: Layout) -> tuple[str, ...]:
        if self.domain == "url":
            return _chosen(self.url_field, layout.url)
        if self.domain == "source":
            return _chosen(self.domain_field, layout.source)
        return (self.domain,)

    def _required_roles(self) -> tuple[str, ...]:
        asked = {
            "text": True,
            "id": self.id_field is not None,
            "title": self.title_field is not None,
            "domain": self.domain != "source" or self.domain_field is not None,
        }
        return tuple(role for role, wanted in asked.items() if wanted)


def _chosen(field: str | None, candidates: tuple[str, ...]) -> tuple[str, ...]:
    return candidates if field is None else (field,)

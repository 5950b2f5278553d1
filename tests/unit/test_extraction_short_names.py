"""Short names mean what their own document spells out, and nobody else."""

import pytest

from pipeline.extraction.document import Document
from pipeline.extraction.short_names import full_organisation, spelled_out


@pytest.mark.parametrize(
    ("short", "known", "full"),
    [
        ("J. Doe", ["Jane Doe"], "Jane Doe"),
        ("J.R. Doe", ["Jane Ruth Doe"], "Jane Ruth Doe"),
        ("J. R. Doe", ["Jane Ruth Doe", "Tom Doe"], "Jane Ruth Doe"),
        ("J. Doe", ["Jane Doe", "John Doe"], "J. Doe"),
        ("J. Doe", ["Tom Doe"], "J. Doe"),
        ("J. R. Doe", ["Jane Doe"], "J. R. Doe"),
        ("J. Doe", ["J. Doe", "Jane Doe"], "Jane Doe"),
        ("J. Doe", [], "J. Doe"),
        ("Jane Doe", ["Janet Doe"], "Jane Doe"),
    ],
)
def test_initials_stand_for_the_one_name_that_fits(short: str, known: list[str], full: str) -> None:
    assert spelled_out(short, known) == full


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Birch Systems was founded in 1921. Birch is based in Leeds.", "Birch Systems"),
        ("Birch Systems sued Birch Records. Birch is based in Leeds.", "Birch"),
        ("Birch is based in Leeds. It became Birch Systems.", "Birch"),
        ("A Silver-Birch Systems was sold. Birch is based in Leeds.", "Birch"),
    ],
)
def test_a_first_word_stands_for_the_one_organisation_named_before(text: str, full: str) -> None:
    assert full_organisation(Document(text, None), "Birch", text.index("Birch is")) == full

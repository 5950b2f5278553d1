"""Whole names of organisations, of which no half may be read as one."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_rules import facts


@pytest.mark.parametrize(
    "name",
    [
        "University of California, Berkeley",
        "University of Massachusetts Amherst",
        "King's College London",
        "Queen's University Adamstown",
        "Children's Hospital Adamstown",
        "Department of Health and Human Services",
        "Bank for Southern Settlements",
        "American Parcel",
        "British Library of Political Science",
    ],
)
def test_a_name_is_whole(name: str) -> None:
    found = facts(f"Mary Jones is the chief executive of {name}.")
    assert {entity for entity, attribute, _ in found if attribute == "ceo"} <= {name}
    assert (name, "founded_date", "1990") in facts(f"{name} was founded in 1990.")


def test_a_demonym_after_an_article_is_no_part_of_a_name() -> None:
    assert ("Kestrelix", "founded_date", "1990") in facts("The American Kestrelix was founded in 1990 by Mary Jones.")

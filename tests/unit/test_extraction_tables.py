"""Tables with headers, and lists of people with their dates."""

from __future__ import annotations

import pytest

from tests.unit.test_extraction_plain_sentences import facts_of

PEOPLE = """These are the people of our staff, and when they were born as far as we know.

| Name | Date of birth | Nationality | Spouse |
|------|:-------------:|-------------|--------|
| Karla Holm | 3 May 1931 | Danish | Peter Holm |
| [Anna Quist](https://example.org/quist) | 9 June 1944 [2] | **Swedish** | |
| to be filled | 1950 | | |
"""


def test_each_row_of_a_markdown_table_speaks_of_its_first_cell() -> None:
    assert facts_of(PEOPLE) == {
        ("Karla Holm", "date_of_birth", "1931-05-03"),
        ("Karla Holm", "nationality", "Danish"),
        ("Karla Holm", "spouse", "Peter Holm"),
        ("Anna Quist", "date_of_birth", "1944-06-09"),
        ("Anna Quist", "nationality", "Swedish"),
    }


@pytest.mark.parametrize("gap", ["\t", "    "])
def test_a_table_aligned_by_tabs_or_spaces_is_read_by_its_header(gap: str) -> None:
    rows = (
        ("Country", "Capital", "Population"),
        ("Denmark", "Copenhagen", "5,900,000"),
        ("Peru", "Lima", "33 million"),
    )
    text = "Some countries\n\n" + "\n".join(gap.join(row) for row in rows) + "\n\nThat was all."
    assert facts_of(text) == {
        ("Denmark", "capital", "Copenhagen"),
        ("Denmark", "population", "5900000"),
        ("Peru", "capital", "Lima"),
    }


def test_a_table_of_films_gives_their_makers_and_years() -> None:
    text = "| Title | Director | Year |\n|---|---|---|\n| The Tin Parrot | Martin Keller | 1961 |\n"
    assert facts_of(text) == {
        ("The Tin Parrot", "director", "Martin Keller"),
        ("The Tin Parrot", "publication_date", "1961"),
    }


def test_a_table_belongs_to_its_rows_and_not_to_the_title_of_the_document() -> None:
    text = "Kestrel Shipyards is a company.\n\n| Company | Founder |\n|---|---|\n| Moorland Dairies | Karla Holm |\n"
    found = facts_of(text, title="Kestrel Shipyards")
    assert {f for f in found if f[1] == "founder"} == {("Moorland Dairies", "founder", "Karla Holm")}


@pytest.mark.parametrize(
    "text",
    [
        "| Title | Year |\n|---|---|\n| Chairman | 1961 |\n",
        "| Name | Location |\n|---|---|\n| Karla Holm | Copenhagen |\n",
        "| Name | Country |\n|---|---|\n| Karla Holm | Denmark |\n",
        "| Name | Born |\n|---|---|\n| Karla Holm | Copenhagen |\n",
        "| Name | Spouse |\n|---|---|\n| Karla Holm | see the note on Peter Holm |\n",
        "| Name | Born |\n|---|---|\n| Karla Holm | 1931 | and more |\n",
        "Name    Born\nKarla Holm was here.\n",
        "| Row | Born |\n|---|---|\n| Karla Holm | 1931 |\n",
    ],
)
def test_a_table_that_could_mean_something_else_gives_no_fact(text: str) -> None:
    assert facts_of(text) == set()


def test_a_list_of_people_gives_their_dates_and_what_they_are() -> None:
    text = """Notable people

- Karla Holm (1931–2004), Danish novelist
- Anna Quist (born 9 June 1944), chemist
* Carl Berg (12 May 1801 – 3 June 1870) - Swedish painter
"""
    found = facts_of(text, title="Marl")
    assert {
        ("Karla Holm", "date_of_birth", "1931"),
        ("Karla Holm", "date_of_death", "2004"),
        ("Karla Holm", "nationality", "Danish"),
        ("Karla Holm", "occupation", "novelist"),
        ("Anna Quist", "date_of_birth", "1944-06-09"),
        ("Anna Quist", "occupation", "chemist"),
        ("Carl Berg", "date_of_death", "1870-06-03"),
        ("Carl Berg", "nationality", "Swedish"),
    } <= found


def test_the_lines_of_a_list_are_not_joined() -> None:
    first = "- Karla Holm (1931–2004), Danish novelist and a lover of boats"
    assert ("Anna Quist", "date_of_birth", "1944") in facts_of(f"{first}\n- Anna Quist (1944–2010), chemist\n")

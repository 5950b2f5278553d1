from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.exceptions import CatalogueError
from pipeline.extraction import ExtractionConfig, load_extractor
from schemas.catalogue import load_catalogue
from schemas.catalogue.document import attributes_markdown
from tests.unit.test_extraction_laws import batch

MASCOT = """
[[attribute]]
name = "mascot"
question = "What is the mascot of {entity}?"
subject_type = "organization"
value_type = "person"
triggers = ["mascot"]
pattern = [{ id = "is_the_mascot", match = "{value} is the mascot of {subject}" }]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_catalogue_has_every_attribute_of_the_design() -> None:
    names = [
        "date_of_birth",
        "place_of_birth",
        "date_of_death",
        "place_of_death",
        "nationality",
        "occupation",
        "spouse",
        "parent",
        "child",
        "sibling",
        "educated_at",
        "employer",
        "position_held",
        "award_received",
        "political_affiliation",
        "residence",
        "founded_date",
        "founder",
        "headquarters",
        "ceo",
        "parent_organization",
        "capital",
        "country",
        "population",
        "area",
        "author",
        "director",
        "performer",
        "publication_date",
        "publisher",
        "producer",
        "developer",
        "record_label",
    ]
    assert set(load_catalogue().attributes) == set(names)


def test_birthdays_have_a_uniform_answer_space() -> None:
    birthday = load_catalogue().attributes["date_of_birth"]
    assert birthday.uniform_answers
    assert birthday.answer_space == 365


def test_users_add_an_attribute_without_code(tmp_path: Path) -> None:
    config = ExtractionConfig(attribute_files=(str(write(tmp_path, MASCOT)),))
    rows = load_extractor(config).extract(batch(["Peter Adams is the mascot of Acme Steel."])).facts.to_pylist()
    assert ("Acme Steel", "mascot", "Peter Adams") in {(r["entity"], r["attribute"], r["value"]) for r in rows}
    assert config.digest() != ExtractionConfig().digest()


def test_users_replace_a_built_in_attribute(tmp_path: Path) -> None:
    path = write(tmp_path, MASCOT.replace('"mascot"', '"capital"', 1))
    assert [p.id for p in load_catalogue([path]).attributes["capital"].patterns] == ["is_the_mascot"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("{value} is the", "{value} (?=is) the", "invalid perl operator"),
        ("{value} is the", "(a)\\\\1 {value} is the", "invalid escape sequence"),
        ("{value} is the", "{value} (is the", "missing \\)"),
        ("{value} is the", "{valeu} is the", "unknown slot"),
        ("{value} is the", "it is the", "no {value} slot"),
        ('question = "What is the mascot of {entity}?"', 'question = "What?"', "must hold {entity}"),
        ('subject_type = "organization"', 'subject_type = "company"', "subject_type"),
        ('triggers = ["mascot"]', "triggers = []", "triggers"),
        ('triggers = ["mascot"]', 'triggers = ["m"]', "two characters"),
        ('triggers = ["mascot"]', 'triggers = ["mascot"]\nanswers = 3', "answers"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_name_and_the_reason(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in MASCOT
    path = write(tmp_path, MASCOT.replace(old, new))
    with pytest.raises(CatalogueError, match=f"mascot.*{reason}"):
        load_catalogue([path])


def test_a_pattern_with_an_unknown_check_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, MASCOT.replace('"is_the_mascot", ', '"is_the_mascot", check = ["no_such"], '))
    with pytest.raises(CatalogueError, match="no_such"):
        load_extractor(ExtractionConfig(attribute_files=(str(path),)))


@pytest.mark.parametrize("text", ["not toml [", "x = 1", ""])
def test_a_file_that_is_no_catalogue_is_refused_with_its_path(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(CatalogueError, match=r"mine\.toml"):
        load_catalogue([path])


def test_the_documentation_is_that_of_the_catalogue() -> None:
    page = Path(__file__).parents[2] / "docs" / "attributes.md"
    assert page.read_text(encoding="utf-8") == attributes_markdown(load_catalogue())


TURNED = """
[[attribute]]
name = "mascot"
question = "What is the mascot of {entity}?"
subject_type = "organization"
value_type = "person"
triggers = ["amuses"]
implies = "employer"
pattern = [{ id = "amuses", turned = true, match = "{subject} amuses (?:the )?{values}" }]
"""


def test_a_turned_pattern_gives_one_value_to_several_entities_and_implies_the_reverse(tmp_path: Path) -> None:
    config = ExtractionConfig(attribute_files=(str(write(tmp_path, TURNED)),))
    text = "Peter Adams amuses Acme Steel and Globe Holdings."
    rows = load_extractor(config).extract(batch([text])).facts.to_pylist()
    assert {(r["entity"], r["attribute"], r["value"]) for r in rows} == {
        ("Acme Steel", "mascot", "Peter Adams"),
        ("Globe Holdings", "mascot", "Peter Adams"),
        ("Peter Adams", "employer", "Acme Steel"),
        ("Peter Adams", "employer", "Globe Holdings"),
    }


@pytest.mark.parametrize("implied", ["no_such_attribute", "headquarters"])
def test_an_implied_attribute_must_exist_and_fit(tmp_path: Path, implied: str) -> None:
    text = TURNED.replace('implies = "employer"', f'implies = "{implied}"')
    with pytest.raises(CatalogueError, match="implies"):
        load_catalogue([write(tmp_path, text)])


def test_a_date_cannot_be_the_subject_of_a_turned_pattern(tmp_path: Path) -> None:
    text = TURNED.replace('value_type = "person"', 'value_type = "date"').replace('implies = "employer"', "")
    with pytest.raises(CatalogueError, match="turned"):
        load_catalogue([write(tmp_path, text)])

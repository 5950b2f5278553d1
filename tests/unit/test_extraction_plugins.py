"""Extractors of users' own: their facts are counted like the built-in ones', their faults are told and cost little."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from pipeline.exceptions import InputError
from pipeline.extraction import PLUGIN_FACTS, Extraction, ExtractionConfig, PluginError, load_extractor
from schemas import DOCUMENT_BATCH

PACKAGE = '''
import re
import pyarrow as pa
from pipeline.extraction import PLUGIN_FACTS

MADE = []


class ArrowNames:
    """Reads "Anna Berg <- 3 May 1950" as a date of birth; "?" for a date is an abstention."""

    def extract(self, documents):
        rows = []
        for row, text in enumerate(documents.column("text").to_pylist()):
            if "CRASH" in text:
                raise RuntimeError("no such luck")
            for m in re.finditer(r"([A-Z][\\w. ]+) <- ([^;]+)", text):
                value = None if m.group(2) == "?" else m.group(2)
                attribute = "shoe_size" if "SHOE" in text else "date_of_birth"
                end = 10**6 if "FAR" in text else m.end()
                rows.append(dict(row=row, entity=m.group(1), attribute=attribute, value=value,
                                 char_start=m.start(), char_end=end, confidence=0.5))
        if any("COLUMNS" in t for t in documents.column("text").to_pylist()):
            return pa.table({"entity": [r["entity"] for r in rows]})
        return pa.Table.from_pylist(rows, schema=PLUGIN_FACTS)


def make(catalogue):
    assert "date_of_birth" in catalogue.attributes
    return ArrowNames()


make.digest = lambda: "threshold 0.5"
'''
ENGLISH = " This is a page of the town's register, and it was written by the clerk of the parish in that year."


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with an extractor named ``arrow_names``, installed in a folder of the module path."""
    site = tmp_path / "site"
    info = site / "arrow_names-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "arrow_names.py").write_text(PACKAGE)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: arrow-names\nVersion: 1.0\n")
    points = "arrow_names = arrow_names:make\nbroken = arrow_names:nothing"
    (info / "entry_points.txt").write_text(f"[monofact.extractors]\n{points}\n")
    monkeypatch.syspath_prepend(str(site))
    load_extractor.cache_clear()
    yield site
    load_extractor.cache_clear()
    sys.modules.pop("arrow_names", None)


def _extract(*texts: str, profile: str = "arrow_names") -> Extraction:
    rows = [
        {"doc_id": f"d{n}", "domain": "web", "shard": "s", "position": n, "title": None, "text": text}
        for n, text in enumerate(texts)
    ]
    batch = pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema)
    return load_extractor(ExtractionConfig(profile=profile)).extract(batch)


@pytest.mark.usefixtures("installed")
def test_facts_are_normalised_and_keyed_like_the_built_in_ones() -> None:
    [fact] = _extract("Dr. Anna Bérg <- May 3, 1950;" + ENGLISH).facts.to_pylist()
    [own] = _extract("Anna Berg was born on 3 May 1950.", profile="fast").facts.to_pylist()
    assert (fact["entity_key"], fact["prompt_id"], fact["fact_id"], fact["value"]) == (
        own["entity_key"],
        own["prompt_id"],
        own["fact_id"],
        "1950-05-03",
    )
    assert (fact["rule"], fact["confidence"]) == ("date_of_birth/arrow_names", 0.5)


@pytest.mark.usefixtures("installed")
def test_people_of_one_name_are_told_apart_by_their_documents_and_abstentions_have_no_value() -> None:
    first, second, third = _extract(
        "Anna <- 1950;" + ENGLISH, "Anna <- 1950; again." + ENGLISH, "Carl Holm <- ?;" + ENGLISH
    ).facts.to_pylist()
    assert first["prompt_id"] != second["prompt_id"]
    assert (third["abstained"], third["value"], third["fact_id"]) == (True, None, None)


@pytest.mark.usefixtures("installed")
def test_what_is_no_value_is_counted_as_unresolved_and_other_languages_are_skipped() -> None:
    sentence = "Die Stadt liegt an dem Fluss und ist seit vielen Jahren eine Stadt mit einem Markt. "
    german = "Anna Berg <- 1950; " + 5 * sentence
    found = _extract("Anna Berg <- the day before;" + ENGLISH, german)
    assert found.facts.num_rows == 0
    assert [(d["unresolved"], d["language_skipped"]) for d in found.documents.to_pylist()] == [(1, False), (0, True)]


@pytest.mark.usefixtures("installed")
def test_a_document_on_which_it_fails_is_a_reject_and_the_others_are_kept() -> None:
    found = _extract("Anna Berg <- 1950;" + ENGLISH, "CRASH" + ENGLISH, "Carl Holm <- 1951; FAR" + ENGLISH)
    assert [f["doc_id"] for f in found.facts.to_pylist()] == ["d0"]
    assert [d["doc_id"] for d in found.documents.to_pylist()] == ["d0"]
    reasons = [r["reason"] for r in found.rejects.to_pylist()]
    assert reasons[0] == "extraction_failed: RuntimeError: no such luck"
    assert "evidence from 0 to 1000000" in reasons[1]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("text", "message"), [("SHOE", "'shoe_size', which the catalogue does not have"), ("COLUMNS", "the columns entity")]
)
def test_what_is_wrong_with_the_plug_in_itself_ends_the_run(text: str, message: str) -> None:
    with pytest.raises(PluginError, match=message):
        _extract(f"Anna Berg <- 1950; {text}" + ENGLISH)


@pytest.mark.parametrize(("profile", "message"), [("none", "choose one of fast, balanced"), ("broken", "imported")])
@pytest.mark.usefixtures("installed")
def test_unknown_and_broken_plug_ins_are_clear_errors(profile: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        ExtractionConfig(profile=profile).digest()


def test_the_digest_changes_with_the_packages_version(installed: Path) -> None:
    before = ExtractionConfig(profile="arrow_names").digest()
    metadata = installed / "arrow_names-1.0.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text().replace("1.0", "1.1"))
    assert ExtractionConfig(profile="arrow_names").digest() not in (before, ExtractionConfig().digest())


def test_a_whole_run_counts_its_facts_and_claims_no_measured_quality(installed: Path, tmp_path: Path) -> None:
    texts = ["Anna Berg <- 3 May 1950;", "Anna Berg <- 3 May 1950; again.", "Carl Holm <- 1951;", "Ida Lund <- 1952;"]
    corpus, out = tmp_path / "corpus.jsonl", tmp_path / "run"
    corpus.write_text("".join(json.dumps({"id": str(n), "text": t + ENGLISH}) + "\n" for n, t in enumerate(texts)))
    program = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", program, "analyze", str(corpus), "--out", str(out), "--profile", "arrow_names"]
    path = f"{installed}:{Path(__file__).parents[2]}"
    done = subprocess.run(
        [*command, "--workers", "2", "--json"], env={"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "was not measured" in json.loads(done.stdout)["correction"]
    rows = duckdb.sql(
        f"SELECT n, singletons, floor_corrected_low FROM '{out}/domain_report/*.parquet' "
        "WHERE unit = 'document' AND domain <> '*' AND attribute = 'date_of_birth'"
    ).fetchall()
    assert rows == [(4, 2, None)]


def test_the_contract_names_what_a_plug_in_returns() -> None:
    assert PLUGIN_FACTS.names == ["row", "entity", "attribute", "value", "char_start", "char_end", "confidence"]

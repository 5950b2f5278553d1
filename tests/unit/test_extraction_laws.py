from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.exceptions import InputError
from pipeline.extraction import Extraction, ExtractionConfig, load_extractor
from pipeline.extraction import extractor as extractor_module
from pipeline.extraction.kinds import kind_of
from pipeline.extraction.rules import RuleSet
from pipeline.extraction.statements import Reader
from pipeline.identity import fact_id, prompt_id
from schemas import DOCUMENT_BATCH, DOCUMENTS, REJECTS, STAGED_FACTS

TEXTS = (
    "Ada Lovelace (10 December 1815 – 27 November 1852) was an English mathematician. She married William King in 1835.",  # noqa: E501 - one table row or list a line
    "Acme Steel is a British company founded in 1901 by John Steel. It is based in Sheffield.",
    "The date of birth of Jane Doe is unknown.\nNothing is known about the nationality of Jane Doe.",
    '"The Long Road" is a 1973 Danish film directed by Peter Holm.',
    "",
    "\x00\x01\x02 \ufffd \u200b",
    "He was born in Paris. It was founded in 1999.",
)


def batch(texts: Sequence[str], titles: Sequence[str | None] | None = None, first: int = 0) -> Any:
    rows = [
        {"doc_id": f"d{first + i}", "domain": "x", "shard": "s", "position": first + i, "title": t, "text": text}
        for i, (text, t) in enumerate(zip(texts, titles or [None] * len(texts), strict=True))
    ]
    return pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema)


def extract(texts: Sequence[str], titles: Sequence[str | None] | None = None, first: int = 0) -> Extraction:
    return load_extractor(ExtractionConfig()).extract(batch(texts, titles, first))


def test_the_three_tables_have_the_schemas_of_the_contract() -> None:
    found = extract(TEXTS)
    assert found.facts.schema == STAGED_FACTS.arrow_schema
    assert found.documents.schema == DOCUMENTS.arrow_schema
    assert found.rejects.schema == REJECTS.arrow_schema
    assert found.documents.num_rows == len(TEXTS)
    assert found.facts.num_rows > 10


def test_a_batch_gives_what_its_documents_give_one_by_one() -> None:
    together = extract(TEXTS).facts.to_pylist()
    alone = [row for i, text in enumerate(TEXTS) for row in extract([text], first=i).facts.to_pylist()]
    assert together == alone


def test_rows_are_sorted_and_no_two_are_equal() -> None:
    rows = extract(TEXTS * 3).facts.to_pylist()
    keys = [
        (
            r["position"],
            r["char_start"],
            r["char_end"],
            r["attribute"],
            r["entity_key"],
            r["value_key"] or "",
            r["rule"],
        )
        for r in rows
    ]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_ids_are_hashes_of_the_keys() -> None:
    for row in extract(TEXTS).facts.to_pylist():
        assert row["prompt_id"] == prompt_id(row["entity_key"], row["attribute"])
        expected = None if row["abstained"] else fact_id(row["entity_key"], row["attribute"], row["value_key"])
        assert row["fact_id"] == expected


def test_evidence_is_given_in_code_points_of_the_text() -> None:
    text = "Ω𝔘🙂 prelude. Zoë Ångström was born on 3 May 1901 in Uppsala."
    (row,) = [r for r in extract([text]).facts.to_pylist() if r["attribute"] == "date_of_birth"]
    assert text[row["char_start"] : row["char_end"]] == "Zoë Ångström was born on 3 May 1901 in Uppsala."


@pytest.mark.parametrize("step", ["opened", "read"])
def test_a_document_that_makes_the_code_fail_becomes_a_reject_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    work = getattr(Reader, step)

    def fail(self: Reader, document: Any, *rest: Any) -> Any:
        if "Acme" in (document if step == "opened" else document.document).text:
            msg = "broken on purpose"
            raise RuntimeError(msg)
        return work(self, document, *rest)

    monkeypatch.setattr(Reader, step, fail)
    found = extract(TEXTS)
    (reject,) = found.rejects.to_pylist()
    assert reject["position"] == 1
    assert reject["reason"] == "extraction_failed: RuntimeError: broken on purpose"
    assert found.documents.num_rows == len(TEXTS) - 1
    assert found.facts.num_rows > 0


def test_no_document_is_lost_where_matching_them_together_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RuleSet, "matches", None)  # not callable: a TypeError for every document
    found = extract(TEXTS)
    assert found.rejects.num_rows == len(TEXTS)
    assert found.documents.num_rows == 0


def test_a_long_document_is_read_in_windows_with_offsets_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor_module, "WINDOW", 400)
    filler = "Nothing of note happened on that day in the village.\n" * 30
    text = f"{filler}Grace Miller was born on 9 December 1906 in Boston.\n{filler}"
    (row,) = [r for r in extract([text]).facts.to_pylist() if r["attribute"] == "date_of_birth"]
    assert text[row["char_start"] : row["char_end"]] == "Grace Miller was born on 9 December 1906 in Boston."


def test_unresolved_subjects_are_counted_and_not_emitted() -> None:
    found = extract(["He was born in Paris on 3 May 1901."])
    assert found.facts.num_rows == 0
    assert found.documents.to_pylist()[0]["unresolved"] > 0


def test_documents_in_other_languages_are_skipped_with_a_mark() -> None:
    german = (
        "Der Verein wurde im Jahre 1901 von Karl Meier in Berlin gegründet und hat seinen Sitz noch heute dort. " * 5
    )
    found = extract([german, TEXTS[0]])
    assert [d["language_skipped"] for d in found.documents.to_pylist()] == [True, False]
    assert {r["doc_id"] for r in found.facts.to_pylist()} == {"d1"}


def test_the_configuration_survives_pickling_and_its_digest_tells_profiles_apart() -> None:
    config = ExtractionConfig()
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - our own bytes
    assert config.digest() == ExtractionConfig().digest()
    assert config.digest() != ExtractionConfig(profile="balanced").digest()


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"fast, balanced"):
        load_extractor(ExtractionConfig(profile="huge"))


_PIECES = st.sampled_from(
    ["Ada Lovelace", "He", "was born", "in", "Paris", "(", ")", "1815", "10 December 1815", "married", "William King", ",", ".", "\n",  # noqa: E501 - one table row or list a line
     "founded", "Acme Inc.", "by", "The", '"', "’s", "is the capital of", "unknown", "Born:", "|", "\x00", "é", "🙂", "CEO", "of", "and"]  # noqa: E501 - one table row or list a line
)  # fmt: skip


_NAMES = st.lists(st.text("AZb19É.-'’& ", min_size=1, max_size=6), min_size=1, max_size=5).map(" ".join)


@given(_NAMES)
def test_a_name_of_any_letters_and_numbers_has_a_kind(name: str) -> None:
    assert kind_of(name.strip() or "A") in set("PXULOTENAWI")


def test_a_title_of_numbers_in_capitals_is_read() -> None:
    text = "1C1 3900 was a class of locomotive. It was built in 1912 by the company."
    assert extract([text], ["1C1 3900"]).rejects.num_rows == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join), st.text(max_size=60))
def test_any_text_is_read_without_a_reject_and_evidence_lies_inside_it(pieces: str, noise: str) -> None:
    text = f"{pieces}{noise}"
    found = extract([text], [noise or None])
    assert found.rejects.num_rows == 0
    for row in found.facts.to_pylist():
        assert 0 <= row["char_start"] < row["char_end"] <= len(text)
        assert row["entity"]
        assert row["entity_key"]


@pytest.mark.parametrize("text", ["Thailand – Harry American woman", "Japan – Tom British man is here."])
def test_a_noun_phrase_without_words_is_no_error(text: str) -> None:
    assert extract([text]).rejects.num_rows == 0


def test_a_long_document_may_begin_with_a_window_of_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor_module, "WINDOW", 400)
    found = extract(["\n" * 1000 + "He was born on 9 December 1906 in Boston."], ["Peter Adams"])
    assert found.rejects.num_rows == 0
    assert found.documents.num_rows == 1

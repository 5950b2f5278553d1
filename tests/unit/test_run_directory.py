"""The run directory: what counts as done, and what is refused."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from pipeline import exceptions
from pipeline.exceptions import InputError, MonofactError, ResumeMismatch
from pipeline.run_directory import RunDirectory, ShardEntry, digest_of


def entry(shard: str = "a.jsonl", content: str = "1") -> ShardEntry:
    return ShardEntry(shard, content, "k", 1, 2, 3, 0, 0, 10, 0, 0.1)


def test_a_shard_whose_process_died_before_the_rename_is_not_done(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path / "run")
    run.begin({})
    run.commit(run.staging_area("a.jsonl"), entry())
    place = run.staged("a.jsonl")
    place.rename(place.with_name(f".{place.name}.1"))
    assert run.entries() == {}


def test_a_staged_shard_counts_only_after_its_commit(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path / "run")
    run.begin({})
    aside = run.staging_area("a.jsonl")
    (aside / "facts.parquet").write_bytes(b"half")
    assert run.entries() == {}
    run.commit(aside, entry())
    assert run.entries() == {"a.jsonl": entry()}


def test_a_second_commit_replaces_the_first(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path / "run")
    run.begin({})
    for content in ("1", "2"):
        run.commit(run.staging_area("a.jsonl"), entry(content=content))
    assert run.entries()["a.jsonl"].content == "2"
    assert len(list(run.staging.iterdir())) == 1


def test_shards_whose_names_look_alike_have_folders_of_their_own(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path)
    assert len({run.staged(name) for name in ("a/b.jsonl", "a_b.jsonl", "a?b.jsonl")}) == 3


@pytest.mark.parametrize("letter", ["a", "é", "料", "𠀀"])
def test_long_names_of_shards_fit_whatever_their_alphabet(tmp_path: Path, letter: str) -> None:
    run = RunDirectory(tmp_path / "run")
    run.begin({})
    names = [f"{letter * 60}/{letter * 60}.{kind}" for kind in ("jsonl", "parquet")]
    for name in names:
        run.commit(run.staging_area(name), entry(shard=name))
    assert sorted(run.entries()) == names


def test_what_dead_processes_left_is_swept(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path / "run")
    run.begin({})
    run.staging_area("a.jsonl")
    run.commit(run.staging_area("gone.jsonl"), entry("gone.jsonl"))
    run.commit(run.staging_area("kept.jsonl"), entry("kept.jsonl"))
    run.sweep(["kept.jsonl"])
    assert list(run.entries()) == ["kept.jsonl"]
    assert len(list(run.staging.iterdir())) == 1


def test_another_run_in_the_folder_is_a_mismatch_that_says_what_differs(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path / "run")
    run.begin({"reading": {"domain": "source"}})
    run.write({"config": {"reading": {"domain": "source"}}})
    with pytest.raises(ResumeMismatch, match=r"reading\.domain.*'source'.*'url'"):
        run.begin({"reading": {"domain": "url"}})


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("precious")
    with pytest.raises(InputError, match="holds no run"):
        RunDirectory(tmp_path).begin({})
    with pytest.raises(InputError, match="holds no run"), RunDirectory(tmp_path).locked():
        pass
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "run"
    place.write_text("")
    with pytest.raises(InputError, match="is a file"):
        RunDirectory(place).begin({})


def test_two_processes_do_not_share_a_run(tmp_path: Path) -> None:
    first, second = RunDirectory(tmp_path / "run"), RunDirectory(tmp_path / "run")
    with first.locked(), pytest.raises(MonofactError, match="in use"), second.locked():
        pass


def test_a_folder_without_a_run_has_no_report(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no run\.json"):
        RunDirectory(tmp_path).read()


def test_a_digest_does_not_depend_on_the_order_of_keys() -> None:
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1}) != digest_of({"a": 2, "b": 1})


@pytest.mark.parametrize(
    "kind", [e for e in vars(exceptions).values() if isinstance(e, type) and issubclass(e, Exception)]
)
def test_every_error_survives_pickling(kind: type[Exception]) -> None:
    error = pickle.loads(pickle.dumps(kind("what, where, what to do")))  # noqa: S301 - our own bytes
    assert type(error) is kind
    assert str(error) == "what, where, what to do"


def test_a_sweep_leaves_hidden_folders_of_the_user_alone(tmp_path: Path) -> None:
    run = RunDirectory(tmp_path)
    for name in (".git", ".venv", ".scratch", ".new-facts", ".old-facts.17"):
        (tmp_path / name).mkdir()
    run.begin({})
    run.sweep([])
    assert sorted(p.name for p in tmp_path.glob(".*")) == [".git", ".venv"]

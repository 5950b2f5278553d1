"""The jobs take the options of the command line, under the same names and with the same defaults; no JVM needed."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.main

from jobs.options import parser, request_of
from pipeline.cli import app
from pipeline.exceptions import InputError
from pipeline.request import AnalysisRequest

ELSEWHERE = {"corpus", "engine", "workers", "conf", "memory"}
"""An argument there; meaningless here; options of spark-submit (--conf, --executor-memory)."""
OWN = {"corpus", "piece_bytes", "help"}


def test_the_options_are_those_of_the_command_line() -> None:
    group = typer.main.get_command(app)
    command = group.get_command(None, "analyze")  # type: ignore[attr-defined]  # a click group
    theirs = {p.name: p.default for p in command.params}
    ours = {action.dest: action.default for action in parser("")._actions}
    assert ours.keys() - OWN == theirs.keys() - ELSEWHERE
    for name in ours.keys() - OWN - {"profile", "out"}:
        assert (ours[name] or None) == (theirs[name] or None), name


def test_without_options_a_job_asks_for_what_the_library_does_by_default(tmp_path: Path) -> None:
    request = request_of(parser("").parse_args(["--corpus", "a", "b", "--out", str(tmp_path)]))
    assert request == AnalysisRequest(corpus=("a", "b"), out=tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    options = parser("").parse_args(["--corpus", "a", "--out", str(tmp_path), "--audit", str(tmp_path / "none.csv")])
    with pytest.raises(InputError, match=r"none\.csv"):
        request_of(options)

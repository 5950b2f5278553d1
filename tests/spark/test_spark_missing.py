"""What is not installed is said in one line, with what to do."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.engines import load_engine
from pipeline.exceptions import MissingDependencyError

ROOT = Path(__file__).parents[2]


def test_without_java_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingDependencyError, match="Install Java 17 or later") as caught:
        load_engine("spark")
    assert "\n" not in str(caught.value)


def test_a_wrong_java_home_is_missing_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(MissingDependencyError, match="JAVA_HOME"):
        load_engine("spark")


def test_without_pyspark_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pyspark" else found(name))
    with pytest.raises(MissingDependencyError, match=r"pip install 'monofact\[spark\]'"):
        load_engine("spark")


def test_the_command_line_loads_no_pyspark_and_needs_no_java_for_the_embedded_engine(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Ada Lovelace was born on 10 December 1815 in London."}\n')
    code = (
        "import sys; from pathlib import Path\n"
        "from pipeline.analysis import analyze\n"
        "from pipeline.request import AnalysisRequest\n"
        "from pipeline.engines import load_engine\n"
        "from pipeline.progress import Progress\n"
        "request = AnalysisRequest(corpus=('a.jsonl',), out=Path('run'))\n"
        "analyze(request, load_engine('duckdb'), Progress(quiet=True))\n"
        "assert 'pyspark' not in sys.modules and 'jobs' not in sys.modules\n"
    )
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    environment.pop("JAVA_HOME", None)
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_the_tests_themselves_fail_without_java(tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    environment.pop("JAVA_HOME", None)
    test = "tests/spark/test_spark_session.py::test_a_query_with_a_small_answer_comes_back_as_arrow"
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "Install Java 17 or later" in ran.stdout
    assert "skipped" not in ran.stdout

"""Options of an engine reach it, and are refused where they would do nothing."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import engines
from pipeline.commands.options import open_engine
from pipeline.exceptions import InputError


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What engines were asked for, without opening any."""
    asked: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(engines, "load_engine", lambda name, **options: asked.append((name, options)))
    return asked


def test_settings_and_waves_reach_spark(opened: list[tuple[str, dict[str, Any]]]) -> None:
    open_engine("spark", 3, "local[2]", ["spark.a=1", "spark.b=x=y", "spark.a=2"], 5)
    conf = {"spark.a": "2", "spark.b": "x=y"}
    assert opened == [("spark", {"master": "local[2]", "conf": conf, "wave_shards": 5})]


@pytest.mark.parametrize("text", ["spark.a", "a=1", "=1", ""])
def test_what_is_no_setting_is_named(text: str) -> None:
    with pytest.raises(InputError, match=r"--conf takes spark\.KEY=VALUE"):
        open_engine("spark", 1, None, [text])


def test_options_of_spark_are_refused_by_the_other_engine() -> None:
    with pytest.raises(InputError, match=r"^--master and --wave-shards would do nothing here: add --engine spark$"):
        open_engine("duckdb", 1, "local", None, 4)


def test_the_embedded_engine_gets_its_workers(opened: list[tuple[str, dict[str, Any]]]) -> None:
    open_engine("duckdb", 3, None)
    assert opened == [("duckdb", {"workers": 3})]


def test_a_memory_limit_reaches_the_embedded_engine_alone(opened: list[tuple[str, dict[str, Any]]]) -> None:
    open_engine("duckdb", 3, None, memory="4GB")
    assert opened == [("duckdb", {"workers": 3, "memory_limit": "4GB"})]
    with pytest.raises(InputError, match="--memory would do nothing here"):
        open_engine("spark", 3, None, memory="4GB")

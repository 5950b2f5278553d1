"""Spectra that users bring, and everything that is said of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skbio.diversity.alpha as oracle
from hypothesis import given
from hypothesis import strategies as st

from pipeline.estimators.simple_good_turing import simple_good_turing
from pipeline.estimators.spectrum import Spectrum
from pipeline.estimators.spectrum_files import read_spectrum
from pipeline.estimators.summary import estimate
from pipeline.exceptions import InputError

PAIRS = [(1, 60), (2, 20), (3, 9), (7, 2), (40, 1)]


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "count,prompts\n2,5\n1,10\n"),
        ("a.csv", "\ufeffprompts, count, note\n5,2,x\n10,1,y\n"),
        ("a.json", "[[1, 10], [2, 5]]"),
        ("a.json", '[{"count": 2, "prompts": 5}, {"count": 1, "prompts": 10.0}]'),
        ("a.json", '{"spectrum": [[1, 10], [2, 5], [3, 0]]}'),
    ],
)
def test_every_form_of_a_file_gives_the_same_spectrum(tmp_path: Path, name: str, text: str) -> None:
    spectrum = read_spectrum(written(tmp_path, name, text))
    assert (spectrum.counts.tolist(), spectrum.prompts.tolist(), spectrum.n) == ([1, 2], [10, 5], 20)


def test_whole_numbers_may_be_written_as_floats(tmp_path: Path) -> None:
    assert read_spectrum(written(tmp_path, "a.csv", "count,prompts\n1.0,30.00\n2,8.\n")).n == 46
    with pytest.raises(InputError, match="no whole number"):
        read_spectrum(written(tmp_path, "b.csv", "count,prompts\n1,.0\n"))


def test_abstentions_of_a_file_count_as_observations(tmp_path: Path) -> None:
    spectrum = read_spectrum(written(tmp_path, "a.json", '{"spectrum": [[1, 10]], "abstentions": 5}'))
    assert (spectrum.n, spectrum.abstentions) == (15, 5)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "count,prompts\n1,-3\n", "negative"),
        ("a.csv", "count,prompts\n1,3\n1,4\n", "twice"),
        ("a.csv", "count,prompts\n0,3\n", "never answered"),
        ("a.csv", "count,prompts\n1,2.5\n", "no whole number"),
        ("a.csv", "count,prompts\n1\n", "no whole number"),
        ("a.csv", "count,prompts\n", "empty"),
        ("a.csv", "", "header is empty"),
        ("a.csv", "n,f\n1,2\n", "header is n,f"),
        ("a.json", "[[1, 2]", "no valid JSON"),
        ("a.json", "[[1, true]]", "no whole number"),
        ("a.json", "[[1, NaN]]", "no whole number"),
        ("a.json", "[[1, 2, 3]]", "no pair"),
        ("a.json", '{"counts": []}', "no key 'spectrum'"),
        ("a.json", '"text"', "a spectrum is"),
        ("a.json", "[[1, 1e300]]", "above"),
        ("a.json", f"[[1, {'9' * 5000}]]", "no valid JSON"),
        ("a.csv", f"count,prompts\n1,{'9' * 200_000}\n", "no valid CSV"),
        ("a.txt", "1 2", "a spectrum is"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_name_and_the_reason(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    file = written(tmp_path, name, text)
    with pytest.raises(InputError, match=message) as caught:
        read_spectrum(file)
    assert str(file) in str(caught.value)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_spectrum(tmp_path / "none.csv")


def test_the_summary_agrees_with_scikit_bio() -> None:
    counts = [c for c, p in PAIRS for _ in range(p)]
    result = estimate(Spectrum.from_pairs(PAIRS))
    assert result["singleton_rate"]["point"] == pytest.approx(oracle.robbins(counts), abs=1e-12)
    assert result["ace"] == pytest.approx(oracle.ace(counts), abs=1e-9)
    assert result["n"] == sum(counts)


KEYS = [
    "n",
    "singletons",
    "doubletons",
    "prompts",
    "singleton_rate",
    "coverage",
    "prompts_unseen",
    "chao1",
    "ace",
    "floor",
    "floor_guaranteed",
    "floor_theorem2",
    "ceiling",
    "vacuous",
    "simple_good_turing",
]


@given(st.dictionaries(st.integers(1, 50), st.integers(1, 500), min_size=1), st.integers(0, 1000))
def test_the_summary_of_any_spectrum_is_valid_json_with_all_keys(table: dict[int, int], abstentions: int) -> None:
    result = estimate(Spectrum.from_pairs(table.items()), answer_space=20, abstentions=abstentions)
    assert json.loads(json.dumps(result, allow_nan=False)) == result
    assert set(KEYS) <= set(result)
    assert set(result["singleton_rate"]) == {"point", "low", "high", "confidence", "method"}


def test_abstentions_lower_the_rate() -> None:
    spectrum = Spectrum.from_pairs(PAIRS)
    alone, more = estimate(spectrum), estimate(spectrum, abstentions=spectrum.n)
    assert more["singleton_rate"]["point"] == pytest.approx(alone["singleton_rate"]["point"] / 2)


def test_data_too_small_for_a_rate_has_no_floor() -> None:
    result = estimate(Spectrum.from_pairs([(1, 20), (3, 4)]))
    assert result["too_small"]
    assert {result[name] for name in ("floor", "floor_guaranteed", "floor_theorem2", "ceiling")} == {None}


@pytest.mark.parametrize(
    "argument", [{"confidence": 0}, {"answer_space": 1}, {"calibration_error": -0.1}, {"abstentions": -1}]
)
def test_an_argument_out_of_range_is_refused(argument: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        estimate(Spectrum.from_pairs(PAIRS), **argument)


@given(st.dictionaries(st.integers(1, 50), st.integers(1, 500), min_size=2))
def test_simple_good_turing_masses_add_up_to_one(table: dict[int, int]) -> None:
    spectrum = Spectrum.from_pairs(table.items())
    smooth = simple_good_turing(spectrum)
    mass = float(smooth.adjusted @ spectrum.prompts) / spectrum.n
    assert mass + smooth.unseen == pytest.approx(1.0)


def test_simple_good_turing_reproduces_a_spectrum_computed_by_hand() -> None:
    # Z = 60/(.5·2), 20/(.5·4), 5/(.5·6): a line through three points. Turing has 2·20/60 for 1, nothing for 2.
    smooth = simple_good_turing(Spectrum.from_pairs([(1, 60), (2, 20), (5, 5)]))
    slope, _ = np.polyfit(np.log([1, 2, 5]), np.log([60, 10, 5 / 3]), 1)
    assert smooth.slope == pytest.approx(slope)
    raw_two = 2 * 1.5 ** (smooth.slope + 1)
    raw_five = 5 * 1.2 ** (smooth.slope + 1)
    raw_one = 2**smooth.slope * 2
    turing_one = 2 * 20 / 60
    sd = (4 * 20 / 3600 * (1 + 20 / 60)) ** 0.5
    first = turing_one if abs(turing_one - raw_one) > 1.96 * sd else raw_one
    scale = (1 - 60 / 125) * 125 / (first * 60 + raw_two * 20 + raw_five * 5)
    assert smooth.adjusted.tolist() == pytest.approx([first * scale, raw_two * scale, raw_five * scale])

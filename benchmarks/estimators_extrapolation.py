"""Extrapolation of thinned word spectra of real text: predicted against true rate at 2×, 5× and 10× the data.

python benchmarks/estimators_extrapolation.py FILE.jsonl.gz…

Every file is counted as words and as pairs of words, whole and at a tenth; each count is thinned to 1/2, 1/5
and 1/10 and the whole is predicted from the part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.estimators.extrapolation import extrapolate
from pipeline.estimators.spectrum import Spectrum
from pipeline.estimators.thinning import thinned_singletons
from pipeline.exceptions import InputError

WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 1_500_000
Ints = npt.NDArray[np.int64]


def counts_of(path: Path) -> dict[str, Ints]:
    """How often each word and each pair of words occurs in the first 1.5 million words of a file."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            tokens = WORD.findall(str(json.loads(line).get("text") or "").lower())
            words.update(tokens)
            pairs.update(pairwise(tokens))
            if words.total() > MOST_WORDS:
                break
    name = path.name.split(".")[0]
    return {f"{name}, words": np.array([*words.values()]), f"{name}, pairs": np.array([*pairs.values()])}


def spectrum_of(counts: Ints) -> Spectrum:
    """Spectrum of counts, zeros left out."""
    values, prompts = np.unique(counts[counts > 0], return_counts=True)
    return Spectrum.from_pairs(zip(values.tolist(), prompts.tolist(), strict=True))


def main() -> None:
    """Print a line for every spectrum and factor, then the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    rng = np.random.default_rng(0)
    results: dict[int, list[tuple[float, float, float, bool, bool]]] = {2: [], 5: [], 10: []}
    for path in parser.parse_args().files:
        for name, counts in counts_of(path).items():
            for size in (1.0, 0.1):
                whole = rng.binomial(counts, size)
                for factor in results:
                    part = rng.binomial(whole, 1 / factor)
                    results[factor] += one(f"{name}, {size:g}", whole, part, factor)
    for factor, rows in results.items():
        rate, line, new, held, held_new = (np.array(column) for column in zip(*rows, strict=True))
        error, straight, more = (np.abs(column) for column in (rate, line, new))
        print(
            f"{factor:3}×  {len(rows)} spectra  |error| of the rate: median {np.median(error):.1%}, "
            f"largest {error.max():.1%}, straight line {np.median(straight):.1%}, band holds {held.mean():.0%}; "
            f"new prompts: median {np.median(more):.1%}, largest {more.max():.1%}, band holds {held_new.mean():.0%}"
        )


def one(name: str, whole: Ints, part: Ints, factor: int) -> list[tuple[float, float, float, bool, bool]]:
    """Predict the whole from the part; nothing where the prediction is refused."""
    truth, found = float((whole == 1).sum() / whole.sum()), int((whole > 0).sum() - (part > 0).sum())
    try:
        answer = extrapolate(spectrum_of(part), factor)
    except InputError as error:
        print(f"{factor:3}×  {name:28} refused: {error}")
        return []
    rate, new = answer["singleton_rate"], answer["new_prompts"]
    spectrum = spectrum_of(part)
    fall = spectrum.f(1) / (2 * thinned_singletons(spectrum, 0.5))
    row = (
        rate["point"] / truth - 1,
        spectrum.f(1) / spectrum.n * factor ** np.log2(fall) / truth - 1,
        new["point"] / found - 1,
        rate["low"] <= truth <= rate["high"],
        new["low"] <= found <= new["high"],
    )
    print(
        f"{factor:3}×  {name:28} n {part.sum():9,}  rate {truth:.4f}  predicted {rate['point']:.4f} "
        f"[{rate['low']:.4f}, {rate['high']:.4f}] {row[0]:+.1%}  new prompts {row[2]:+.1%}"
    )
    return [row]


if __name__ == "__main__":
    main()

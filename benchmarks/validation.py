"""The whole validation in one command: floors against learners, text against truth, and the is-it-valid inequality.

Run `python benchmarks/validation.py --out OUT [--workers 2] [--quick]`. It writes `OUT/validation.json` and
`OUT/validation.html` with pictures, prints the summary, the worst cells, and every term of the inequality for n-gram
models of order 2 to 5 that were trained on a facts table put as questions and answers. Status 1 where a limit of the
validation is missed; every limit is printed with what was found.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.evaluation.is_it_valid import DONT_KNOW, assess, validity_set
from pipeline.simulation import WorldSpec, simulate
from pipeline.simulation.learners import NGramModel
from pipeline.simulation.validation import Validation, validate
from schemas.catalogue import load_catalogue

ATTRIBUTES = {"date_of_birth": 2.0, "place_of_birth": 2.0, "educated_at": 1.0, "author": 1.0}


def verdicts(summary: Mapping[str, Any]) -> list[tuple[str, Any, str, bool]]:
    """Return every limit: what, found, limit, whether it is met."""
    by_mode = summary["max_rate_error_by_mode"]
    limits = [
        ("worlds", summary["worlds"], "≥ 200", summary["worlds"] >= 200),
        ("guaranteed floor held", summary["guaranteed_floor_held"], "≥ 0.99", summary["guaranteed_floor_held"] >= 0.99),
        (
            "ideal between floor and ceiling",
            summary["ideal_between_floor_and_ceiling"],
            "= 1",
            summary["ideal_between_floor_and_ceiling"] == 1,
        ),
        ("mean gap at the largest N", summary["mean_gap"], "≤ 0.02", summary["mean_gap"] <= 0.02),
        ("guesser beats floor", summary["guesser_beats_floor"], "≤ 0.01", summary["guesser_beats_floor"] <= 0.01),
    ]
    for mode, limit in (("standard", 0.03), ("hard", 0.06)):
        if by_mode[mode] is not None:
            limits.append((f"max rate error, {mode}", by_mode[mode], f"≤ {limit}", by_mode[mode] <= limit))
    aliased = summary["max_rate_error_with_aliases"]
    if aliased is not None:
        limits.append(("max rate error, aliases", aliased, "≤ 0.03", aliased <= 0.03))
    band = summary["corrected_band_held"]
    if band is not None:
        limits.append(("corrected band holds the truth", band, "≥ 0.95", band >= 0.95))
    return limits


def worst_cells(validation: Validation) -> None:
    """Print the cells whose rates are furthest from the truth."""
    print("\nWorst cells through text")
    for c in sorted(validation.cells, key=lambda c: -c.rate_error)[:15]:
        found = "–" if c.rate_found is None else f"{c.rate_found:.3f}"
        print(
            f"{c.mode:>9} {c.domain:>13} {c.attribute:>17} n {c.n_true:5} found {c.n_found:5} rate {c.rate_true:.3f} "
            f"found {found} precision {c.precision or 0:.2f} recall {c.recall or 0:.2f}"
        )


def ngrams_on_facts() -> bool:
    """Print the inequality for n-gram models, all terms measured; say whether it holds for each."""
    print("\nIs it valid? N-gram models trained on questions and answers, terms measured on 2,000 items")
    domain = {"name": "a", "statements": 6_000, "entities": 2_000, "attributes": ATTRIBUTES, "abstention_rate": 0.05}
    catalogue, held = load_catalogue(), True
    with tempfile.TemporaryDirectory() as folder:
        result = simulate(WorldSpec.from_data({"domains": [domain]}), Path(folder))
        files = result.truth / "facts/*.parquet"
        chosen = validity_set(files, catalogue)
        rows = pq.read_table(result.truth / "facts").to_pylist()
    asked = [catalogue.attributes[r["attribute"]].question.format(entity=r["entity"]).split() for r in rows]
    given = [r["value"] or DONT_KNOW for r in rows]
    stated = {(" ".join(q), a) for q, a in zip(asked, given, strict=True)}
    for order in (2, 3, 4, 5):
        # An answer is one token: models of any order can give it, and only long ones see whom it is about.
        model = NGramModel(order, [[*q, a] for q, a in zip(asked, given, strict=True)])
        scores = [model.next_word(i.question.split()).get(i.answer, 0.0) for i in chosen.items]
        dice = random.Random(order)  # noqa: S311 - a simulation, no secrets
        own, wrong = [], []
        for question in (asked[int(dice.random() * len(asked))] for _ in range(2_000)):
            answer = model.sample(dice, question, longest=1)[0]
            own.append(model.next_word(question)[answer])
            wrong.append((" ".join(question), answer) not in stated)
        terms = assess(chosen, scores, own, wrong)
        held &= terms.holds()
        print(f"order {order}: {terms}")
    return held


def main() -> int:
    """Run everything; 0 where every limit is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    validation = validate(quick=arguments.quick, out=arguments.out, workers=arguments.workers)
    missed = 0
    for what, found, limit, met in verdicts(validation.summary()):
        missed += not met
        print(f"{what:>32}: {found:.4f} ({limit}) {'met' if met else 'MISSED'}")
    worst_cells(validation)
    missed += not ngrams_on_facts()
    print(f"\n{time.perf_counter() - start:.0f} s; {arguments.out}/validation.html has the pictures")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Simulated coverage of every interval and every floor, printed as tables.

python benchmarks/coverage.py [intervals] [clusters] [floors] [--runs-scale S]

Without a name, all three. With `--runs-scale 0.1` a tenth of the runs.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from pipeline.estimators.clusters import cluster_interval
from pipeline.estimators.coverage import chao_jost_coverage
from pipeline.estimators.floors import guaranteed_floor, plug_in_floor, theorem2_floor
from pipeline.estimators.missing_mass import esty, esty_wilson, rigorous_interval, worst_case_normal
from pipeline.estimators.result import Estimate

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

SIZES = {1_000: 2000, 10_000: 1000, 100_000: 300}
"""Runs by number of observations."""


def populations(n: int) -> Iterator[tuple[str, Floats]]:
    """The eleven populations, with the masses of their prompts."""
    rng = np.random.default_rng(0)
    ranks = np.arange(1, 200_001)
    raw = {
        "uniform n/.853": np.ones(round(n / 0.853)),
        "uniform n/5": np.ones(n // 5),
        "uniform 10n": np.ones(10 * n),
        "Zipf 1": 1.0 / ranks,
        "Zipf 1.5": ranks**-1.5,
        "Zipf 2": ranks**-2.0,
        "Pareto 1": rng.pareto(1.0, 3 * n) + 1,
        "Pareto 1.5": rng.pareto(1.5, 3 * n) + 1,
        "Pareto 2.5": rng.pareto(2.5, 3 * n) + 1,
        "geometric .99": 0.99 ** np.arange(3000),
        "head and tail": np.r_[np.full(20, 0.9 / 20), np.full(2 * n, 0.1 / (2 * n))],
    }
    for name, masses in raw.items():
        yield name, masses / masses.sum()


def binomial(f1: Ints, _: Ints, n: int, *, confidence: float) -> Estimate:
    """Wilson's binomial interval on f1/n: what people reach for, and what does not hold."""
    z = {0.95: 1.959964, 0.99: 2.575829}[confidence]
    g = f1 / n
    middle, half = (g + z * z / 2 / n), z * np.sqrt(g * (1 - g) / n + z * z / 4 / n**2)
    scale = 1 + z * z / n
    return Estimate(g, (middle - half) / scale, (middle + half) / scale, confidence, "binomial")


METHODS: dict[str, Callable[..., Estimate]] = {
    "binomial (wrong)": binomial,
    "Esty 1983": esty,
    "Esty–Wilson": esty_wilson,
    "Chao–Jost": chao_jost_coverage,
    "worst-case normal": lambda f1, _, n, *, confidence: worst_case_normal(f1, n, confidence=confidence),
    "rigorous": lambda f1, _, n, *, confidence: rigorous_interval(f1, n, confidence=confidence),
}


def draw(p: Floats, n: int, runs: int, seed: int) -> tuple[Floats, Ints, Ints]:
    """Missing mass, singletons and doubletons of `runs` training sets."""
    rng = np.random.default_rng(seed)
    mass, f1, f2 = np.empty(runs), np.empty(runs, dtype=np.int64), np.empty(runs, dtype=np.int64)
    for run in range(runs):
        counts = rng.multinomial(n, p)
        mass[run], f1[run], f2[run] = p[counts == 0].sum(), (counts == 1).sum(), (counts == 2).sum()
    return mass, f1, f2


def share_covered(interval: Estimate, truth: Floats) -> float:
    """Share of the runs whose interval holds the truth."""
    return float(np.mean((np.asarray(interval.low) <= truth) & (truth <= np.asarray(interval.high))))


def intervals(scale: float) -> None:
    """Coverage of the missing mass: least and mean over the populations, and mean width."""
    for n, full in SIZES.items():
        runs = max(int(full * scale), 20)
        drawn = {name: draw(p, n, runs, seed=n) for name, p in populations(n)}
        print(f"\nn = {n:,}, {runs} runs a population; least coverage (population) / mean, mean width")
        for method, interval in METHODS.items():
            for confidence in (0.95, 0.99):
                cells, widths = {}, []
                for name, (mass, f1, f2) in drawn.items():
                    answer = interval(f1, f2, n, confidence=confidence)
                    truth = 1 - mass if method == "Chao–Jost" else mass
                    cells[name] = share_covered(answer, truth)
                    widths.append(np.mean(np.asarray(answer.high) - np.asarray(answer.low)))
                worst = min(cells, key=lambda name: cells[name])
                print(
                    f"  {method:18} {confidence}  {cells[worst]:.3f} ({worst})  mean "
                    f"{np.mean(list(cells.values())):.3f}  width {np.mean(widths):.4f}"
                )


def documents_world(
    rng: np.random.Generator, size: tuple[int, int], p: Floats, copied: float
) -> tuple[float, dict[str, int]]:
    """Missing mass and sums of a corpus of documents, each with facts of one entity out of twice as many.

    A share `copied` of the documents stands in the corpus a second time.
    """
    documents, facts = size
    kinds = 2 * facts if facts > 1 else 1
    entity = rng.choice(p.size, documents, p=p)
    own = kinds * entity[:, None] + rng.random((documents, kinds)).argsort(1)[:, :facts]
    seen = np.zeros(p.size * kinds, dtype=bool)
    seen[own.ravel()] = True
    mass = float((p[:, None] / kinds * ~seen.reshape(p.size, kinds)).sum())
    stated = np.concatenate([own, own[rng.random(documents) < copied]])
    total = stated.shape[0]
    document = np.repeat(np.arange(total), facts)
    _, inverse, counts = np.unique(stated.ravel(), return_inverse=True, return_counts=True)
    z = np.bincount(document, counts[inverse] == 1, total)
    in_two = np.flatnonzero(counts[inverse] == 2)
    pairs = document[in_two[np.argsort(inverse[in_two], kind="stable")]].reshape(-1, 2)
    shared = np.unique(pairs.min(1) * total + pairs.max(1), return_counts=True)[1]
    sums = {"f1": int(z.sum()), "f2": in_two.size // 2, "zz": int((z**2).sum()), "zn": int(z.sum() * facts)}
    return mass, sums | {"nn": total * facts**2, "pairs": int((shared**2).sum()), "n": total * facts}


def clusters(scale: float) -> None:
    """Coverage where observations come in documents: cluster variance against Esty's."""
    print("\ndocuments, facts a document, share copied: coverage of 95 %")
    print(
        "  copies as documents: Esty–Wilson / cluster interval; copies as one cluster: Esty–Wilson / cluster interval"
    )
    p = 1.0 / np.arange(1, 4001)
    p /= p.sum()
    runs = max(int(400 * scale), 20)
    for documents, facts, copied in ((1000, 1, 0.0), (1000, 5, 0.0), (1000, 5, 0.5), (5000, 10, 0.3), (5000, 3, 0.5)):
        cells = []
        for share in (copied, 0.0):
            rng = np.random.default_rng(documents + facts)
            worlds = [documents_world(rng, (documents, facts), p, share) for _ in range(runs)]
            mass = np.array([w[0] for w in worlds])
            sums = {name: np.array([w[1][name] for w in worlds]) for name in worlds[0][1]}
            f1, f2, n = sums.pop("f1"), sums.pop("f2"), sums.pop("n")
            cells += [share_covered(esty_wilson(f1, f2, n), mass), share_covered(cluster_interval(f1, n, **sums), mass)]
        print(f"  {documents:6} {facts:3} {copied:4}   " + " / ".join(f"{c:.3f}" for c in cells))


def floors(scale: float) -> None:
    """Floors against the ideal calibrated learner's true error, and their slack against Theorem 2's."""
    print("\nslack below the rate at 99 % (rate − floor), rate .1 / .3 / .6")
    for n in (1e3, 1e4, 1e5, 1e6, 1e7):
        printed = (35 + 6 * np.log(n)) / np.sqrt(n)
        ours = [r - float(guaranteed_floor(r * n, n, 1e12, confidence=0.99).point) for r in (0.1, 0.3, 0.6)]
        print(f"  n = {n:.0e}  Theorem 2 {printed:.4f}  guaranteed {ours[0]:.4f} / {ours[1]:.4f} / {ours[2]:.4f}")
    print("\ntraining sets in which a floor is above the true error MM (1 − 1/|R|); share with a floor above 0")
    for n, full in ((2_000, 10_000), (20_000, 2_000)):
        runs = max(int(full * scale), 20)
        p = np.r_[np.full(20, 0.01), np.full(3 * n // 2, 0.8 / (3 * n // 2))]
        mass, f1, f2 = draw(p, n, runs, seed=1)
        for answers in (50, 1000):
            error = mass * (1 - 1 / answers)
            for name, floor in (
                ("guaranteed", guaranteed_floor(f1, n, answers - 1, confidence=0.95)),
                ("Theorem 2", theorem2_floor(f1, n, answers - 1, confidence=0.95)),
                ("plug-in", plug_in_floor(f1, f2, n, answers - 1, confidence=0.95)),
            ):
                value = np.asarray(floor.point)
                above, says = int((value > error).sum()), float((value > 0).mean())
                print(f"  n = {n:6,}  |R| = {answers:5}  {name:10}  {above} of {runs} above, {says:.2f} say something")


def main() -> None:
    """Run the tables that are asked for."""
    tables = {"intervals": intervals, "clusters": clusters, "floors": floors}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", choices=[*tables, []], help="which tables; all where none is named")
    parser.add_argument("--runs-scale", type=float, default=1.0, help="multiplies the number of runs")
    options = parser.parse_args()
    for name in options.tables or tables:
        start = time.perf_counter()
        tables[name](options.runs_scale)
        print(f"  ({time.perf_counter() - start:.0f} s)")


if __name__ == "__main__":
    main()

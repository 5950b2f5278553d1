"""`monofact simulate`: a corpus whose facts are known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.commands.report import JsonOption

_SMALL_WORLD: dict[str, Any] = {
    "domains": [
        {
            "name": "encyclopedia",
            "register": "encyclopedia",
            "statements": 4000,
            "entities": 300,
            "attributes": {"date_of_birth": 2, "place_of_birth": 2, "spouse": 1, "educated_at": 1, "founder": 1},
        },
        {
            "name": "forum",
            "register": "forum",
            "statements": 2000,
            "entities": 2000,
            "shared": 0.2,
            "abstention_rate": 0.05,
            "attributes": {"date_of_birth": 1, "place_of_birth": 1, "author": 1, "headquarters": 1},
        },
    ]
}
"""What is simulated where the user gives no world: two domains with clearly different singleton rates."""


def simulate(
    out: Annotated[Path, typer.Option(help="Folder for the shards; the truth goes into its folder _truth.")],
    world: Annotated[Path | None, typer.Argument(help="World as TOML or JSON; a small one by default.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Seed in place of the world's.")] = None,
    formats: Annotated[str, typer.Option(help="Formats, by commas; domains take them in turn.")] = "jsonl.gz",
    json: JsonOption = False,
) -> None:
    """Write a corpus of invented facts, with its truth as tables."""
    from pipeline.commands.output import print_json
    from pipeline.progress import Progress
    from pipeline.simulation import WorldSpec
    from pipeline.simulation import simulate as run_simulation

    spec = WorldSpec.from_file(world) if world else WorldSpec.from_data(_SMALL_WORLD)
    if seed is not None:
        spec = spec.model_copy(update={"seed": seed})
    total = sum(d.statements for d in spec.domains)
    with Progress().stage("simulating", total, "statements") as tick:
        drawn = 0

        def show(done: int, _total: int) -> None:
            nonlocal drawn
            tick(done - drawn)
            drawn = done

        # A folder whose name begins with an underscore is no part of a corpus: `analyze OUT` must not read the truth.
        result = run_simulation(spec, out, formats=formats.split(","), truth=out / "_truth", progress=show)
    if json:
        print_json(
            {
                "shards": [str(s) for s in result.shards],
                "truth": str(result.truth),
                "documents": result.documents,
                "statements": result.statements,
                "rates": result.rates,
            }
        )
    else:
        print(f"{result.documents:,} documents with {result.statements:,} statements in {out}; truth in {result.truth}")

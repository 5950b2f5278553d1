"""`monofact estimate` and `monofact extrapolate`: estimators for counts that a user brings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.commands.report import JsonOption


def estimate(
    spectrum: Annotated[Path, typer.Argument(help="CSV with the columns count,prompts, or JSON with such pairs.")],
    confidence: Annotated[float, typer.Option(help="Confidence, between 0 and 1.")] = 0.95,
    answer_space: Annotated[int | None, typer.Option(min=2, help="Possible answers of a prompt, |R_c|.")] = None,
    calibration_error: Annotated[float, typer.Option(min=0, max=1, help="Measured δ of the model.")] = 0.0,
    abstentions: Annotated[int, typer.Option(min=0, help="Observations that do not answer; they count in n.")] = 0,
    json: JsonOption = False,
) -> None:
    """Estimate the missing mass and the hallucination floors from how many prompts were seen how often."""
    from pipeline.commands.output import print_json
    from pipeline.estimators import estimate as estimates
    from pipeline.estimators import read_spectrum

    result = estimates(
        read_spectrum(spectrum),
        confidence=confidence,
        answer_space=answer_space,
        calibration_error=calibration_error,
        abstentions=abstentions,
    )
    if json:
        print_json(result)
    else:
        _print_estimates(result)


def _text(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.6g}"
    if isinstance(value, dict) and {"point", "low", "high"} <= set(value):
        method = f"   [{value['method']}]" if "method" in value else ""
        return f"{_text(value['point'])}   ({_text(value['low'])} … {_text(value['high'])}){method}"
    return "–" if value is None else str(value)


def _print_estimates(result: dict[str, Any]) -> None:
    for name, value in result.items():
        if name != "simple_good_turing":
            print(f"{name:22s} {_text(value)}")


def extrapolate(
    source: Annotated[Path, typer.Argument(help="Run directory, or a spectrum file as for `estimate`.")],
    factor: Annotated[
        float | None,
        typer.Option(help="Size of the data relative to now; for a sampled run the whole corpus by default."),
    ] = None,
    unit: Annotated[str, typer.Option(help="mention, document or cluster; for a run.")] = "document",
    domain: Annotated[str, typer.Option(help="Domain of a run; '*' for the whole corpus.")] = "*",
    attribute: Annotated[str, typer.Option(help="Attribute of a run; '*' for all.")] = "*",
    confidence: Annotated[float, typer.Option(help="Confidence, between 0 and 1.")] = 0.95,
    json: JsonOption = False,
) -> None:
    """Predict the singleton rate, the new prompts and the floor at a multiple of the data."""
    from pipeline.commands.output import print_json
    from pipeline.estimators import extrapolate as extrapolated
    from pipeline.estimators import read_spectrum
    from pipeline.exceptions import InputError
    from pipeline.run_queries import growth_of_run

    spectrum, options = (
        growth_of_run(source, unit, domain, attribute) if source.is_dir() else (read_spectrum(source), {})
    )
    whole = options.pop("whole_corpus", None)
    factor = whole if factor is None else factor
    if factor is None:
        raise InputError("say how much data to predict for, such as --factor 10")
    result = extrapolated(spectrum, factor, confidence, largest_factor=max(10.0, whole or 0.0), **options)
    if json:
        print_json(result)
    else:
        _print_estimates(result)

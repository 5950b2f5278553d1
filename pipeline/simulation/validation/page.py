"""The validation as a self-contained page: figures, pictures, and every cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment

from pipeline.simulation.validation.by_counts import WorldOutcome
from pipeline.simulation.validation.through_text import Cell


def predicted_and_observed(worlds: Sequence[WorldOutcome], learners: Sequence[str], floor: str) -> str:
    """Draw each learner's observed error over the predicted floor, one point a world, as SVG.

    Parameters
    ----------
    worlds : sequence of WorldOutcome
        The worlds.
    learners : sequence of str
        Whose errors to draw.
    floor : str
        Column of `domain_report` that predicts: floor or floor_guaranteed.
    """
    values = [
        {"floor": w.report[floor] or 0.0, "error": w.errors[name], "learner": name, "n": w.spec.statements}
        for w in worlds
        for name in learners
    ]
    return _scatter(values, ("floor", f"predicted: {floor}"), ("error", "observed error"), "learner")


def rates_through_text(cells: Sequence[Cell]) -> str:
    """Draw the singleton rate found in text over the true one, one point a cell, as SVG."""
    values = [{"true": c.rate_true, "found": c.rate_found, "mode": c.mode} for c in cells if c.rate_found is not None]
    return _scatter(values, ("true", "true singleton rate"), ("found", "rate found in text"), "mode") if values else ""


def _scatter(values: list[dict[str, Any]], x: tuple[str, str], y: tuple[str, str], color: str) -> str:
    import altair as alt  # noqa: PLC0415 - only pages draw charts
    import vl_convert  # noqa: PLC0415 - the same

    scale = alt.Scale(domain=[0, 1])
    points = (
        alt.Chart({"values": values})
        .mark_point(size=25, opacity=0.7)
        .encode(
            x=alt.X(f"{x[0]}:Q", title=x[1], scale=scale),
            y=alt.Y(f"{y[0]}:Q", title=y[1], scale=scale),
            color=alt.Color(f"{color}:N"),
        )
    )
    ends = {"values": [{"at": 0.0}, {"at": 1.0}]}
    equal = alt.Chart(ends).mark_line(strokeDash=[4, 4], color="#888").encode(x="at:Q", y="at:Q")
    chart = (equal + points).properties(width=420, height=420)
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def render(summary: Mapping[str, Any], worlds: Sequence[WorldOutcome], cells: Sequence[Cell]) -> str:
    """Return the page as HTML with the pictures inside."""
    template = files("pipeline.simulation.validation").joinpath("page.html").read_text(encoding="utf-8")
    learners = sorted({name for w in worlds for name in w.errors})
    return (
        Environment(autoescape=True)
        .from_string(template)
        .render(
            summary=summary,
            cells=cells,
            learners=learners,
            ideal=predicted_and_observed(worlds, ["ideal"], "floor"),
            guaranteed=predicted_and_observed(worlds, learners, "floor_guaranteed"),
            text=rates_through_text(cells),
        )
    )

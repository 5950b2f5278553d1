"""Pictures of the report, as SVG that needs no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_ROWS = 25
"""Rows of a chart at most; the table beside it has them all."""

_AXIS_TITLE = "singleton rate with interval (blue), expected floor (orange)"


def rates_chart(rows: Sequence[Mapping[str, Any]], label: str) -> str:
    """Draw singleton rates with intervals, and floors, one line a row of the report.

    Parameters
    ----------
    rows : sequence of mapping
        Rows of `schemas.DOMAIN_REPORT` that have a rate; the largest `n` are drawn.
    label : str
        Column that names the rows: ``domain`` or ``attribute``.

    Returns
    -------
    str
        An SVG element; empty where no row has a rate.
    """
    import altair as alt  # noqa: PLC0415 - only the page draws charts
    import vl_convert  # noqa: PLC0415 - the same

    drawn = sorted((r for r in rows if r["singleton_rate"] is not None), key=lambda r: -r["n"])[:_ROWS]
    if not drawn:
        return ""
    keys = (label, "singleton_rate", "singleton_rate_low", "singleton_rate_high", "floor", "n")
    values = [{k: r[k] for k in keys} for r in drawn]
    y = alt.Y(f"{label}:N", sort="-x", title=None)
    share = alt.Axis(format="%")
    base = alt.Chart({"values": values})
    interval = base.mark_rule(strokeWidth=2, color="#4c78a8").encode(
        x=alt.X("singleton_rate_low:Q", title=_AXIS_TITLE, axis=share),
        x2="singleton_rate_high:Q",
        y=y,
    )
    point = base.mark_point(filled=True, size=60, color="#4c78a8").encode(x="singleton_rate:Q", y=y)
    floor = base.mark_tick(color="#f58518", thickness=3).encode(x="floor:Q", y=y)
    chart = (interval + point + floor).properties(width=520)
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))

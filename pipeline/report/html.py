"""The report as one self-contained page: no scripts, no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from pipeline.report.charts import rates_chart
from pipeline.report.sentences import headline, percent


def render_page(rows: Sequence[Mapping[str, Any]], run: Mapping[str, Any]) -> str:
    """Render report.html.

    Parameters
    ----------
    rows : sequence of mapping
        All rows of `domain_report`.
    run : mapping
        What run.json says.

    Returns
    -------
    str
        The page.
    """
    environment = Environment(loader=PackageLoader("pipeline.report"), autoescape=True)
    environment.filters["percent"] = percent
    units = [unit for unit in ("document", "cluster", "mention") if any(r["unit"] == unit for r in rows)]
    sections = [_unit_section([r for r in rows if r["unit"] == unit], unit) for unit in units]
    return environment.get_template("report.html").render(sections=sections, run=run)


def _unit_section(rows: list[Mapping[str, Any]], unit: str) -> dict[str, Any]:
    by_size = sorted(rows, key=lambda r: (-r["n"], r["domain"], r["attribute"]))
    domains = [r for r in by_size if r["attribute"] == "*" and r["domain"] != "*"]
    attributes = [r for r in by_size if r["domain"] == "*" and r["attribute"] != "*"]
    whole = [r for r in by_size if r["domain"] == "*" and r["attribute"] == "*"]
    return {
        "unit": unit,
        "headlines": [headline(r) for r in whole],
        "tables": [
            ("By domain", [*whole, *domains], Markup(rates_chart(domains, "domain"))),  # noqa: S704 - our own SVG
            ("By attribute, whole corpus", attributes, Markup(rates_chart(attributes, "attribute"))),  # noqa: S704 - the same
            ("By domain and attribute", [r for r in by_size if "*" not in (r["domain"], r["attribute"])], Markup()),
        ],
    }

"""`monofact sql` and `monofact lookup`: questions to the tables of a run."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pipeline.commands.report import JsonOption, RunArgument


def sql(
    run: RunArgument,
    query: Annotated[str, typer.Argument(help="SQL over the run's tables (DuckDB).")],
    json: JsonOption = False,
) -> None:
    """Run SQL over the tables of a run."""
    from pipeline.commands.output import print_json, print_rows
    from pipeline.run_directory import RunDirectory
    from pipeline.run_queries import user_query

    table = user_query(RunDirectory(run), query)
    rows = table.to_pylist()
    print_json(rows) if json else print_rows(rows, table.column_names)


def lookup(
    run: RunArgument,
    entity: Annotated[str, typer.Argument(help="Entity, as a text would name it.")],
    attribute: Annotated[str | None, typer.Argument(help="Attribute; all by default.")] = None,
    json: JsonOption = False,
) -> None:
    """Say how often the corpus answers a prompt, and with what."""
    from pipeline.commands.output import print_json
    from pipeline.extraction.normalise import entity_display, entity_key
    from pipeline.run_directory import RunDirectory
    from pipeline.run_queries import lookup as look_up
    from pipeline.run_queries import similar_entities

    directory = RunDirectory(run)
    if attribute is not None:
        _check_attribute(directory, attribute)
    # The user does not say of which kind the entity is, and a key depends on it.
    kinds = ("person", "organization", "place", "work")
    keys = list(dict.fromkeys(entity_key(entity_display(entity), kind) for kind in kinds))
    rows = look_up(directory, attribute, keys)
    if json:
        print_json(rows)
        return
    if not rows:
        near = ", ".join(similar_entities(directory, keys[0]))
        asked = f" as to {attribute}" if attribute else ""
        print(f"The corpus states nothing about {entity}{asked}." + (f" Names most like it: {near}" if near else ""))
        return
    for row in rows:
        _print_prompt(row)


def _check_attribute(run: Any, attribute: str) -> None:
    """Refuse an attribute that neither the catalogue nor the run knows: nothing stated would look like an answer."""
    from pipeline.exceptions import InputError
    from pipeline.run_queries import user_query
    from schemas.catalogue import load_catalogue

    reported = user_query(run, "SELECT DISTINCT attribute FROM domain_report").to_pydict()["attribute"]
    known = {*load_catalogue().attributes, *reported} - {"*"}
    if attribute not in known:
        raise InputError(f"there is no attribute {attribute!r}; there are: {', '.join(sorted(known))}")


def _print_prompt(row: dict[str, Any]) -> None:
    from pipeline.report.sentences import counted

    if not row["exact"]:
        sure = f"at most {row['high']:,} statements, and at least {row['low']:,} ({row['confidence']:.1%} confidence)"
        print(f"{row['entity']}, {row['attribute']}: {sure}")
        return
    note = "  ← a singleton" if row["singleton"] else ""
    unknown = f", {row['abstentions']:,} say it is not known" if row["abstentions"] else ""
    counts = f"{counted(row['documents'], 'document')}, {counted(row['mentions'], 'statement')}{unknown}{note}"
    print(f"{row['entity']}, {row['attribute']}: {counts}")
    for value in row["values"]:
        print(f"    {value['value']}  ({counted(value['documents'], 'document')})")


def list_schema(
    table: Annotated[str | None, typer.Argument(help="Table; all by default.")] = None,
    json: JsonOption = False,
) -> None:
    """Print the tables: columns, types, units, meaning."""
    from pipeline.commands.output import print_json
    from pipeline.exceptions import InputError
    from schemas import REPORT_COUNTS, SCHEMA_VERSION, TABLES
    from schemas.description import as_dict, as_markdown
    from schemas.rule_quality import RULE_QUALITY

    # Intermediate tables lie in a run, too; who asks for them by name may know what they hold.
    named = TABLES | {t.name: t for t in (REPORT_COUNTS, RULE_QUALITY)}
    if table is not None and table not in named:
        raise InputError(f"there is no table {table!r}; there are: {', '.join(TABLES)}")
    tables = [named[table]] if table else list(TABLES.values())
    if json:
        described: Any = {"schema_version": SCHEMA_VERSION, "tables": {t.name: as_dict(t) for t in tables}}
        print_json(described)
    else:
        print("\n".join(as_markdown(t) for t in tables))

"""Questions to a finished run: its report, look-ups, a user's SQL, a comparison with another run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.counting.sketches.lookup import sketched_lookup
from pipeline.estimators.clusters import design_effect
from pipeline.estimators.spectrum import Spectrum
from pipeline.exceptions import InputError
from pipeline.parquet_files import parquet_files, sql_list
from pipeline.run_directory import RunDirectory
from schemas import TABLES


def _files(run: RunDirectory, table: str) -> str:
    return sql_list(parquet_files(run.table(table)))


def require_finished(run: RunDirectory) -> None:
    """Check that a run is finished: before that its tables are missing, or those of an earlier corpus.

    Raises
    ------
    InputError
        If the folder holds no finished run.
    """
    if run.read().get("status") != "complete":
        raise InputError(f"the run in {run.path} is not finished; repeat its `monofact analyze` command to go on.")


def connect(run: RunDirectory) -> duckdb.DuckDBPyConnection:
    """Open an in-memory DuckDB with a view for each table of the run.

    Raises
    ------
    InputError
        If the folder holds no finished run.
    """
    require_finished(run)
    connection = duckdb.connect()
    for name in TABLES:
        if run.has_table(name):
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({_files(run, name)})")
    return connection


def report_rows(run: RunDirectory, unit: str | None = None) -> list[dict[str, Any]]:
    """Return the rows of `domain_report`, of one unit if one is named."""
    with connect(run) as connection:
        query = "SELECT * FROM domain_report WHERE $unit IS NULL OR unit = $unit ORDER BY unit, domain, attribute"
        rows: list[dict[str, Any]] = connection.sql(query, params={"unit": unit}).to_arrow_table().to_pylist()
    return rows


def user_query(run: RunDirectory, query: str) -> Any:
    """Run a user's SQL over the run's tables; returns an Arrow table.

    Raises
    ------
    InputError
        With DuckDB's message, and the tables there are, where the query fails.
    """
    with connect(run) as connection:
        try:
            kinds = {statement.type for statement in connection.extract_statements(query)}
            if not kinds <= {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}:
                raise InputError("only queries are run here, since a run's tables must stay as they were written.")
            relation = connection.sql(query)
            # A statement that is no query (CREATE, SET) has no rows.
            return relation.to_arrow_table() if relation is not None else pa.table({})
        except duckdb.Error as error:
            tables = ", ".join(name for name in TABLES if run.has_table(name))
            raise InputError(f"the query failed: {error}\nTables of this run: {tables}") from error


def lookup(run: RunDirectory, attribute: str | None, entity_keys: Sequence[str]) -> list[dict[str, Any]]:
    """Say what the corpus answers about an entity.

    Parameters
    ----------
    run : RunDirectory
        A finished run.
    attribute : str or None
        One attribute, or all.
    entity_keys : sequence of str
        The entity, normalised as the facts' keys are: as a person, a place and so on.

    Returns
    -------
    list of dict
        One a prompt: entity, attribute, documents, mentions, abstentions, whether it is a singleton, and its values
        with the documents that state each; the commonest prompt first. Every row has count, low and high (statements)
        and exact: where the run has kept no facts, they come from its sketch of frequencies, with an error on one
        side, and are all that a row says.
    """
    if not run.has_table("facts") and run.has_table("sketches"):
        return sketched_lookup(run.table("sketches"), attribute, entity_keys)
    query = """
        WITH hits AS (
            SELECT * FROM facts
            WHERE list_contains($keys, entity_key) AND ($attribute IS NULL OR attribute = $attribute)
        ),
        answers AS (
            SELECT attribute, value_key, min(value) AS value, count(DISTINCT doc_id) AS documents, count(*) AS mentions
            FROM hits WHERE NOT abstained GROUP BY attribute, value_key
        )
        SELECT
            min(h.entity) AS entity, h.attribute,
            count(DISTINCT h.doc_id) FILTER (NOT h.abstained) AS documents,
            count(*) FILTER (NOT h.abstained) AS mentions,
            count(*) FILTER (h.abstained) AS abstentions,
            (
                SELECT list({'value': a.value, 'documents': a.documents, 'mentions': a.mentions}
                            ORDER BY a.documents DESC, a.mentions DESC, a.value)
                FROM answers AS a WHERE a.attribute = h.attribute
            ) AS values
        FROM hits AS h GROUP BY h.attribute ORDER BY documents DESC, h.attribute
    """
    with connect(run) as connection:
        found = connection.sql(query, params={"keys": list(entity_keys), "attribute": attribute})
        rows = found.to_arrow_table().to_pylist()
    return [
        row
        | {"values": row["values"] or [], "singleton": row["documents"] == 1}
        | {"count": row["mentions"], "low": row["mentions"], "high": row["mentions"], "exact": True}
        for row in rows
    ]


def similar_entities(run: RunDirectory, entity_key: str, limit: int = 5) -> list[str]:
    """Return display names of the entities whose keys are most like a key; none where the run kept no facts."""
    if not run.has_table("facts"):
        return []
    query = """
        SELECT entity FROM (SELECT entity_key, min(entity) AS entity FROM facts GROUP BY entity_key)
        ORDER BY jaro_winkler_similarity(entity_key, $key) DESC, entity LIMIT $limit
    """
    with connect(run) as connection:
        return [row[0] for row in connection.execute(query, {"key": entity_key, "limit": limit}).fetchall()]


def compare_tables(first: RunDirectory, second: RunDirectory) -> dict[str, dict[str, int]]:
    """Count the rows of each table that only one of two runs holds.

    The column ``shard`` (and ``position``) says where a record lies, not what it states, and is left out. Floating
    point numbers must be equal to the last bit.

    Returns
    -------
    dict
        For each table that either run holds: rows in each, and rows only in the first or only in the second.

    Raises
    ------
    InputError
        If one of the folders holds no finished run.
    """
    require_finished(first)
    require_finished(second)
    result = {}
    connection = duckdb.connect()
    for name, table in TABLES.items():
        if not first.has_table(name) and not second.has_table(name):
            continue
        columns = ", ".join(f'"{c.name}"' for c in table.columns if c.name not in ("shard", "position"))
        for side, run, other in (("a", first, second), ("b", second, first)):
            # A table that one run lacks is a table without rows.
            place, filter_ = (run, "true") if run.has_table(name) else (other, "false")
            source = f"SELECT {columns} FROM read_parquet({_files(place, name)}) WHERE {filter_}"
            connection.execute(f"CREATE OR REPLACE VIEW {side} AS {source}")
        counts = connection.execute(
            "SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b),"
            " (SELECT count(*) FROM (SELECT * FROM a EXCEPT ALL SELECT * FROM b)),"
            " (SELECT count(*) FROM (SELECT * FROM b EXCEPT ALL SELECT * FROM a))"
        ).fetchone()
        keys = ("rows_first", "rows_second", "only_first", "only_second")
        result[name] = dict(zip(keys, counts or (0, 0, 0, 0), strict=True))
    return result


def compare_rates(first: RunDirectory, second: RunDirectory, unit: str) -> list[dict[str, Any]]:
    """Return rates and floors of two runs side by side, one row per (domain, attribute) of either."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for side, run in (("first", first), ("second", second)):
        for row in report_rows(run, unit):
            entry = rows.setdefault((row["domain"], row["attribute"]), {})
            entry |= {"domain": row["domain"], "attribute": row["attribute"]}
            entry |= {f"{key}_{side}": row[key] for key in ("n", "singletons", "singleton_rate", "floor")}
    keys = ("n", "singletons", "singleton_rate", "floor")
    blank = {f"{key}_{side}": None for key in keys for side in ("first", "second")}
    return [blank | row for _, row in sorted(rows.items())]


def growth_of_run(path: Path, unit: str, domain: str, attribute: str) -> tuple[Spectrum, dict[str, float]]:
    """Return what the extrapolation of one row of a run's report needs.

    Parameters
    ----------
    path : Path
        A finished run.
    unit, domain, attribute : str
        Key of the row.

    Returns
    -------
    spectrum : Spectrum
        Prompts that no other domain answers, by how often they are answered.
    options : dict
        guessability, calibration_error and design effect of the row; whole_corpus, the size of the corpus in sizes of
        the run, where the run read a sample.

    Raises
    ------
    InputError
        If the run has no such row.
    """
    key = {"unit": unit, "domain": domain, "attribute": attribute}
    where = "unit = $unit AND domain = $domain AND attribute = $attribute"
    run = RunDirectory(path)
    with connect(run) as connection:
        pairs = connection.execute(
            f"SELECT count, prompts_exclusive FROM frequency_spectrum WHERE {where} AND prompts_exclusive > 0"
            " ORDER BY count",
            key,
        ).fetchall()
        row = connection.execute(
            f"SELECT guessability, calibration_error FROM domain_report WHERE {where}", key
        ).fetchone()
        counts = connection.execute(
            "SELECT singletons, n, cluster_zz AS zz, cluster_zn AS zn, cluster_nn AS nn"
            f" FROM read_parquet({_files(run, 'report_counts')}) WHERE {where}",
            key,
        ).fetchone()
    if not pairs or row is None or counts is None:
        raise InputError(f"{path} has no observations in unit {unit!r}, domain {domain!r}, attribute {attribute!r}")
    options = {"guessability": row[0] or 0.0, "calibration_error": row[1]}
    if counts[2] is not None:
        singletons, n, zz, zn, nn = counts
        options["design"] = float(design_effect(singletons, n, zz=zz, zn=zn, nn=nn))
    fraction = run.read()["config"]["reading"].get("sample_fraction", 1.0)
    if fraction < 1:
        options["whole_corpus"] = 1 / fraction
    # Observations of prompts that other domains answer too count in n, as abstentions do, and in no class.
    others = int(counts[1]) - sum(count * prompts for count, prompts in pairs)
    return Spectrum.from_pairs(pairs, abstentions=others), options

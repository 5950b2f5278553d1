"""The table contracts: a change must be a visible change of the golden file and of docs/tables.md."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from schemas import FACTS, SCHEMA_VERSION, TABLES, Column, Table
from schemas.description import as_dict, tables_document

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "data" / "table_contracts.json"


def test_the_contracts_equal_the_golden_file() -> None:
    """To change a contract on purpose: `python -m tests.unit.test_schemas` rewrites the file; review the diff."""
    assert json.loads(GOLDEN.read_text()) == contracts()


def contracts() -> dict[str, object]:
    return {"schema_version": SCHEMA_VERSION, "tables": {name: as_dict(t) for name, t in TABLES.items()}}


def test_the_documentation_of_tables_is_made_from_the_contracts() -> None:
    assert (ROOT / "docs" / "tables.md").read_text() == tables_document(TABLES), "run `make docs`"


def test_the_schema_version_travels_in_parquet(tmp_path: Path) -> None:
    pq.write_table(FACTS.empty(), tmp_path / "facts.parquet")
    metadata = pq.read_schema(tmp_path / "facts.parquet").metadata
    assert metadata[b"monofact.schema_version"] == SCHEMA_VERSION.encode()
    assert metadata[b"monofact.table"] == b"facts"


def test_a_required_column_is_not_nullable_in_arrow() -> None:
    schema = FACTS.arrow_schema
    assert not schema.field("doc_id").nullable
    assert schema.field("value").nullable
    assert schema.field("confidence").type == pa.float32()


def test_a_table_with_a_column_twice_is_refused() -> None:
    column = Column("a", "string", "a")
    with pytest.raises(ValueError, match="twice"):
        Table("t", "t", (column, column), ())


def test_an_unknown_type_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="float64"):
        Column("a", "decimal", "a")


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(contracts(), indent=1, ensure_ascii=False) + "\n")

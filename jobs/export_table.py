"""spark-submit jobs/export_table.py --table DB.TABLE --id-field ID --out CORPUS: a catalogue's table as shards."""

from __future__ import annotations

import argparse
import sys

from pipeline.engines.spark.engine import SparkEngine
from pipeline.engines.spark.export import export_table
from pipeline.exceptions import MonofactError


def main() -> int:
    """Parse the arguments and export; return the exit status."""
    parser = argparse.ArgumentParser(description="Write a table of a Spark catalogue as Parquet shards.")
    parser.add_argument("--table", required=True, help="table or view, with its catalogue and database where needed")
    parser.add_argument("--id-field", required=True, help="column that identifies the documents")
    parser.add_argument("--out", required=True, help="folder to write; must not exist")
    parser.add_argument("--shards", type=int, default=64, help="number of shards")
    parser.add_argument("--master", help="master URL, where spark-submit names none")
    options = parser.parse_args()
    try:
        engine = SparkEngine(master=options.master)
        try:
            print(export_table(engine.spark, options.table, options.out, options.id_field, options.shards))
        finally:
            engine.close()
    except MonofactError as error:
        print(f"monofact: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

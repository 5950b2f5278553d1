"""Measure precision and recall of extraction per attribute on gold texts, and write the table that reports correct by.

    python benchmarks/extraction_quality.py [--shared FOLDER] [--out pipeline/report/data/extraction_quality.tsv]

FOLDER holds `gold/*.dev.jsonl.gz` and `tools/score_extraction.py`; by default the folder that the environment variable
MONOFACT_SHARED names, or `shared` beside the repository. Counts are pooled over the gold sets. The rules were written
with these texts at hand, so the figures flatter them; the report says where they come from.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa

from pipeline.extraction import ExtractionConfig, load_extractor
from schemas import DOCUMENT_BATCH

ROOT = Path(__file__).parents[1]
COUNTS = ("tp", "predicted", "found", "gold")
BATCH = 200
FEWEST = 20
"""Attributes with fewer gold facts share the pooled figures: their own would say nothing."""


def scorer(shared: Path) -> ModuleType:
    """Load the scorer of the gold."""
    spec = importlib.util.spec_from_file_location("score_extraction", shared / "tools" / "score_extraction.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{shared} holds no tools/score_extraction.py: name the folder with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def facts_of(documents: list[dict[str, Any]]) -> dict[str, list[tuple[Any, ...]]]:
    """Extract the facts of gold documents, in the form that the scorer takes."""
    extractor = load_extractor(ExtractionConfig())
    facts: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for start in range(0, len(documents), BATCH):
        rows = [
            {
                "doc_id": d["id"],
                "domain": d.get("source") or "unknown",
                "shard": "gold",
                "position": start + i,
                "title": d.get("title"),
                "text": d["text"],
            }
            for i, d in enumerate(documents[start : start + BATCH])
        ]
        found = extractor.extract(pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema))
        for f in found.facts.to_pylist():
            if not f["abstained"]:
                facts[f["doc_id"]].append((f["entity"], f["attribute"], f["value"], f["char_start"], f["char_end"]))
    return facts


def main() -> None:
    """Score every gold set, print and write the pooled counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("MONOFACT_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    score = scorer(args.shared)
    pooled: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((args.shared / "gold").glob("*.dev.jsonl.gz")):
        documents = score.read_gold(str(path))
        result = score.score(documents, facts_of(documents))
        whole = result["ALL"]
        print(f"{path.name:28s} precision {whole['precision']:.3f} recall {whole['recall']:.3f} F1 {whole['f1']:.3f}")
        for attribute, counts in result.items():
            pooled["*" if attribute == "ALL" else attribute].update({k: counts[k] for k in COUNTS})
    del pooled["*"]
    labelled = {a: c for a, c in pooled.items() if c["gold"] > 0}
    pooled = defaultdict(Counter, {a: c for a, c in labelled.items() if c["gold"] >= FEWEST})
    pooled["*"] = sum(labelled.values(), Counter())
    lines = ["\t".join(("attribute", *COUNTS))]
    lines += ["\t".join((a, *(str(pooled[a][k]) for k in COUNTS))) for a in sorted(pooled)]
    print("\n".join(lines))
    if args.out:
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""How much of the corpus is copies, and what that does to the rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.report.sentences import percent

_LEAST_DIFFERENCE = 0.0005


def copies_summary(rows: Sequence[Mapping[str, Any]], copies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Compare the rates of documents with those of clusters of copies.

    Parameters
    ----------
    rows : sequence of mapping
        Rows of `schemas.DOMAIN_REPORT`; of them those over all domains and attributes are read.
    copies : sequence of mapping
        Rows of `pipeline.duplicates.copies_query`.

    Returns
    -------
    dict
        For run.json: documents, in_clusters and largest_cluster (documents), surplus_share (fraction of documents),
        document_rate and cluster_rate (fraction of observations, or None), and text, the same in words.
    """
    whole = {r["unit"]: r["singleton_rate"] for r in rows if r["domain"] == r["attribute"] == "*"}
    found = next((c for c in copies if c["domain"] == "*"), None)
    summary: dict[str, Any] = {
        "documents": int(found["documents"]) if found else 0,
        "in_clusters": int(found["in_clusters"]) if found else 0,
        "largest_cluster": int(found["largest_cluster"] or 0) if found else 0,
        "surplus_share": float(found["surplus_share"] or 0.0) if found else 0.0,
        "document_rate": whole.get("document"),
        "cluster_rate": whole.get("cluster"),
    }
    return summary | {"text": _text(summary)}


def _text(summary: Mapping[str, Any]) -> str:
    share, raw, collapsed = summary["surplus_share"], summary["document_rate"], summary["cluster_rate"]
    text = (
        f"Copies: {percent(share)} of the documents are surplus copies of others ({summary['in_clusters']:,} of "
        f"{summary['documents']:,} documents have copies; the largest cluster holds {summary['largest_cluster']:,})."
    )
    if raw is None or collapsed is None:
        return text
    text += f" Singleton rate by document {percent(raw)}, with each cluster counted once {percent(collapsed)}."
    if abs(raw - collapsed) < _LEAST_DIFFERENCE:
        return text + " Copies do not matter here."
    if raw < collapsed:
        return (
            text + " They differ because a copied fact looks well supported though only one source states it, and "
            "because copies swell the number of observations. The theorem assumes independent draws: by cluster they "
            "are nearest to that. By document is what the model is shown, if training keeps the copies."
        )
    return (
        text + " They differ because the copied documents state mostly facts that others state too; counted once, "
        "they weigh less against the singletons of the rest."
    )

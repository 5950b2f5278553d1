"""How often the corpus answers a prompt, from a run that kept its sketches but not its facts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds

from pipeline.counting.sketches.frequency import PromptFrequencies
from pipeline.exceptions import InputError
from pipeline.identity import prompt_id

_COLUMNS = ["attribute", "kind", "payload"]


def sketched_lookup(sketches: Path, attribute: str | None, entity_keys: Sequence[str]) -> list[dict[str, Any]]:
    """Look prompts up in the Count-Min sketch of a run.

    Parameters
    ----------
    sketches : Path
        Folder of the table `sketches`.
    attribute : str or None
        One attribute, or all that the run knows.
    entity_keys : sequence of str
        The entity, normalised as the facts' keys are, in one way or several.

    Returns
    -------
    list of dict
        One a prompt that may have been stated: entity (its key), attribute, count, low, high (statements), exact and
        confidence; the commonest first.

    Raises
    ------
    InputError
        If the run holds no such sketch.
    """
    kinds = ds.field("kind").isin(["count_min", "hll_prompts"])
    rows = ds.dataset(sketches, format="parquet").to_table(columns=_COLUMNS, filter=kinds).to_pylist()
    payload = next((r["payload"] for r in rows if r["kind"] == "count_min"), None)
    if payload is None:
        raise InputError(f"{sketches.parent} holds neither facts nor their frequencies: analyse the corpus again.")
    frequencies = PromptFrequencies.from_bytes(payload)
    known = {r["attribute"] for r in rows if r["kind"] == "hll_prompts"}
    found = []
    for name in sorted(known if attribute is None else known & {attribute}):
        for key in entity_keys:
            answer = frequencies.lookup(prompt_id(key, name))
            if answer.high:
                found.append(
                    {
                        "entity": key,
                        "attribute": name,
                        "count": answer.count,
                        "low": answer.low,
                        "high": answer.high,
                        "exact": answer.exact,
                        "confidence": answer.confidence,
                    }
                )
    return sorted(found, key=lambda r: (-r["count"], r["attribute"], r["entity"]))

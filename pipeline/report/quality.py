"""Precision and recall of extraction as measured on gold texts, for the correction of reports without an audit."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

from pipeline.estimators.noise import NoiseModel, Share

SOURCE = "precision and recall measured on gold texts of other corpora (give --audit to correct by your own)"


@lru_cache(maxsize=4)
def measured_quality(confidence: float) -> dict[str, NoiseModel]:
    """Return the noise models that ship with the program.

    The counts come from ``benchmarks/extraction_quality.py``: facts that extraction found in gold texts and those of
    them that are right, facts that the gold holds and those of them that extraction found. Singletons and other
    statements have the same precision here, and no alias is assumed.

    Parameters
    ----------
    confidence : float
        Confidence of the shares' intervals.

    Returns
    -------
    dict of str to NoiseModel
        By attribute; '*' pools all, for attributes with too few gold facts of their own.
    """
    text = files("pipeline.report").joinpath("data", "extraction_quality.tsv").read_text(encoding="utf-8")
    models = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        precision = Share.counted(int(row["tp"]), int(row["predicted"]), confidence)
        recall = Share.counted(int(row["found"]), int(row["gold"]), confidence)
        models[row["attribute"]] = NoiseModel(
            singleton_precision=precision, other_precision=precision, recall=recall, source=SOURCE
        )
    return models

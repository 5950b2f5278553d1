"""Rows of several tables brought into one order by the report's key: unit, domain, attribute."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def aligned(rows: Any, others: Any, column: str) -> npt.NDArray[np.float64]:
    """Return a numeric column of a table in the order of other rows.

    Parameters
    ----------
    rows : pyarrow.Table
        Rows with the columns unit, domain and attribute.
    others : pyarrow.Table
        Rows with the same columns, one for each of `rows`, and `column`.
    column : str
        One of its numbers.

    Returns
    -------
    ndarray of float64, shape (rows,)
        NaN for null.
    """
    known = dict(zip(_keys(others), others.column(column).to_pylist(), strict=True))
    return np.array([known[key] for key in _keys(rows)], dtype=np.float64)


def _keys(rows: Any) -> list[tuple[str, str, str]]:
    return list(zip(*(rows.column(n).to_pylist() for n in ("unit", "domain", "attribute")), strict=True))

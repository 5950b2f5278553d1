"""From a spectrum of counts to rates, intervals, floors and predictions: numpy and scipy, no files, no SQL.

One function an estimator, its formula first in the docstring; docs/statistics.md has the derivations.
"""

from pipeline.estimators.extrapolation import extrapolate
from pipeline.estimators.report_answers import AttributePrior
from pipeline.estimators.report_rows import domain_report
from pipeline.estimators.result import Estimate
from pipeline.estimators.spectrum import Spectrum
from pipeline.estimators.spectrum_files import read_spectrum
from pipeline.estimators.summary import estimate

__all__ = [
    "AttributePrior",
    "Estimate",
    "Spectrum",
    "domain_report",
    "estimate",
    "extrapolate",
    "read_spectrum",
]

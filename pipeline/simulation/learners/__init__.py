"""Learners to test the floors on."""

from pipeline.simulation.learners.beliefs import Belief, IsItValidTerms, calibration_error, is_it_valid_terms
from pipeline.simulation.learners.ngrams import NGramModel
from pipeline.simulation.learners.prompted import LEARNERS, Learner

__all__ = [
    "LEARNERS", "Belief", "IsItValidTerms", "Learner", "NGramModel", "calibration_error", "is_it_valid_terms",
]  # fmt: skip

"""Predicted floors against the errors that were made, in worlds whose facts are known."""

from pipeline.simulation.validation.by_counts import WorldOutcome, outcomes, standard_worlds
from pipeline.simulation.validation.by_models import ModelOutcome, model_outcomes, trigram_errors
from pipeline.simulation.validation.run import Validation, validate
from pipeline.simulation.validation.through_text import Cell, cells_through_text, text_world

__all__ = [
    "Cell", "ModelOutcome", "Validation", "WorldOutcome", "cells_through_text", "model_outcomes", "outcomes",
    "standard_worlds", "text_world", "trigram_errors", "validate",
]  # fmt: skip

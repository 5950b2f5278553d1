"""Worlds of known facts, rendered to text: a corpus whose truth is a table."""

from pipeline.simulation.corpus import SimulationResult, simulate
from pipeline.simulation.spec import AnswerSpec, DomainSpec, LawSpec, WorldSpec

__all__ = ["AnswerSpec", "DomainSpec", "LawSpec", "SimulationResult", "WorldSpec", "simulate"]

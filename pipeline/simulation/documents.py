"""Arrange drawn statements into documents, without changing what was drawn.

A prompt stands at most once in a document (repeats are added on purpose, later), so that the documents that
state a prompt are as many as its draws.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from pipeline.simulation.prompts import Draws
from pipeline.simulation.randomness import Stream

LONGEST_DOCUMENT = 30
_LONGEST_ENTITY_DOCUMENT = 10


@dataclass(frozen=True, slots=True)
class Statement:
    """A drawn statement: index of the attribute, number of the entity, index of the answer or −1."""

    attribute: int
    entity: int
    answer: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A document before it is written: what it states, and whether it is about one entity."""

    statements: tuple[Statement, ...]
    one_entity: bool


def planned(draws: Draws, kinds: tuple[str, ...], entity_share: float, stream: Stream) -> list[Plan]:
    """Arrange a block of draws into documents.

    Parameters
    ----------
    draws : Draws
        The block.
    kinds : tuple of str
        Kind of entity of each attribute index: numbers of different kinds are different entities.
    entity_share : float
        Share of the entities with several statements in the block that get a document of their own.
    stream : Stream
        Randomness.
    """
    statements = [
        Statement(*row)
        for row in zip(draws.attribute.tolist(), draws.entity.tolist(), draws.answer.tolist(), strict=True)
    ]
    order = stream.order(len(statements)).tolist()
    by_entity: dict[tuple[str, int], list[Statement]] = {}
    for index in order:
        statement = statements[index]
        by_entity.setdefault((kinds[statement.attribute], statement.entity), []).append(statement)
    plans: list[Plan] = []
    loose: list[Statement] = []
    chances = stream.fractions(len(by_entity)).tolist()
    for group, chance in zip(by_entity.values(), chances, strict=True):
        own, rest = _one_of_each(group) if chance < entity_share else ([], group)
        if len(own) > 1:
            plans.append(Plan(tuple(own), one_entity=True))
            loose += rest
        else:
            loose += group
    plans += _lists(loose, stream)
    return [plans[i] for i in stream.order(len(plans)).tolist()]


def _one_of_each(group: list[Statement]) -> tuple[list[Statement], list[Statement]]:
    own: dict[int, Statement] = {}
    rest = []
    for statement in group:
        if statement.attribute in own or len(own) == _LONGEST_ENTITY_DOCUMENT:
            rest.append(statement)
        else:
            own[statement.attribute] = statement
    return list(own.values()), rest


def _lists(loose: list[Statement], stream: Stream) -> list[Plan]:
    waiting = deque(loose[i] for i in stream.order(len(loose)).tolist())
    plans = []
    while waiting:
        # Squaring makes short documents common and documents of LONGEST_DOCUMENT statements rare.
        size = 1 + int(stream.fractions(1)[0] ** 2 * LONGEST_DOCUMENT)
        taken: dict[tuple[int, int], Statement] = {}
        for _ in range(min(len(waiting), 2 * size)):
            statement = waiting.popleft()
            if (statement.attribute, statement.entity) in taken:
                waiting.append(statement)
            else:
                taken[statement.attribute, statement.entity] = statement
            if len(taken) == size:
                break
        plans.append(Plan(tuple(taken.values()), one_entity=False))
    return plans

"""Counting as the user asks for it: exactly or from a sample of prompts, with sources repeated as in training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.counting.parts import count
from pipeline.counting.sketches.bounds import write_bounds
from pipeline.counting.sketches.exposure import exposed_query
from pipeline.counting.sketches.steps import OBSERVING_STEPS, scale, sketch_sql
from pipeline.counting.steps import run_steps
from pipeline.engines.protocol import SqlSession
from pipeline.exceptions import InputError
from schemas.sampled_facts import SAMPLED_FACTS

_SAMPLED = """
SELECT f.*
FROM facts AS f
INNER JOIN sample_bounds AS b ON f.attribute = b.attribute
WHERE f.prompt_id <= b.last
"""


@dataclass(frozen=True, slots=True)
class CountingConfig:
    """How facts are counted.

    Parameters
    ----------
    mode : str
        `exact`, or `sketch`: only a hash sample of each attribute's prompts is grouped.
    sketch_size : int
        Prompts sampled of each attribute, in sketch mode.
    epochs : tuple of (str, int)
        How often training repeats the documents of a domain; domains that are not named are shown once.
    """

    mode: str = "exact"
    sketch_size: int = 16_384
    epochs: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if self.mode not in ("exact", "sketch"):
            raise InputError(f"--counting must be exact or sketch, not {self.mode!r}")
        if self.sketch_size < 16:
            raise InputError(f"--sketch-size must be 16 or more, not {self.sketch_size}")

    @property
    def approximate(self) -> bool:
        """Whether counts come from a sample."""
        return self.mode == "sketch"

    @property
    def reads_epochs(self) -> bool:
        """Whether counting reads the relation epochs."""
        return self.approximate or bool(self.epochs)

    def as_dict(self) -> dict[str, Any]:
        """Return the settings, JSON-like."""
        size = {"sketch_size": self.sketch_size} if self.approximate else {}
        return {"mode": self.mode, **size, "epochs": dict(self.epochs)}


def count_as_configured(
    session: SqlSession,
    config: CountingConfig,
    on_step: Callable[[str], None] = lambda _name: None,
    *,
    staged_totals: bool = False,
) -> None:
    """Write `prompt_counts`, `frequency_spectrum` and `report_counts`, and `sampling_errors` in sketch mode.

    In sketch mode `prompt_counts` holds the sampled prompts alone, with their exact counts.

    Parameters
    ----------
    session : SqlSession
        Knows facts and duplicates, and epochs (`exposure.write_epochs`) where the configuration reads them.
    config : CountingConfig
        How to count.
    on_step : callable, optional
        Called with the name of each step before it runs.
    staged_totals : bool
        Whether the session knows `staged_sketches` of every shard, `staged_facts` and `duplicate_ids`, so that exact
        totals need no grouping of all facts.
    """
    if config.approximate:
        _count_sampled(session, config, on_step, staged_totals=staged_totals)
    elif config.epochs:
        session.materialize("exposed_facts", exposed_query("facts"))
        count(session, on_step, "exposed_facts")
    else:
        count(session, on_step)


def _count_sampled(
    session: SqlSession, config: CountingConfig, on_step: Callable[[str], None], *, staged_totals: bool
) -> None:
    on_step("sample_bounds")
    write_bounds(session, config.sketch_size)
    on_step("sampled_facts")
    session.write(SAMPLED_FACTS, _SAMPLED)
    on_step("group_totals")
    session.materialize("group_totals", sketch_sql("staged_group_totals" if staged_totals else "group_totals"))
    count_sample(session, config, on_step)


def count_sample(session: SqlSession, config: CountingConfig, on_step: Callable[[str], None]) -> None:
    """Write the tables of sampled counting from a sample that is drawn.

    Parameters
    ----------
    session : SqlSession
        Knows sample_bounds, sampled_facts, group_totals, duplicates and epochs.
    config : CountingConfig
        How the sample was drawn.
    on_step : callable
        Called with the name of each step before it runs.
    """
    session.materialize("sketch_totals", sketch_sql("sketch_totals"))
    relation = SAMPLED_FACTS.name
    if config.epochs:
        relation = "exposed_facts"
        session.materialize(relation, exposed_query(SAMPLED_FACTS.name))
    run_steps(session, OBSERVING_STEPS, on_step, relation)
    scale(session, on_step)

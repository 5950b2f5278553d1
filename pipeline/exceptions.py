"""Errors that users can meet: one base, messages that say what, where and what to do."""

from __future__ import annotations


class MonofactError(Exception):
    """Base of every error that the program raises on purpose.

    Subclasses take the whole message as their only argument, so that they survive pickling: worker
    processes and Spark hand exceptions over that way.
    """


class InputError(MonofactError):
    """The corpus, a table or a file that the user gave cannot be used."""


class UnknownColumnError(InputError):
    """A field or column was asked for that the data does not have; the message names those it has."""


class TooManyRejectsError(InputError):
    """More records were rejected than `--max-reject-fraction` allows."""


class NoFactsError(MonofactError):
    """A corpus with text gave no facts: an error, never an empty report."""


class CatalogueError(InputError):
    """An attribute catalogue or a rule in it is not valid."""


class ResumeMismatch(MonofactError):  # noqa: N818 - the name is part of the run directory's contract
    """The output directory holds another run; the message says what differs."""


class MissingDependencyError(MonofactError):
    """An optional dependency is not installed; the message says how to install it."""

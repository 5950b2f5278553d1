"""What extraction misses and makes up on the gold sets, sorted by kind, with counts.

    python benchmarks/extraction_errors.py [--profile fast]

Prints two Markdown tables: the missed facts by the first thing that went wrong, and the false statements by attribute.
Nothing here is judged by hand; what a reader found in samples stands beside the tables in `errors.md`.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from extraction import GOLD, SHARED, by_document, extract, read, scorer

from pipeline.extraction.document import Document
from pipeline.extraction.extractor import load_reader
from pipeline.extraction.statements import Reader

_PRONOUNS = frozenset(
    (
        "he",
        "she",
        "his",
        "her",
        "him",
        "they",
        "their",
        "them",
        "it",
        "its",
        "who",
        "which",
        "whose",
        "that",
        "this",
        "i",
        "my",
        "me",
        "we",
        "our",
        "us",
        "you",
        "your",
        "himself",
    )
)
NO_SUBJECT = "the gold names no subject"
PRONOUN = "subject or value is only a pronoun"
OTHER_SUBJECT = "stated of another subject, or under another of its names"
OTHER_VALUE = "stated with another value, or another of its names"
APART = "no sentence names both subject and value"
NO_TRIGGER = "no word of the sentence opens it for the attribute"
NO_MENTION = "the value is no mention: lower case, or part of a longer name"
NO_WORDING = "no pattern for the wording"
STOPPED = "a pattern matched, and a check or doubt stopped it"
UNRESOLVED = "a pattern matched, and its subject was not resolved"
KINDS = (
    NO_SUBJECT,
    PRONOUN,
    OTHER_SUBJECT,
    OTHER_VALUE,
    APART,
    NO_TRIGGER,
    NO_MENTION,
    NO_WORDING,
    STOPPED,
    UNRESOLVED,
)


class Read:
    """A document, its readings by sentence, and what matches in them.

    Parameters
    ----------
    reader : Reader
    document : dict
        A gold document.
    """

    def __init__(self, reader: Reader, document: dict[str, Any]) -> None:
        self.document = Document(document["text"], document.get("title"))
        opened = reader.opened(self.document)
        self.opened: dict[int, frozenset[str]] = {r.number: r.attributes for r in opened.readings}
        self.matched: dict[int, set[str]] = defaultdict(set)
        matched = next(reader.matches([opened]))
        for reading, matches in zip(opened.readings, matched, strict=True):
            self.matched[reading.number] |= {rule.attribute.name for rule, _ in matches}
        found = reader.read(opened, matched)
        self.unresolved = {(self.document.sentence_of(start), attribute) for start, attribute in found.subjectless}

    def stage(self, number: int, attributes: set[str], values: list[str]) -> int:
        """Return how far a sentence came on the way to a fact: the index of a kind."""
        if any((number, attribute) in self.unresolved for attribute in attributes):
            return KINDS.index(UNRESOLVED)
        if self.matched[number] & attributes:
            return KINDS.index(STOPPED)
        if not self.opened.get(number, frozenset()) & attributes:
            return KINDS.index(NO_TRIGGER)
        mentions = [mention.text for mention in self.document.encoded(number).mentions]
        named = any(value in mention or mention in value for value in values for mention in mentions)
        return KINDS.index(NO_WORDING if named else NO_MENTION)


def _sentences(document: Document, fact: dict[str, Any]) -> Iterator[int]:
    """Yield the sentences in which a fact may be stated: where the gold says, or those that name both."""
    if fact.get("start") is not None:
        yield from range(document.sentence_of(fact["start"]), document.sentence_of(fact["end"] - 1) + 1)
        return
    for number, (start, end) in enumerate(document.sentences):
        text = document.text[start:end]
        if any(name in text for name in fact["value"]) and any(name in text for name in fact["entity"]):
            yield number


def kind_of_miss(
    fact: dict[str, Any], predictions: list[tuple[str, str, str]], reading: Read, attributes: set[str]
) -> str:
    """Return the first thing that went wrong with a fact of the gold that was not found."""
    score = scorer()
    if not fact["entity"]:
        return NO_SUBJECT
    if any(all(name.casefold() in _PRONOUNS for name in fact[side]) for side in ("entity", "value")):
        return PRONOUN
    same = [p for p in predictions if p[0] == fact["attribute"]]
    if any(score.same_value(fact["attribute"], v, name) for _, _, v in same for name in fact["value"]):
        return OTHER_SUBJECT
    if any(score.same_name(e, name) for _, e, _ in same for name in fact["entity"]):
        return OTHER_VALUE
    stages = [reading.stage(number, attributes, fact["value"]) for number in _sentences(reading.document, fact)]
    return KINDS[max(stages)] if stages else APART


def count(profile: str) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]], Counter[str]]:
    """Return the misses by gold and kind, the false statements by gold and attribute, and the wordings missed."""
    score, reader = scorer(), load_reader(profile, ())
    names = sorted(reader.rules.attributes)
    misses: dict[str, Counter[str]] = {}
    false: dict[str, Counter[str]] = {}
    wordings: Counter[str] = Counter()
    for gold in GOLD:
        documents = read(SHARED / "gold" / f"{gold}.dev.jsonl.gz")
        facts = by_document(extract(documents, profile))
        misses[gold], false[gold] = Counter(), Counter()
        for document in documents:
            found = [(score.canonical(a, e or "", v or ""), s, t) for e, a, v, s, t in facts.get(document["id"], [])]
            predictions = [p for p, _, _ in found]
            missed = [
                g
                for g in document["facts"]
                if not any(p[0] == g["attribute"] and score.matches(*p, g) for p in predictions)
            ]
            reading = Read(reader, document)
            for fact in missed:
                own = {name for name in names if score.canonical(name, "e", "v")[0] == fact["attribute"]}
                kind = kind_of_miss(fact, predictions, reading, own)
                misses[gold][kind] += 1
                wordings[fact["attribute"]] += kind == NO_WORDING
            false[gold] += _false(document, found)
    return misses, false, wordings


def _false(document: dict[str, Any], found: list[tuple[tuple[str, str, str], int, int]]) -> Counter[str]:
    """Count the false statements of a document by attribute, as the scoring tool does."""
    score, seen, counts = scorer(), set(), Counter[str]()
    for (attribute, entity, value), start, end in found:
        key = (attribute, score.fold(entity), score.fold(value))
        scope = [s for s in document["scope"] if s["attribute"] == attribute]
        if key in seen or not any(start < s["end"] and end > s["start"] for s in scope):
            continue
        seen.add(key)
        facts = [g for g in document["facts"] if g["attribute"] == attribute]
        counts[attribute] += not any(score.matches(attribute, entity, value, g) for g in facts)
    return counts


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--profile", default="fast")
    misses, false, wordings = count(parser.parse_args().profile)
    print("| # | kind of miss | " + " | ".join(GOLD) + " |\n|---|---|" + "---|" * len(GOLD))
    ordered = sorted(KINDS, key=lambda kind: -sum(misses[gold][kind] for gold in GOLD))
    for k, kind in enumerate(ordered, start=1):
        print(f"| {k} | {kind} | " + " | ".join(str(misses[gold][kind] or "–") for gold in GOLD) + " |")
    print(
        "\nNo pattern for the wording, by attribute: " + ", ".join(f"{a} {n}" for a, n in wordings.most_common() if n)
    )
    print("\n| # | false statements of | " + " | ".join(GOLD) + " |\n|---|---|" + "---|" * len(GOLD))
    attributes = sorted({a for counts in false.values() for a in counts if counts[a]})
    ordered = sorted(attributes, key=lambda a: -sum(false[gold][a] for gold in GOLD))
    for k, attribute in enumerate(ordered, start=len(KINDS) + 1):
        cells = (re.sub(r"^0$", "–", str(false[gold][attribute])) for gold in GOLD)
        print(f"| {k} | {attribute} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()

"""Writes docs/attributes.md: `python -m schemas.catalogue.document > docs/attributes.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from schemas.catalogue.loader import load_catalogue
from schemas.catalogue.model import Attribute, Catalogue
from schemas.catalogue.slots import LETTERS

_HEAD = """# Attributes

Generated from the catalogue by `python -m schemas.catalogue.document`; do not edit.

Users add attributes, or replace these, by a file of their own: `monofact analyze … --attributes FILE`. A file holds
TOML tables like those of `schemas/catalogue/data/`:

```toml
[[attribute]]
name = "mascot"
question = "What is the mascot of {entity}?"
subject_type = "organization"   # person, organization, place or work
value_type = "person"           # date, person, organization, place, nationality, work, quantity or text
triggers = ["mascot"]           # only sentences with one of these are read
nouns = ["mascot"]              # "the mascot of S is V", "S's mascot is unknown"
keys = ["mascot"]               # "Mascot: V"
pattern = [{ id = "is_the_mascot", match = "{value} is the mascot of {subject}" }]
```

## The pattern language

A sentence is written with every mention as one capital letter and everything else in lower case, so that
"Ada Lovelace (born 10 December 1815) was an English mathematician." reads `P (born D) was an N mathematician.`
A pattern is an RE2 expression over that string: it runs in linear time, and what could backtrack is refused on load.
"""

_SLOTS = """
| slot | stands for |
|---|---|
| `{subject}`, `{value}` | a mention of the attribute's subject or value type; `{value:OX}` of the letters given |
| `{values}` | a list of values: each becomes a statement |
| `{subj}` | a subject with asides and auxiliaries before its verb, or only "and", "then", "," before a later verb of the same subject |
| `{fill:4}`, `{fills:4}` | up to four words of a description (one at least), no short prepositions |
| `{office}` | `{subj}` up to a role that the subject holds: "Doe was the", "Doe,", "and" |
| `{roles}` | further roles before the one that the pattern names, group r |
| `{people}` | a list of persons with their trades between, group v: "the brewer Doe and his wife Roe" |
| `{orgs}` | a list of organisations, group v: "Acme, the Globe Club and at Bolt" |
| `{listed}` | a list of subjects, group l: "the singer Doe and Roe" |
| `{mutual}` | a list of which each is the value of the others, groups l and v: "Doe, Moe and Roe" |
| `{gap:3}` | up to three words |
| `{noun}` | a noun phrase for the checks |
| `{wedded}`, `{begotten}`, `{children}`, `{schools}`, … | phrases that patterns share, see `schemas/catalogue/phrases.py` |
| `{aside}`, `{parens}` | what may stand between a name and its verb |
| `{person}`, `{org}`, `{place}`, `{date}`, `{name}`, `{work}`, `{any}`, `{det}` | a mention (or article) without a group |

With `turned = true` the slots of a pattern stand the other way round, `{subject}` for the value and `{value}` for the
entity: "{subj} founded {values}" gives one founder to several organisations. `lone = true` takes a person's name of one
word where the text gives no other. `trade = "film director"` reads it of who is said to be one in the text's opening
only. An attribute that `implies` another states it with each fact, turned round: who is
chief executive of a company is employed by it.

"""


def attributes_markdown(catalogue: Catalogue) -> str:
    """Return docs/attributes.md of a catalogue."""
    letters = "\n".join(f"| `{letter}` | {meaning} |" for letter, meaning in LETTERS.items())
    head = f"{_HEAD}\n| letter | stands for |\n|---|---|\n{letters}\n{_SLOTS}## Overview\n"
    return head + "\n".join([*_overview(catalogue), "", *_patterns(catalogue)]) + "\n"


def _overview(catalogue: Catalogue) -> Iterator[str]:
    yield "\n| attribute | question | subject | value | answers | patterns |\n|---|---|---|---|---|---|"
    for a in catalogue.attributes.values():
        answers = (
            f"{a.answer_space:,}{', about uniform' if a.uniform_answers else ''}" if a.answer_space else "from the data"
        )
        yield f"| {a.name} | {a.question} | {a.subject_type} | {a.value_type} | {answers} | {len(a.patterns)} |"


def _patterns(catalogue: Catalogue) -> Iterator[str]:
    yield "## Patterns\n"
    for a in catalogue.attributes.values():
        yield from _section(a)


def _section(a: Attribute) -> Iterator[str]:
    yield f"### {a.name}\n\nTriggers: {', '.join(a.triggers)}.\n\n```"
    yield from (f"{p.id}: {p.match}" for p in a.patterns)
    yield "```\n"


if __name__ == "__main__":
    sys.stdout.write(attributes_markdown(load_catalogue()))

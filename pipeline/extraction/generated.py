"""Rules that every attribute has by its nouns: "her date of birth is …", and statements of ignorance."""

from __future__ import annotations

from typing import Final

from schemas.catalogue import Attribute, Pattern

UNKNOWN_SUFFIX: Final = "unknown_"
"""Rules whose id starts with this say that the answer is not known."""

_NOT_KNOWN: Final = (
    r"(?:is|are|was|were|remains?|has been|have been)(?: (?:still|currently|largely|now|also))? "
    r"(?:unknown|unrecorded|uncertain|unclear|undocumented|disputed|lost|a mystery|"
    r"not (?:known|recorded|documented|clear|certain|established|preserved|given|stated))\b"
)
_VALUES: Final = {"text": "(?P<v>(?:[a-z-]+ ){0,3}[a-z-]+)", "date": "{value}", "quantity": "{value}"}


_CHECKS: Final = {"capital": ("capital_city",)}


def noun_patterns(attribute: Attribute) -> tuple[Pattern, ...]:
    """Return "S's NOUN is V" and "the NOUN of S is V", where the attribute has nouns."""
    if not attribute.nouns or attribute.name in ("award_received", "position_held", "child", "country", "residence"):
        return ()
    nouns = "|".join(attribute.nouns)
    value = _VALUES.get(attribute.value_type, "{values}" if attribute.value_type == "person" else "{value}")
    check = ("occupation_value",) if attribute.value_type == "text" else _CHECKS.get(attribute.name, ())
    article = "(?:the )?" if attribute.value_type == "person" else "(?:the |an? )?"
    is_ = rf"(?: (?:is|was|are|were)(?: (?:in|on|at|listed as|given as|recorded as))?|:) {article}"
    return (
        Pattern(id="noun_is", match=f"{{subject}}'s (?:{nouns}){is_}{value}", lone=True, check=check, confidence=0.9),
        Pattern(
            id="noun_of",
            match=rf"\b(?:{nouns}) of (?:the )?{{subject}}{is_}{value}",
            lone=True,
            check=check,
            confidence=0.88,
        ),
    )


def unknown_patterns(attribute: Attribute) -> tuple[Pattern, ...]:
    """Return the statements of ignorance about an attribute."""
    found: list[Pattern] = []
    if attribute.nouns:
        nouns = "|".join(attribute.nouns)
        about = r"\b(?:nothing|little) (?:is|was) known (?:about|of) "
        for name, match in (
            ("is", f"{{subject}}'s (?:{nouns}) {_NOT_KNOWN}"),
            ("of", rf"\b(?:{nouns}) of (?:the )?{{subject}} {_NOT_KNOWN}"),
            ("nothing", f"{about}(?:the )?(?:{nouns}) of (?:the )?{{subject}}"),
            ("nothing_possessive", f"{about}{{subject}}'s (?:{nouns})"),
            ("no_record", rf"\bno record (?:of {{subject}}'s (?:{nouns}) |of the (?:{nouns}) of )"),
        ):
            if "{subject}" in match:
                found.append(Pattern(id=f"{UNKNOWN_SUFFIX}{name}", match=match, lone=True, confidence=0.9))
    for k, clause in enumerate(attribute.unknown):
        match = (
            rf"\b(?:it is|it's|I is|I's) (?:not known|unknown|unclear|not recorded|uncertain|"
            rf"not certain|not clear) {clause}"
        )
        found.append(Pattern(id=f"{UNKNOWN_SUFFIX}clause_{k}", match=match, lone=True, confidence=0.9))
    return tuple(found)

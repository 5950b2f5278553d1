"""Conditions on a match that a pattern cannot say: named in the catalogue, one function each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pipeline.extraction.clause_checks import (
    closed,
    life_span,
    one_clause,
)
from pipeline.extraction.encoded import Encoded
from pipeline.extraction.organisation_checks import (
    body_or_board,
    ceo_role,
    club,
    company_if_president,
    employer,
    front_holder,
    hirer,
    holder,
    institution,
    joins,
    new_org,
    nobody_between,
    not_a_person,
    not_school_days,
    org_by_noun,
    org_subject,
    org_value,
    plain_gap,
    premodifier,
    runs_company,
    same_clause,
    seated,
    staff,
    team,
)
from pipeline.extraction.person_checks import (
    comments,
    occupation_only,
    occupation_value,
    party,
    person_last,
    person_noun,
    person_subject,
    position_value,
    role,
    role_first,
    role_last,
    school,
    speaker,
)
from pipeline.extraction.place_checks import (
    country_value,
    from_country,
    no_type_noun,
    not_person_subject,
)
from pipeline.extraction.work_checks import (
    artist_value,
    book_apposition,
    book_subject,
    film_subject,
    label_value,
    music,
    named_after_comma,
    not_screen,
    not_song,
    product_subject,
    title_subject,
    whole_title,
    work_subject,
)

if TYPE_CHECKING:
    from pipeline.extraction.rules import Match

CHECKS: Final[dict[str, Callable[[Encoded, Match], bool]]] = {
    check.__name__: check
    for check in (
        person_noun,
        person_last,
        title_subject,
        occupation_only,
        one_clause,
        life_span,
        closed,
        occupation_value,
        school,
        party,
        label_value,
        employer,
        hirer,
        holder,
        runs_company,
        new_org,
        org_by_noun,
        same_clause,
        premodifier,
        plain_gap,
        club,
        role,
        role_last,
        role_first,
        staff,
        body_or_board,
        nobody_between,
        not_school_days,
        not_a_person,
        team,
        front_holder,
        speaker,
        comments,
        ceo_role,
        company_if_president,
        org_subject,
        org_value,
        seated,
        institution,
        joins,
        person_subject,
        work_subject,
        book_apposition,
        book_subject,
        film_subject,
        product_subject,
        artist_value,
        not_screen,
        not_song,
        music,
        whole_title,
        named_after_comma,
        not_screen,
        no_type_noun,
        country_value,
        from_country,
        not_person_subject,
        position_value,
    )
}
"""Checks by name."""

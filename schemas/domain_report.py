"""`domain_report`: the product, one row per (unit, domain, attribute)."""

from schemas.report_counts import ROW_AND_OBSERVATIONS, SEEN_ONCE_OR_TWICE
from schemas.table import Column, Table

_SHARE = "fraction of observations, 0 to 1"
_ERR = "error rate on prompts drawn as the training prompts were, 0 to 1"

DOMAIN_REPORT = Table(
    name="domain_report",
    meaning="Rates, intervals and hallucination floors per unit, domain and attribute, with '*' for all.",
    columns=(
        *ROW_AND_OBSERVATIONS,
        *SEEN_ONCE_OR_TWICE,
        Column(
            "singleton_rate",
            "float64",
            "singletons / n: the Good–Turing missing mass. Null where n is too small to print a rate.",
            _SHARE,
            nullable=True,
        ),
        Column("singleton_rate_low", "float64", "Lower end of the interval of the missing mass.", _SHARE),
        Column("singleton_rate_high", "float64", "Upper end of the interval of the missing mass.", _SHARE),
        Column("confidence", "float64", "Confidence of the interval and of the floors.", "probability, 0 to 1"),
        Column(
            "singleton_rate_within",
            "float64",
            "The rate as if the domain were the whole corpus.",
            _SHARE,
            nullable=True,
        ),
        Column(
            "monofact_rate",
            "float64",
            "Facts (triples) stated exactly once in the whole corpus / observations of triples, abstentions included.",
            _SHARE,
            nullable=True,
        ),
        Column(
            "unique_value_ratio",
            "float64",
            "singletons / prompts: NOT the singleton rate.",
            "fraction of prompts, 0 to 1",
            nullable=True,
        ),
        Column(
            "coverage",
            "float64",
            "Chao–Jost estimate of the mass of prompts that the data answers.",
            _SHARE,
            nullable=True,
        ),
        Column(
            "prompts_unseen",
            "float64",
            "Chao1 lower bound on the prompts that the data never answers.",
            "prompts",
            nullable=True,
        ),
        Column(
            "answer_space",
            "int64",
            "Smallest number of possible answers of a prompt, |R_c|: the catalogue's where it has one, else the distinct values seen.",
            "values",
            nullable=True,
        ),
        Column(
            "guessability",
            "float64",
            "Upper limit of the chance that the best guess without knowledge is right.",
            "probability, 0 to 1",
            nullable=True,
        ),
        Column(
            "floor",
            "float64",
            "Expected floor: lower limit of the missing mass × (1 − guessability) − calibration_error, clipped at 0. Null for small n.",
            _ERR,
            nullable=True,
        ),
        Column(
            "floor_guaranteed",
            "float64",
            "Rigorous finite-sample floor, clipped at 0. Null for small n.",
            _ERR,
            nullable=True,
        ),
        Column(
            "floor_theorem2",
            "float64",
            "Theorem 2 of Kalai et al. 2025 with its printed constants, clipped at 0. Null for small n.",
            _ERR,
            nullable=True,
        ),
        Column("vacuous", "bool", "True where floor_guaranteed says nothing (0 or null)."),
        Column(
            "ceiling",
            "float64",
            "What an ideal calibrated learner reaches with high probability.",
            _ERR,
            nullable=True,
        ),
        Column(
            "calibration_error",
            "float64",
            "δ of the theorem; 0 unless the user measured it.",
            "probability, 0 to 1",
        ),
        Column(
            "floor_corrected_low",
            "float64",
            "Lower end of the floor after correction for extraction noise. Null where it cannot be said.",
            _ERR,
            nullable=True,
        ),
        Column(
            "floor_corrected_high",
            "float64",
            "Upper end of the floor after correction for extraction noise. Null where it cannot be said.",
            _ERR,
            nullable=True,
        ),
        Column(
            "approximate",
            "bool",
            "True where counts come from a sketch or a sample; the interval then carries the sampling variance.",
        ),
    ),
    sort_by=("unit", "domain", "attribute"),
)

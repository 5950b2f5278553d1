"""What runs that are to be merged have in common, and the request that they answer together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pipeline.counting.sketches.counting import CountingConfig
from pipeline.duplicates import DuplicatesConfig
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from pipeline.report.rows import ReportConfig
from pipeline.request import AnalysisRequest
from pipeline.run_directory import RunDirectory


@dataclass(frozen=True, slots=True)
class MergeRequest(AnalysisRequest):
    """A run that is made of other runs; it was asked for what they were asked for.

    Parameters
    ----------
    parts_config : dict or None
        What the parts' run.json files say of their configuration, with the corpora of all.
    """

    parts_config: dict[str, Any] | None = None

    def config(self) -> dict[str, Any]:
        """Return the parts' configuration."""
        return dict(self.parts_config or {})


@dataclass(frozen=True, slots=True)
class Parts:
    """Finished runs of one configuration.

    Parameters
    ----------
    runs : tuple of RunDirectory
        Two or more, each once.
    contents : tuple of dict
        What their run.json files say.
    config : dict
        Their configuration, with the corpora of all.
    """

    runs: tuple[RunDirectory, ...]
    contents: tuple[dict[str, Any], ...]
    config: dict[str, Any]


def read_parts(paths: Sequence[Path]) -> Parts:
    """Read the runs that are to be merged.

    Parameters
    ----------
    paths : sequence of Path
        Run directories; one that is named twice is read once.

    Raises
    ------
    InputError
        If there is only one, or one is unfinished or was made in another way than the first.
    """
    runs = [RunDirectory(path) for path in dict.fromkeys(p.absolute() for p in paths)]
    if len(runs) < 2:
        raise InputError("merge needs two runs or more: monofact merge RUN RUN… --out RUN")
    contents = [_finished(run) for run in runs]
    return Parts(tuple(runs), tuple(contents), _common_config(runs, contents))


def _finished(run: RunDirectory) -> dict[str, Any]:
    content = run.read()
    if content.get("status") != "complete":
        raise InputError(f"the run in {run.path} is not finished; repeat its `monofact analyze` command, then merge.")
    return content


def _common_config(runs: Sequence[RunDirectory], contents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    first = contents[0]["config"]
    for run, content in zip(runs[1:], contents[1:], strict=True):
        other = content["config"]
        keys = sorted({*first, *other} - {"corpus"})
        pairs = [(key, first.get(key), other.get(key)) for key in keys]
        pairs.append(("report", contents[0]["report"], content["report"]))
        told = "; ".join(f"{key} ({one!r}, there {another!r})" for key, one, another in pairs if one != another)
        if told:
            raise InputError(
                f"{run.path} was made in another way than {runs[0].path}: {told}. "
                "Only runs of one configuration add up; analyse one of the corpora again."
            )
    corpora = sorted({path for content in contents for path in content["config"]["corpus"]})
    return {**first, "corpus": corpora}


def merge_request(
    parts: Parts, out: Path, attribute_files: Sequence[str], on_message: Callable[[str], None]
) -> MergeRequest:
    """Return the request that the parts answer together.

    Parameters
    ----------
    parts : Parts
        The parts.
    out : Path
        Run directory to write.
    attribute_files : sequence of str
        Users' catalogue files that the runs were made with.
    on_message : callable
        Is told where the rules are not those of the runs.
    """
    config, report = parts.config, parts.contents[0]["report"]
    counting, duplicates = config["counting"], config["duplicates"]
    known = {f.name for f in fields(ReportConfig)}
    request = MergeRequest(
        corpus=tuple(config["corpus"]),
        out=out,
        extraction=ExtractionConfig(profile=config["extraction"]["profile"], attribute_files=tuple(attribute_files)),
        report=ReportConfig(**{key: value for key, value in report.items() if key in known}),
        duplicates=DuplicatesConfig(**{k: v for k, v in duplicates.items() if k in ("mode", "threshold")}),
        counting=CountingConfig(
            mode=counting["mode"],
            epochs=tuple(sorted(counting["epochs"].items())),
            **{k: v for k, v in counting.items() if k == "sketch_size"},
        ),
        parts_config=config,
    )
    if request.extraction.digest() != config["extraction"]["rules"]:
        on_message(
            "the runs were made with other rules or attribute files than this merge reads answer spaces from: "
            "give the runs' --attributes files again, or expect cautious floors where attributes are unknown."
        )
    return request

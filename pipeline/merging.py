"""Runs over different shards become one run: what they staged is brought together and counted again.

Files written: everything that `monofact analyze` writes. Shards are not read again; their staged facts are linked, or
copied where links are impossible.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from pipeline.analysis import AnalysisResult, conclude
from pipeline.counting.sketches.counting import CountingConfig
from pipeline.duplicates import DuplicatesConfig
from pipeline.engines.protocol import Engine
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from pipeline.progress import Progress
from pipeline.report.rows import ReportConfig
from pipeline.request import AnalysisRequest
from pipeline.run_directory import RunDirectory, ShardEntry, digest_of
from pipeline.run_record import first_content


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


def merge(
    parts: Sequence[Path],
    out: Path,
    engine: Engine,
    progress: Progress,
    attribute_files: Sequence[str] = (),
    on_message: Callable[[str], None] = lambda _text: None,
    *,
    max_reject_fraction: float = 0.1,
) -> AnalysisResult:
    """Merge finished runs into one; its tables equal those of a single run over all shards.

    Parameters
    ----------
    parts : sequence of Path
        Run directories, of the same configuration but for the corpus; two or more.
    out : Path
        Run directory to write.
    engine : Engine
        Runs the SQL.
    progress : Progress
        Where progress is shown.
    attribute_files : sequence of str
        Users' catalogue files that the runs were made with, whose answer spaces the report needs.
    on_message : callable, optional
        Receives sentences for the user.
    max_reject_fraction : float
        Largest share of records that may share an id with a record of another text, 0 to 1.

    Returns
    -------
    AnalysisResult
        The run and what its run.json says.

    Raises
    ------
    InputError
        If a part is unfinished, has another configuration, has lost its staged shards, or two parts hold different
        shards under one name.
    """
    runs = [RunDirectory(path) for path in dict.fromkeys(p.absolute() for p in parts)]
    if len(runs) < 2:
        raise InputError("merge needs two runs or more: monofact merge RUN RUN… --out RUN")
    contents = [_finished(run) for run in runs]
    config = _common_config(runs, contents)
    shards = _shards(runs)
    request = _request(config, contents[0]["report"], out, tuple(attribute_files))
    request = replace(request, max_reject_fraction=max_reject_fraction)
    if request.extraction.digest() != config["extraction"]["rules"]:
        on_message(
            "the runs were made with other rules or attribute files than this merge reads answer spaces from: "
            "give the runs' --attributes files again, or expect cautious floors where attributes are unknown."
        )
    run = RunDirectory(out)
    with run.locked():
        before = run.begin(config)
        inputs = digest_of([sorted((s, e.content) for s, (_, e) in shards.items()), "merge"])
        if before and before.get("status") == "complete" and before.get("inputs") == inputs:
            return AnalysisResult(run, before, nothing_to_do=True)
        content = first_content(request, engine) | {"inputs": inputs, "merged": [str(r.path) for r in runs]}
        run.write(content)
        for source, entry in shards.values():
            _stage(source, run, entry)
        run.sweep(list(shards))
        entries = list(run.entries().values())
        return conclude(request, run, engine, progress, content, entries, {})


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


def _shards(runs: Sequence[RunDirectory]) -> dict[str, tuple[RunDirectory, ShardEntry]]:
    found: dict[str, tuple[RunDirectory, ShardEntry]] = {}
    for run in runs:
        entries = run.entries()
        expected = {shard["name"] for shard in run.read()["shards"]}
        if missing := expected - set(entries):
            raise InputError(
                f"{run.path} has lost the staged facts of {len(missing)} of its shards ({min(missing)}, …): "
                "they lie in its _staging folder. Repeat its `monofact analyze` command, then merge."
            )
        for name in sorted(entries):
            known = found.get(name)
            if known is not None and known[1].content != entries[name].content:
                raise InputError(
                    f"{known[0].path} and {run.path} both hold a shard {name}, with different content. Name the "
                    "corpora by a folder above the shards, so that their names differ, and analyse again."
                )
            # A shard that two runs read is one shard, as it would be in a single run.
            found.setdefault(name, (run, entries[name]))
    return found


def _request(
    config: dict[str, Any], report: dict[str, Any], out: Path, attribute_files: tuple[str, ...]
) -> MergeRequest:
    counting, duplicates = config["counting"], config["duplicates"]
    known = {f.name for f in fields(ReportConfig)}
    return MergeRequest(
        corpus=tuple(config["corpus"]),
        out=out,
        extraction=ExtractionConfig(profile=config["extraction"]["profile"], attribute_files=attribute_files),
        report=ReportConfig(**{key: value for key, value in report.items() if key in known}),
        duplicates=DuplicatesConfig(**{k: v for k, v in duplicates.items() if k in ("mode", "threshold")}),
        counting=CountingConfig(
            mode=counting["mode"],
            epochs=tuple(sorted(counting["epochs"].items())),
            **{k: v for k, v in counting.items() if k == "sketch_size"},
        ),
        parts_config=config,
    )


def _stage(source: RunDirectory, run: RunDirectory, entry: ShardEntry) -> None:
    aside = run.staging_area(entry.shard)
    for file in sorted(source.staged(entry.shard).glob("*.parquet")):
        _link_or_copy(file, aside / file.name)
    run.commit(aside, entry)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)  # staged files are never changed, only replaced
    except OSError:
        shutil.copyfile(source, target)

"""Runs over different shards become one run: what they staged is brought together and counted again.

Files written: everything that `monofact analyze` writes. Shards are not read again; their staged facts are linked, or
copied where links are impossible.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.analysis import AnalysisResult, conclude
from pipeline.engines.protocol import Engine
from pipeline.exceptions import InputError
from pipeline.merging_parts import merge_request, read_parts
from pipeline.progress import Progress
from pipeline.run_directory import RunDirectory, ShardEntry, digest_of
from pipeline.run_record import first_content


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
    found = read_parts(parts)
    shards = _shards(found.runs, on_message)
    request = merge_request(found, out, attribute_files, on_message)
    request = replace(request, max_reject_fraction=max_reject_fraction)
    run = RunDirectory(out)
    with run.locked():
        before = run.begin(found.config)
        inputs = digest_of([sorted((s, e.content) for s, (_, e) in shards.items()), "merge"])
        if before and before.get("status") == "complete" and before.get("inputs") == inputs:
            return AnalysisResult(run, before, nothing_to_do=True)
        content = first_content(request, engine) | {"inputs": inputs, "merged": [str(r.path) for r in found.runs]}
        run.write(content)
        for source, entry in shards.values():
            _stage(source, run, entry)
        run.sweep(list(shards))
        entries = list(run.entries().values())
        return conclude(request, run, engine, progress, content, entries, {})


def _shards(
    runs: Sequence[RunDirectory], on_message: Callable[[str], None]
) -> dict[str, tuple[RunDirectory, ShardEntry]]:
    found: dict[str, tuple[RunDirectory, ShardEntry]] = {}
    for run in runs:
        entries = run.entries()
        expected = {shard["name"] for shard in run.read()["shards"]}
        if missing := expected - set(entries):
            raise InputError(
                f"{run.path} has lost the staged facts of {len(missing)} of its shards ({min(missing)}, …): "
                "they lie in its _staging folder. Repeat its `monofact analyze` command, then merge; runs that were "
                "counted with --counting sketch can be merged with --from sketches."
            )
        if broken := sorted(name for name, entry in entries.items() if not run.is_whole(entry)):
            raise InputError(
                f"{run.path}: the staged files of {len(broken)} of its shards ({broken[0]}, …) do not hold what was "
                "written: files were lost or changed. Repeat its `monofact analyze` command, then merge."
            )
        for name in sorted(entries):
            known = found.get(name)
            if known is not None and known[1].content != entries[name].content:
                raise InputError(
                    f"{known[0].path} and {run.path} both hold a shard {name}, with different content. Name the "
                    "corpora by a folder above the shards, so that their names differ, and analyse again."
                )
            # A shard that two runs read is one shard, as it would be in a single run.
            if known is not None:
                on_message(f"{known[0].path} and {run.path} both hold a shard {name} of equal content: it counts once")
            found.setdefault(name, (run, entries[name]))
    return found


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

#!/usr/bin/env python3
"""Builds an edited topology over what runs: each edit of tests/edits, for both targets.

    second_builds.py [--keep FOLDER] [EDIT...]

The first build is deployed, the second one written over its folder with its lock and deployed over
it, on the kit of the conformance suite. `edit.py` says what an edit holds. --keep leaves what was
built in a folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import edit
from conformance import KIT, MRC, ROOT, Failed, call, missing, prepare

EDITS = ROOT / "tests" / "edits"

#: What holds data, or what data cannot be read without. It is never deleted, and never made anew.
DATA = {
    "cfn": frozenset({
        "AWS::S3::Bucket", "AWS::DynamoDB::GlobalTable", "AWS::KMS::Key", "AWS::KMS::ReplicaKey", "AWS::Logs::LogGroup",
    }),
    "terraform": frozenset({
        "aws_s3_bucket", "aws_dynamodb_table", "aws_dynamodb_table_replica", "aws_kms_key", "aws_kms_replica_key",
        "aws_cloudwatch_log_group",
    }),
}


def judge(each: edit.Edit, target: str, folder: Path) -> None:
    """Build both, deploy one over the other, and hold what happened against what should."""
    wanted = each.outcomes[target]
    source, out, old = folder / "net.mr", folder / "out", folder / "old"
    build = (MRC, "build", source, "--target", target, "-o", out)
    folder.mkdir(parents=True)
    source.write_text(each.before)
    call(*build)
    shutil.copytree(out, old)
    source.write_text(each.after)
    built = subprocess.run([str(part) for part in build], capture_output=True, text=True, check=False)
    said = built.stdout + built.stderr
    if wanted.refused:
        if not built.returncode or wanted.refused not in said:
            raise Failed(f"mrc should refuse it with {wanted.refused}\n{said}")
        if written(out) != written(old):
            raise Failed("mrc refuses it and writes files nevertheless")
        return
    if built.returncode:
        raise Failed(said)
    call(*build, "--check")
    changes = folder / "changes.json"
    options = ["--prune"] if wanted.prune else []
    call(sys.executable, ROOT / ".ci" / "over.py", KIT, target, out, old, changes, *options)
    if lines := wanted.judge(json.loads(changes.read_text()), DATA[target]):
        raise Failed("\n".join(lines))


def written(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(each: edit.Edit, target: str, folder: Path) -> bool:
    """Judge it and print a line."""
    started, problem = time.monotonic(), None
    try:
        judge(each, target, folder / each.name / target)
    except Failed as found:
        problem = found
    title = f"{'FAILED' if problem else 'ok':7} {each.name:34} {target:10} {time.monotonic() - started:6.1f} s"
    print("\n        ".join([title, *str(problem or "").splitlines()]), flush=True)
    return problem is None


def main(arguments: list[str]) -> int:
    """All edits or those that are named, two at a time."""
    keep = Path(arguments.pop(arguments.index("--keep") + 1)) if "--keep" in arguments else None
    wanted = [each for each in arguments if each != "--keep"]
    if missing():
        return 1 if os.environ.get("CI") else 0
    edits = [edit.read(path) for path in sorted(EDITS.glob("*.md"))]
    if unknown := set(wanted) - {each.name for each in edits}:
        print(f"there is no edit {', '.join(sorted(unknown))} in {EDITS}", file=sys.stderr)
        return 2
    prepare()
    jobs = [(each, target) for each in edits if not wanted or each.name in wanted for target in edit.TARGETS]
    with contextlib.ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mrc-edits-")))
        with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
            passed = list(workers.map(lambda job: told(*job, folder), jobs))
    print(f"\n{sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

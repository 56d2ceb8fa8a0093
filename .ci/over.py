#!/usr/bin/env python3
"""Takes a second build over the first with the kit, and tells what became of what was there.

    over.py KIT cfn NEW OLD CHANGES_JSON [--prune]
    over.py KIT terraform NEW OLD CHANGES_JSON

Does what the kit's `cfn_deploy.py NEW --over OLD` and `tf_check.sh --over OLD NEW` do, with what
`corrected.py` corrects; the exit status is theirs. The file gets types by what happened: `created`, `replaced`, `deleted`, and `kept`
where something left the source and stays in AWS.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import corrected

sys.path.insert(0, str(Path(sys.argv[1]).resolve()))


def cloudformation(new: str, old: str, changes: Path, *options: str) -> int:
    """Deploy OLD and NEW over it, with a look at the state after each."""
    corrected.correct_cloudformation()
    corrected.correct_deletions()
    import cfn_deploy
    from mrc_conformance.cloudformation import deployment

    deploy, seen = deployment.deploy, []

    def deploy_and_look(aws, manifest, state, say, **more):
        left = deploy(aws, manifest, state, say, **more)
        kept = {record["physical_id"] for record in state.retained}
        seen.append(({(key, name): (record["type"], record["physical_id"])
                      for key, stack in state.stacks.items()
                      for name, record in stack["resources"].items()}, kept))
        return left

    deployment.deploy = deploy_and_look
    status = cfn_deploy.main([new, "--over", old, "--quiet", *options])
    if len(seen) == 2:
        (before, _), (after, kept) = seen
        found = list(_between(before, after, kept))
        write(changes, found)
    return status


def _between(before: dict, after: dict, kept: set[str]) -> Iterator[tuple[str, str]]:
    """(what happened, type). A kept resource may also have been replaced."""
    yield from (("created", kind) for key, (kind, _) in after.items() if key not in before)
    for key, (kind, identity) in before.items():
        if identity in kept:
            yield "kept", kind
        if key in after and after[key][1] != identity:
            yield "replaced", kind
        elif key not in after and identity not in kept:
            yield "deleted", kind


#: What a plan's actions come to.
ACTIONS = {("create",): "created", ("delete",): "deleted", ("forget",): "kept",
           ("delete", "create"): "replaced", ("create", "delete"): "replaced"}


def terraform(new: str, old: str, changes: Path) -> int:
    """Apply OLD and NEW over it. That a first apply leaves nothing to do, conformance.py proves."""
    corrected.correct_terraform()
    from mrc_conformance import terraform_check as check

    applied, judge_plan = check.applied, check.judge_plan

    def applied_once(tree, of, judge=None):
        if judge is not None:
            return applied(tree, of, judge)
        check.step(f"apply{of}", tree.run("apply", "-input=false", "-no-color", "-auto-approve"))
        return check.step(f"show{of}", tree.run("show", "-json", "-no-color"))

    def judge_and_tell(plan, allowed):
        write(changes, [(ACTIONS[actions], each["type"]) for each in plan.get("resource_changes", [])
                        if each["mode"] == "managed"
                        and (actions := tuple(each["change"]["actions"])) in ACTIONS])
        judge_plan(plan, allowed)

    check.applied, check.judge_plan = applied_once, judge_and_tell
    return check.main([new, "--over", old])


def write(path: Path, found: list[tuple[str, str]]) -> None:
    """Types by what happened to them."""
    path.write_text(json.dumps({what: sorted(kind for each, kind in found if each == what)
                                for what in ("created", "replaced", "deleted", "kept")}))


if __name__ == "__main__":
    from mrc_conformance.environment import enter_venv

    enter_venv()
    program = {"cfn": cloudformation, "terraform": terraform}[sys.argv[2]]
    sys.exit(program(sys.argv[3], sys.argv[4], Path(sys.argv[5]), *sys.argv[6:]))

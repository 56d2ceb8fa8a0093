"""Reads an edit: a topology, what is changed in it, and what must come of it.

An edit is a file `tests/edits/NAME.md`: a title, a paragraph that says in plain words what is
right, `## Before` with a whole program, `## Edit` with a diff of it, and `## Outcome`:

    - cfn: deploys with --prune; deletes *; keeps AWS::S3::Bucket
    - terraform: refused with MR512

Clauses are `deploys`, `deploys with --prune`, `refused with MRnnn`, and what an edit may do beside
creating and updating: `replaces TYPE, …`, `deletes TYPE, …` (`*` is all but data) and `keeps TYPE, …`,
which must leave the source and stay in AWS. A type whose name ends with `*` stands for all that begin
so. What is not said must not happen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

TARGETS = ("cfn", "terraform")
BLOCK = re.compile(r"^```(mr|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OUTCOME = re.compile(r"^- (\w+): (.+)$", re.MULTILINE)


@dataclass
class Outcome:
    """What must come of an edit in one target."""

    refused: str | None = None
    prune: bool = False
    replaces: list[str] = field(default_factory=list)
    deletes: list[str] = field(default_factory=list)
    keeps: list[str] = field(default_factory=list)

    def judge(self, changes: dict[str, list[str]], data: frozenset[str]) -> list[str]:
        """What happened and should not have, and the other way round."""
        lines = []
        for what, allowed in (("replaced", self.replaces), ("deleted", self.deletes), ("kept", self.keeps)):
            kinds = sorted(set(changes[what]))
            lines += [f"{kind} is {what}" for kind in kinds if not _among(kind, allowed)
                      or (what != "kept" and kind in data and kind not in allowed)]
        lines += [f"no {name} is kept" for name in self.keeps
                  if not any(fnmatchcase(kind, name) for kind in changes["kept"])]
        return lines


@dataclass
class Edit:
    """One file."""

    name: str
    before: str
    after: str
    outcomes: dict[str, Outcome]


def read(path: Path) -> Edit:
    """The file must have all its parts."""
    text = path.read_text()
    blocks = BLOCK.findall(text)
    if [kind for kind, _ in blocks] != ["mr", "diff"]:
        raise ValueError(f"{path}: it needs one program and one diff of it")
    (_, before), (_, diff) = blocks
    outcomes = {target: _outcome(path, said) for target, said in OUTCOME.findall(text)}
    if tuple(outcomes) != TARGETS:
        raise ValueError(f"{path}: it needs an outcome for each of {', '.join(TARGETS)}")
    return Edit(path.stem, before, _patched(path, before, diff), outcomes)


def _outcome(path: Path, said: str) -> Outcome:
    outcome = Outcome()
    for clause in said.split("; "):
        word, _, rest = clause.partition(" ")
        if clause == "deploys with --prune":
            outcome.prune = True
        elif match := re.fullmatch(r"refused with (MR\d{3})", clause):
            outcome.refused = match[1]
        elif word in ("replaces", "deletes", "keeps"):
            setattr(outcome, word, rest.split(", "))
        elif clause != "deploys":
            raise ValueError(f"{path}: {clause!r} is no outcome")
    return outcome


def _patched(path: Path, before: str, diff: str) -> str:
    """A hunk ends at an empty line. What it takes must be there once; what takes nothing comes last."""
    text = before
    for hunk in diff.strip("\n").split("\n\n"):
        lines = hunk.split("\n")
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        if not old:
            text += new
        elif ("\n" + text).count("\n" + old) == 1:
            text = ("\n" + text).replace("\n" + old, "\n" + new)[1:]
        else:
            raise ValueError(f"{path}: the program does not have this once:\n{old}")
    return text


def _among(kind: str, names: list[str]) -> bool:
    return any(fnmatchcase(kind, name) for name in names)

#!/usr/bin/env python3
"""Runs the real validators over the output of every example, for both targets.

    conformance.py [--bless] [EXAMPLE...]

The kit is `../shared/conformance` beside the checkout, or $MRC_CONFORMANCE; its `setup.sh` installs
what it needs. Without the kit this fails where CI is set, and says so loudly elsewhere. --bless
writes the reachability matrices to snapshots/reach/.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = Path(os.environ.get("MRC_CONFORMANCE", ROOT.parent / "shared" / "conformance"))
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
MRC = Path(os.environ.get("MRC_BINARY", TARGET / "release" / "mrc"))

#: Programs of the kit, with what it does not know yet.
CORRECTED = (sys.executable, ROOT / ".ci" / "corrected.py", KIT)

#: What the kit lacks, pinned, in an environment of its own.
REQUIREMENTS = ROOT / ".ci" / "requirements.txt"
VENV = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "mrc-ci" / "venv"
SHELLCHECK = VENV / "bin" / "shellcheck"

#: Examples that are also built with the options that are not the default.
VARIANTS = {
    "full-mesh": [["--accepter", "pipeline"]],
    "vpc-peering": [["--wire", "parameters"], ["--accepter", "pipeline"]],
    "two-accounts": [["--wire", "parameters"], ["--accepter", "pipeline"]],
}

FINDING = re.compile(r"^(checkov|trivy) ([A-Z0-9_-]+): ")

#: Lines of a run that only say that it went on.
PROGRESS = re.compile(r"^(ok  |.*: (Creat|Read|Refresh|Modif|Destr|Still))|^\s*$")


class Failed(Exception):
    """A validator found something."""


class Example:
    """One example on its way through the validators."""

    def __init__(self, name: str, folder: Path, bless: bool, used: Counter):
        self.name, self.folder, self.bless, self.used = name, folder, bless, used
        self.passed, self.failed = 0, []

    def step(self, title: str, work) -> None:
        """Run one step; a failure is told and the next one is tried."""
        started = time.monotonic()
        try:
            work()
        except Failed as problem:
            self.failed.append(title)
            print(f"FAILED  {self.name:14} {title:34} {time.monotonic() - started:6.1f} s\n{problem}", flush=True)
        else:
            self.passed += 1
            print(f"ok      {self.name:14} {title:34} {time.monotonic() - started:6.1f} s", flush=True)

    def run(self) -> None:
        cfn, terraform = self.folder / "cfn", self.folder / "terraform"
        matrix, other = self.folder / "cfn.json", self.folder / "terraform.json"
        source = ROOT / "examples" / self.name / "net.mr"
        self.step("build cfn", lambda: call(MRC, "build", "--deny", "warnings", source, "--target", "cfn", "-o", cfn))
        self.step("build terraform", lambda: call(MRC, "build", "--deny", "warnings", source, "--target", "terraform", "-o", terraform))
        self.step("cfn-lint", lambda: call(KIT / "cfn_lint.sh", cfn))
        self.step("shellcheck", lambda: call(SHELLCHECK, cfn / "deploy.sh"))
        self.step("deploy and destroy", lambda: self.deploy(cfn, matrix))
        self.step("terraform", lambda: self.terraform(terraform, other))
        self.step("the same network", lambda: call(KIT / "walk.py", "compare", matrix, other))
        self.step("the expected network", lambda: self.expected(matrix))
        self.step("the network of the source", lambda: self.of_source(source, matrix))
        self.step("policy cfn", lambda: self.policy(cfn))
        self.step("policy terraform", lambda: self.policy(terraform))
        for options in VARIANTS.get(self.name, ()):
            self.variant(source, options, matrix)

    def variant(self, source: Path, options: list[str], matrix: Path) -> None:
        title = " ".join(options)
        out, found = self.folder / title.replace(" ", ""), self.folder / f"{title.replace(' ', '')}.json"
        self.step(f"build {title}", lambda: call(MRC, "build", source, "--target", "cfn", *options, "-o", out))
        self.step(f"cfn-lint {title}", lambda: call(KIT / "cfn_lint.sh", out))
        self.step(f"shellcheck {title}", lambda: call(SHELLCHECK, out / "deploy.sh"))
        self.step(f"deploy {title}", lambda: self.deploy(out, found))
        self.step(f"the same {title}", lambda: call(KIT / "walk.py", "compare", found, matrix))

    def deploy(self, out: Path, matrix: Path) -> None:
        prepare = ROOT / ".ci" / "prepare" / f"{self.name}.py"
        options = ["--prepare", prepare] if prepare.exists() else []
        call(*CORRECTED, "cfn", out, "--matrix", matrix, "--deploy-and-destroy", "--quiet", *options)

    def terraform(self, out: Path, matrix: Path) -> None:
        state = self.folder / "state.json"
        # What exists stands in a root of its own, which uses the output as a module.
        estate = ROOT / ".ci" / "prepare" / f"{self.name}.tf"
        root = out
        if estate.exists():
            root = self.folder / "estate"
            shutil.copytree(out, root / "net")
            shutil.copy(estate, root / "main.tf")
        call(*CORRECTED, "terraform", root, state)
        call(KIT / "walk.py", "terraform", state, "--json", matrix)

    def expected(self, matrix: Path) -> None:
        known = ROOT / "snapshots" / "reach" / f"{self.name}.json"
        found = json.loads(matrix.read_text())
        found["why_not"] = {}
        text = json.dumps(found, indent=1, sort_keys=True) + "\n"
        if self.bless:
            known.parent.mkdir(parents=True, exist_ok=True)
            known.write_text(text)
        if not known.exists():
            raise Failed(f"{known} is missing: run .ci/conformance.py --bless and read it")
        call(KIT / "walk.py", "compare", matrix, known)

    def of_source(self, source: Path, matrix: Path) -> None:
        """What mrc proves of the source is what both targets built."""
        said = json.loads(call(MRC, "reach", source, "--matrix", "--format", "json"))
        built = json.loads(matrix.read_text())
        # What exists may stand for more than the one subnet that the test gives it.
        unknown = {name for name, each in said["subnets"].items() if each["existing"] and name not in built["subnets"]}
        for part in ("reach", "internet"):
            said[part] = {row: {column: cell for column, cell in cells.items() if column not in unknown}
                          for row, cells in said[part].items() if row not in unknown}
        said["why_not"] = {}
        ours = self.folder / "source.json"
        ours.write_text(json.dumps(said))
        call(KIT / "walk.py", "compare", ours, matrix)

    def policy(self, out: Path) -> None:
        skips = skipped()
        result = subprocess.run([str(KIT / "policy.sh"), str(out)], capture_output=True, text=True, check=False)
        lines = [line for line in result.stdout.splitlines() if line]
        findings = [(match.groups(), line) for line in lines if (match := FINDING.match(line))]
        self.used.update(rule for rule, _ in findings)
        left = [line for rule, line in findings if rule not in skips]
        if left or (result.returncode and not findings):
            raise Failed("\n".join(left) or result.stdout + result.stderr)


def skipped() -> set[tuple[str, str]]:
    """Rules of .ci/policy-skips.txt: TOOL RULE, then the reason."""
    lines = (ROOT / ".ci" / "policy-skips.txt").read_text().splitlines()
    rules = set()
    for line in lines:
        if line and not line.startswith("#"):
            tool, rule, reason = line.split(None, 2)
            assert reason
            rules.add((tool, rule))
    return rules


def call(*command) -> str:
    """What a command prints. It must succeed; its output is shown when it does not."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if result.returncode:
        lines = [line for line in (result.stdout + result.stderr).splitlines() if not PROGRESS.match(line)]
        raise Failed("\n".join(lines)[-4000:])
    return result.stdout


def missing() -> bool:
    """Whether there is no kit, which is said loudly."""
    if (KIT / "setup.sh").exists():
        return False
    print(f"NO CONFORMANCE: there is no kit at {KIT}; set MRC_CONFORMANCE", file=sys.stderr)
    return True


def prepare() -> None:
    """What the kit needs and what it lacks, and mrc."""
    # Python that is not compiled anew for each of some hundred processes: half of the time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([str(KIT / "setup.sh")], check=True)
    stamp = VENV / "requirements.stamp"
    if not stamp.exists() or stamp.read_text() != REQUIREMENTS.read_text():
        call(sys.executable, "-m", "venv", VENV)
        call(VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS)
        stamp.write_text(REQUIREMENTS.read_text())
    if "MRC_BINARY" not in os.environ:
        subprocess.run(["cargo", "build", "--release", "--quiet"], check=True, cwd=ROOT)


def main(arguments: list[str]) -> int:
    bless = "--bless" in arguments
    wanted = [each for each in arguments if not each.startswith("--")]
    if missing():
        return 1 if os.environ.get("CI") else 0
    prepare()
    names = sorted(path.parent.name for path in (ROOT / "examples").glob("*/net.mr"))
    used: Counter = Counter()
    with tempfile.TemporaryDirectory(prefix="mrc-conformance-") as folder:
        examples = [Example(name, Path(folder) / name, bless, used) for name in names if not wanted or name in wanted]
        for example in examples:
            example.folder.mkdir()
        with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
            list(workers.map(Example.run, examples))
    failed = sum(len(example.failed) for example in examples)
    if not wanted:
        for rule in sorted(skipped() - set(used)):
            print(f"FAILED  the skip of {' '.join(rule)} in .ci/policy-skips.txt is not needed any more")
            failed += 1
    print(f"\n{sum(example.passed for example in examples)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

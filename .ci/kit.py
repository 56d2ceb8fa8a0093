#!/usr/bin/env python3
"""Runs a program of the conformance kit with what `beyond.py` adds to it.

    kit.py KIT walk ARGUMENT...         the kit's walk.py
    kit.py KIT tf_check DIR STATE_JSON  the kit's tf_check.sh
"""

from __future__ import annotations

import sys
from pathlib import Path

KIT = Path(sys.argv[1]).resolve()
sys.path.insert(0, str(KIT))

from mrc_conformance.environment import enter_venv  # noqa: E402


def main(program: str, arguments: list[str]) -> int:
    """Teach the kit, then do what its program does."""
    import beyond

    beyond.teach()
    if program == "walk":
        import walk

        return walk.main(arguments)
    from mrc_conformance import terraform_check

    return terraform_check.main(arguments)


if __name__ == "__main__":
    enter_venv()
    sys.exit(main(sys.argv[2], sys.argv[3:]))

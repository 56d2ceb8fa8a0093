#!/usr/bin/env python3
"""Deploys an output folder to the kit's emulator and deletes it again.

    deploy.py KIT OUT_DIR MATRIX_FILE [PREPARE_FILE]

The emulator gets two corrections beside the kit's own; each says what AWS does. `beyond.py` adds
the endpoints of network firewalls. A prepare file is
Python with `prepare(client) -> {parameter: value}`: it makes what a topology calls `existing`, and
what it returns fills the parameters of the templates that declare them.
"""

from __future__ import annotations

import copy
import json
import runpy
import shutil
import sys
import tempfile
from pathlib import Path

KIT = Path(sys.argv[1]).resolve()
sys.path.insert(0, str(KIT))

from mrc_conformance.environment import enter_venv  # noqa: E402


def correct() -> None:
    """AWS tells accounts apart by who calls, and aliases are no shared property of multi-Region keys."""
    from moto.core.responses import BaseResponse
    from moto.iam.models import get_account_id_from
    from moto.kms.models import KmsBackend

    BaseResponse.get_current_account = lambda self: get_account_id_from(self.get_access_key())
    replicate = KmsBackend.replicate_key

    def replicate_key(self, key_id, replica_region):
        key = replicate(self, key_id, replica_region)
        key.aliases = {}
        return key

    KmsBackend.replicate_key = replicate_key


def main(out: Path, matrix: Path, prepare: Path | None) -> int:
    """Start the emulator, prepare, deploy, walk, destroy."""
    from mrc_conformance.cloudformation.aws import Aws
    from mrc_conformance.emulator.server import running_emulator

    import cfn_deploy
    import beyond

    correct()
    beyond.teach()
    with running_emulator() as endpoint, tempfile.TemporaryDirectory() as folder:
        if prepare is not None:
            made = runpy.run_path(str(prepare))["prepare"](Aws(endpoint).client)
            out = filled(out, Path(folder) / "out", made)
        return cfn_deploy.main([str(out), "--endpoint", endpoint, "--matrix", str(matrix), "--deploy-and-destroy", "--quiet"])


def filled(out: Path, target: Path, values: dict) -> Path:
    """A copy whose manifest gives each template the values of the parameters it declares."""
    from mrc_conformance.cloudformation.template import read

    shutil.copytree(out, target)
    manifest = json.loads((target / "manifest.json").read_text())
    for stack in manifest["stacks"]:
        declared = read(target / stack["template"]).parameters
        given = copy.deepcopy({name: value for name, value in values.items() if name in declared})
        stack["parameters"] = {**stack.get("parameters", {}), **given}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2))
    return target


if __name__ == "__main__":
    enter_venv()
    paths = [Path(each) for each in sys.argv[2:]]
    sys.exit(main(paths[0], paths[1], paths[2] if len(paths) > 2 else None))

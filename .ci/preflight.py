#!/usr/bin/env python3
"""Holds CloudFormation output against what AWS is known to refuse beyond its schemas.

    preflight.py [FOLDER...]

A folder is an output of `mrc build --target cfn`, or holds some. Without one every example is built
afresh, with each of the options that change templates, and the right program of every page: nearly
all of the language, on the boundaries of AWS. The rules are those of cdk-preflight, run by
AWS's cloudformation-validate beside its own. Both come from PyPI, pinned in
preflight-requirements.txt, into an environment of their own ($MRC_PREFLIGHT_VENV).

An error that `preflight-skips.txt` does not explain fails. So does a rule about a type that mrc
emits and that has no line in `schema/refusals.json`, and a line whose rule is no more.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / ".ci" / "preflight-requirements.txt"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
VENV = Path(os.environ.get("MRC_PREFLIGHT_VENV", CACHE / "mrc-preflight" / "venv"))
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
MRC = Path(os.environ.get("MRC_BINARY", TARGET / "release" / "mrc"))

#: Options that change templates, by the name of the folder that they are built into.
VARIANTS = {"default": [], "parameters": ["--wire", "parameters"], "pipeline": ["--accepter", "pipeline"]}

#: Where a topology names no account.
ACCOUNT = "111122223333"

#: A template that is wrong, and the rules that say so: one that knows the region, and one that does not.
CANARY = {
    "pf-ec2-sg-group-name": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"GroupDescription": "a", "GroupName": "sg-a"}},
    "pf-ec2-vpce-service-region": {
        "Type": "AWS::EC2::VPCEndpoint",
        "Properties": {"ServiceName": "com.amazonaws.eu-west-1.s3", "VpcId": "vpc-0123456789abcdef0"},
    },
}

#: The program that a page calls right, and its lock where one follows.
RIGHT = re.compile(r"^## Right\n\n```mr\n(.*?)```(?:\n\n```toml\n(.*?)```)?", re.MULTILINE | re.DOTALL)

HEADER = "package cdk_preflight\n\nimport rego.v1\n"


def main(arguments: list[str]) -> int:
    """Judge the folders and the table; tell each finding and how many rules hold."""
    enter_venv()
    rules, libraries = package()
    types = emitted_types()
    ours = [rule for rule in rules if "*" in rule["resourceTypes"] or types & set(rule["resourceTypes"])]
    failures = table(ours)
    with tempfile.TemporaryDirectory(prefix="mrc-preflight-") as scratch:
        folders = [Path(argument) for argument in arguments] or built(Path(scratch))
        templates = placed(folders)
        failures += [f"no template in {', '.join(map(str, folders))}"] if not templates else []
        with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
            judged = workers.map(lambda each: judge(ours, libraries, *each), sorted(templates.items()))
            found = [finding for findings in judged for finding in findings]
        failures += asleep(ours, libraries, Path(scratch))
    failures += unexpected(found, everything=not arguments)
    for failure in failures:
        print(f"FAILED  {failure}")
    print(f"\n{len(ours)} rules over {sum(map(len, templates.values()))} templates")
    print(f"{max(0, len(ours) + sum(map(len, templates.values())) - len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


def enter_venv() -> None:
    """Go on in the environment of the pinned packages, which is made when it is not there."""
    python, stamp = VENV / "bin" / "python", VENV / "requirements.stamp"
    if not stamp.exists() or stamp.read_text() != REQUIREMENTS.read_text():
        print(f"installing into {VENV}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        # cdk-preflight is read, not run: without the CDK that it depends on.
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "-r", str(REQUIREMENTS)], check=True)
        stamp.write_text(REQUIREMENTS.read_text())
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), *sys.argv])


def package() -> tuple[list[dict], list[dict]]:
    """The rules of cdk-preflight, and the functions that they share."""
    import importlib.metadata

    files = importlib.metadata.files("cdk-preflight") or []
    archive = next(Path(file.locate()) for file in files if file.name.endswith(".jsii.tgz"))
    with tarfile.open(archive) as tar:
        text = tar.extractfile("package/lib/rules.generated.js").read().decode()

    def array(name: str) -> list[dict]:
        # What stands right of the equals sign is JSON.
        at = text.index(f"exports.{name} = [") + len(f"exports.{name} = ")
        return json.JSONDecoder().raw_decode(text, at)[0]

    return array("BUNDLED_RULES"), array("BUNDLED_LIBS")


def emitted_types() -> set[str]:
    """The resource types whose schemas mrc keeps: those that it emits."""
    schemas = (ROOT / "schema" / "cloudformation").glob("*.json")
    return {json.loads(path.read_text())["typeName"] for path in schemas}


def table(ours: list[dict]) -> list[str]:
    """What `schema/refusals.json` lacks of the rules of our types, and what it has too much."""
    known = {line["rule"]: line for line in json.loads((ROOT / "schema" / "refusals.json").read_text())["rules"]}
    missing = [
        f"{rule['id']} has no line in schema/refusals.json: {rule['title']} ({', '.join(rule['resourceTypes'])})"
        for rule in ours
        if rule["id"] not in known
    ]
    stale = sorted(set(known) - {rule["id"] for rule in ours})
    return missing + [f"{rule} of schema/refusals.json is no rule of a type that mrc emits" for rule in stale]


def built(scratch: Path) -> list[Path]:
    """Every example, built with each of the variants, and the right program of every page."""
    if not MRC.exists():
        subprocess.run(["cargo", "build", "--release", "--quiet"], check=True, cwd=ROOT)
    builds = []
    for source in sorted((ROOT / "examples").glob("*/net.mr")):
        builds += [(source, scratch / source.parent.name / variant, options) for variant, options in VARIANTS.items()]
    for page in sorted((ROOT / "src").rglob("*.md")):
        if program := RIGHT.search(page.read_text()):
            source = scratch / "pages" / page.stem / "net.mr"
            source.parent.mkdir(parents=True)
            source.write_text(program[1])
            if program[2]:
                source.with_name("net.mr.lock").write_text(program[2])
            builds.append((source, source.parent / "cfn", []))
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        return list(workers.map(lambda each: build(*each), builds))


def build(source: Path, out: Path, options: list[str]) -> Path:
    """The folder of one build, which must succeed."""
    command = [str(MRC), "build", str(source), "--target", "cfn", *options, "-o", str(out)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return out


def placed(folders: list[Path]) -> dict[tuple[str, str], list[Path]]:
    """Templates by the region and the account that they are deployed into, each once."""
    templates: dict[tuple[str, str], set[Path]] = defaultdict(set)
    for manifest in {path for folder in folders for path in folder.rglob("manifest.json")}:
        for stack in json.loads(manifest.read_text())["stacks"]:
            template = manifest.parent / stack["template"]
            if template.exists():
                templates[stack["region"], stack.get("account") or ACCOUNT].add(template)
    return {place: sorted(paths) for place, paths in templates.items()}


def judge(rules: list[dict], libraries: list[dict], place: tuple[str, str], templates: list[Path]) -> list[tuple[str, str]]:
    """Rule and finding, for each error in the templates of one place."""
    from cloudformation_validate import (
        EngineConfig, ExternalRuleSource, PseudoParameterOverrides, RegoEngine, ReportStatus, Severity, ValidateConfig,
    )

    region, account = place
    # Modules cost time, rules do not: one for each service, as cdk-preflight does it.
    services: dict[str, list[str]] = defaultdict(list)
    for rule in rules:
        services[rule["service"]].append(re.sub(r"^(?:package|import)\s.*\n", "", rule["rego"], flags=re.MULTILINE))
    environment = f"{HEADER}\ndeploy_region := {json.dumps(region)}\ndeploy_account := {json.dumps(account)}\n"
    modules = [(each["name"], each["rego"]) for each in libraries]
    modules += [(f"service_{name}", HEADER + "\n".join(bodies)) for name, bodies in services.items()]
    modules.append(("_pf_deploy_environment", environment))
    engine = RegoEngine(EngineConfig(custom_rules=[ExternalRuleSource(name=name, content=rego) for name, rego in modules]))
    config = ValidateConfig(
        severity_level=Severity.WARN,
        pseudo_parameter_overrides=PseudoParameterOverrides(account_id=account, region=region),
    )
    found = []
    for template in templates:
        # example/variant/place/stack: the folders before are of this run alone.
        name = "/".join(template.parts[-4:])
        report = engine.validate_template(str(template), config)
        if report.status != ReportStatus.OK:
            found.append(("unreadable", f"{name}: {report.status.name}"))
        for each in report.diagnostics:
            where = f"{each.entity.logical_id if each.entity else ''} {each.property_path or ''}".strip()
            line = f"{each.rule_id}: {name}: {where}: {each.message}"
            if each.severity in (Severity.ERROR, Severity.FATAL):
                found.append((each.rule_id, line))
            elif each.rule_id.startswith("pf-"):
                print(f"warning {line}")
    return found


def asleep(rules: list[dict], libraries: list[dict], scratch: Path) -> list[str]:
    """Rules that do not see what they are there for, as when they are not loaded at all."""
    template = scratch / "canary.json"
    template.write_text(json.dumps({"Resources": {f"R{ix}": each for ix, each in enumerate(CANARY.values())}}))
    seen = {rule for rule, _ in judge(rules, libraries, ("us-east-1", ACCOUNT), [template])}
    return [f"{rule} does not see a template that it refuses" for rule in CANARY if rule not in seen]


def unexpected(found: list[tuple[str, str]], everything: bool) -> list[str]:
    """Findings that no skip explains, and skips that explain nothing."""
    skips = {}
    for line in (ROOT / ".ci" / "preflight-skips.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            rule, reason = line.split(None, 1)
            skips[rule] = reason
    failures = [line for rule, line in found if rule not in skips]
    if everything:
        unused = sorted(set(skips) - {rule for rule, _ in found})
        failures += [f"the skip of {rule} in .ci/preflight-skips.txt is not needed any more" for rule in unused]
    return failures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Writes the OSCAL documents of assessments and has compliance-trestle read, import and validate them.

Usage: validate_oscal.py PROGRAM ASSESSMENT...; exits with 1 when a document has a problem.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones

KINDS = [
    ("assessment-results", "oscal-ar", AssessmentResults),
    ("plan-of-action-and-milestones", "oscal-poam", PlanOfActionAndMilestones),
]


def run(command, folder):
    """Runs a command, and gives what it said where it failed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).strip()


def problems(kind, model, path, name, workspace):
    """What is wrong with a document, one line each."""
    try:
        read = model.oscal_read(path)
    except Exception as error:
        return [f"the model does not read it: {error}"]
    if read is None:
        return ["the model reads nothing"]
    said = json.loads(read.oscal_serialize_json())
    if when(said) != when(json.loads(path.read_text())):
        return ["the model does not write what it read"]
    trestle = [sys.executable, "-m", "trestle"]
    steps = [
        trestle + ["import", "-f", str(path), "-o", name],
        trestle + ["validate", "-t", kind, "-n", name],
    ]
    return [said for said in (run(step, workspace) for step in steps) if said]


def when(value):
    """The value with moments in one spelling: `Z` and `+00:00` are the same."""
    if isinstance(value, dict):
        return {key: when(held) for key, held in value.items()}
    if isinstance(value, list):
        return [when(held) for held in value]
    if isinstance(value, str) and value.endswith("T00:00:00+00:00"):
        return value[: -len("+00:00")] + "Z"
    return value


def main(program, assessments):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        workspace = folder / "workspace"
        workspace.mkdir()
        if said := run([sys.executable, "-m", "trestle", "init", "--local"], workspace):
            sys.exit(said)
        for assessment in map(pathlib.Path, assessments):
            for kind, ending, model in KINDS:
                name = f"{assessment.parent.name}-{ending}"
                path = folder / f"{assessment.parent.name}.{ending}.json"
                subprocess.run(
                    [program, "--quiet", "report", str(assessment), "-o", str(path)], check=True
                )
                wrong = problems(kind, model, path, name, workspace)
                print(f"{assessment} {ending}: {'FAIL' if wrong else 'pass'}")
                for line in wrong:
                    print(f"    {line}")
                failed += bool(wrong)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])

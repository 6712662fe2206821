"""Recalculates workbooks with LibreOffice and holds every total against the score of the program.

Saving with openpyxl drops the results that were stored beside the formulas, so that what is compared
was computed from the formulas alone. Then one answer is changed in the assessment, and its level in
the workbook: the workbook must come to the score of the changed assessment.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl

TOLERANCE = 1e-9
# A gating choice with nothing behind it that other questions hang on, from its best to its worst option.
QUESTION, OPTIONS = "Q.rvw.06", {
    "full-export": 1.0,
    "untried-export": 0.75,
    "partial-export": 0.5,
    "report-only": 0.25,
    "no-export": 0.0,
}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def score(program, assessment):
    return json.loads(run(program, "score", assessment, "--format", "json"))


def recalculated(book, folder):
    """The workbook without stored results, opened and saved by LibreOffice: its values."""
    bare = folder / "bare.xlsx"
    book.save(bare)
    out = folder / "out"
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
        "--convert-to", "xlsx", "--outdir", out, bare)
    return openpyxl.load_workbook(out / "bare.xlsx", data_only=True)


def named(book, name):
    sheet, cell = book.defined_names[name].attr_text.split("!")
    return book[sheet.strip("'")][cell.replace("$", "")].value


def compare(what, book, expected):
    residual = expected["residual"]
    pairs = {
        "residual": residual["point"], "residual_low": residual["low"],
        "residual_open": residual["open"], "residual_high": residual["high"],
        "irreducible": expected["irreducible"], "exposure": expected["exposure"],
        "inherent": expected["inherent"] / 100, "coverage": expected["coverage"],
        "confidence": expected["confidence"],
    }
    wrong = [f"{name}: {named(book, name)}, not {value}" for name, value in pairs.items()
             if not isinstance(named(book, name), (int, float)) or abs(named(book, name) - value) > TOLERANCE]
    if named(book, "band").lower() != expected["band"]:
        wrong.append(f"band: {named(book, 'band')}, not {expected['band']}")
    points = {driver["control"]: driver["points"] for driver in expected["drivers"]}
    gates = {gate["control"]: gate["state"] for gate in expected["gates"]}
    rows = list(book["Controls"].iter_rows(min_row=4, values_only=True))
    if len(rows) != len(points):
        wrong.append(f"{len(rows)} controls, not {len(points)}")
    for row in rows:
        if abs(row[18] - points[row[0]]) > TOLERANCE:
            wrong.append(f"points of {row[0]}: {row[18]}, not {points[row[0]]}")
        if row[0] in gates and row[19].split()[-1] != gates[row[0]]:
            wrong.append(f"gate of {row[0]}: {row[19]}, not {gates[row[0]]}")
    for sheet in book:
        for line in sheet.iter_rows():
            wrong += [f"{sheet.title}!{cell.coordinate}: {cell.value}" for cell in line
                      if isinstance(cell.value, str) and cell.value.startswith(("#", "Err:"))]
    if wrong:
        sys.exit(f"{what}:\n  " + "\n  ".join(wrong))
    print(f"{what}: {len(pairs) + len(points) + len(gates) + 1} numbers agree")


def levels(book):
    return {row[0].value: row for row in book["Levels"].iter_rows(min_row=4)}


def changed(program, assessment, folder, reported):
    """The level of another option for the question, and the score with it; none where no option moves the score."""
    text = assessment.read_text()
    found = re.search(rf"(\n  {re.escape(QUESTION)}:\n    value: )([\w-]+)", text)
    other = assessment.with_name(f".{folder.name}.yaml")
    for option, level in OPTIONS.items() if found else ():
        other.write_text(text[: found.start(2)] + option + text[found.end(2):])
        try:
            expected = score(program, other)
        finally:
            other.unlink()
        if expected["residual"]["point"] != reported["residual"]["point"]:
            return level, expected
    return None


def check(program, assessment, folder):
    book_path = folder / "working.xlsx"
    run(program, "report", assessment, "-o", book_path)
    reported = score(program, assessment)
    book = openpyxl.load_workbook(book_path)
    found = recalculated(book, folder)
    compare(assessment.parent.name, found, reported)
    if named(found, "recomputed_equals_reported") != "✓ equal":
        sys.exit(f"{assessment}: the workbook does not say that it equals the report")
    other = changed(program, assessment, folder, reported)
    if other is None or QUESTION not in levels(book):
        return 0
    level, expected = other
    levels(book)[QUESTION][4].value = level
    found = recalculated(book, folder)
    compare(f"{assessment.parent.name}, {QUESTION} at {level}", found, expected)
    if named(found, "recomputed_equals_reported") != "✗ differs":
        sys.exit(f"{assessment}: a changed workbook says that it equals the report")
    return 1


def main(program, *assessments):
    moved = 0
    for assessment in map(pathlib.Path, assessments):
        with tempfile.TemporaryDirectory(prefix="xlsx-", dir="target") as folder:
            moved += check(pathlib.Path(program).resolve(), assessment, pathlib.Path(folder).resolve())
    if moved == 0:
        sys.exit("no workbook was changed")


main(*sys.argv[1:])

#!/usr/bin/env python3
"""The same report printed by idp-assay, typst and WeasyPrint: time and memory of whole processes, side by side.

    cargo build --release
    pip install typst weasyprint        # either may be left out
    python3 benches/peers/compare.py [RUNS]

idp-assay reads the assessment, scores it and writes the PDF. The others get the words ready: WeasyPrint the HTML
report without its script, typst the same HTML turned into typst's own language by `typeset.py`, which is not timed.
The long report is the same one over and over, by a template of its own. Runs alternate, so that a busy machine is
busy for all; figures are medians, with the least and the most behind them.
"""

import importlib.util
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import typeset

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("IDP_ASSAY", ROOT / "target/release/idp-assay"))
ASSESSMENT = ROOT / "examples/larkhaven/assessment.yaml"
# Each report by the edition it repeats and how often: about 20 pages, and about 500.
REPORTS = {"a report": ("analyst", 1), "a long report": ("architect", 9)}


def templates(folder, times):
    """A folder of templates whose report is the edition, so often."""
    editions = "\n".join(
        '{%% if audience == "%s" %%}%s{%% endif %%}'
        % (name, '{%% include "report/%s.md" %%}\n' % name * times)
        for name in ("committee", "architect", "analyst")
    )
    text = '{% include "report/summary.md" %}\n{% include "report/contents.md" %}\n' + editions
    (folder / "report.md").write_text(text)


def measured(command, folder):
    """Seconds and MB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed: {errors.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def commands(folder, audience):
    """What is run, by name; only what is installed."""
    report = [str(PROGRAM), "report", str(ASSESSMENT), "--audience", audience, "--template", str(folder / "own")]
    run = {"idp-assay": report + ["-q", "-o", "ours.pdf"]}
    if shutil.which("typst"):
        run["typst"] = ["typst", "compile", "--pdf-standard", "a-2a,ua-1", "report.typ", "typst.pdf"]
    elif importlib.util.find_spec("typst"):
        script = "import typst; typst.compile('report.typ', output='typst.pdf', pdf_standards=['a-2a', 'ua-1'])"
        run["typst"] = [sys.executable, "-c", script]
    if importlib.util.find_spec("weasyprint"):
        run["WeasyPrint"] = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", "report.html", "weasy.pdf"]
    subprocess.run(report + ["-q", "-o", "report.html"], cwd=folder, check=True)
    html = (folder / "report.html").read_text()
    html = re.sub(r"<script.*?</script>", "", html, flags=re.S)
    (folder / "report.html").write_text(html)
    typeset.write(html, folder / "report.typ")
    return run


def pages(path):
    """Pages of a PDF, where poppler can count them."""
    if not (path.exists() and shutil.which("pdfinfo")):
        return "?"
    out = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return re.search(r"Pages:\s+(\d+)", out)[1]


def compare(title, audience, times, runs):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "own").mkdir()
        templates(folder / "own", times)
        run = commands(folder, audience)
        taken = {name: [measured(command, folder) for _ in range(1)] for name, command in run.items()}
        for _ in range(runs - 1):
            for name, command in run.items():
                taken[name].append(measured(command, folder))
        files = {"idp-assay": "ours.pdf", "typst": "typst.pdf", "WeasyPrint": "weasy.pdf"}
        ours = statistics.median(seconds for seconds, _ in taken["idp-assay"])
        print(f"{title}, {runs} runs")
        for name, results in taken.items():
            seconds = sorted(seconds for seconds, _ in results)
            median, memory = statistics.median(seconds), statistics.median(memory for _, memory in results)
            print(
                f"  {name:10} {pages(folder / files[name]):>4} pages  {median:8.3f} s "
                f"({seconds[0]:.3f} to {seconds[-1]:.3f})  {memory:6.0f} MB  {median / ours:6.1f} times"
            )


if __name__ == "__main__":
    for title, (audience, times) in REPORTS.items():
        compare(title, audience, times, int(sys.argv[1]) if len(sys.argv) > 1 else 5)

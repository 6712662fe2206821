#!/usr/bin/env bash
# The workbook of every example, recalculated by LibreOffice, against the score of the program.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v soffice >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null
fi
python3 -m venv target/ci-xlsx
target/ci-xlsx/bin/pip install --quiet openpyxl==3.1.5
cargo build --locked --quiet
target/ci-xlsx/bin/python .ci/check_xlsx.py target/debug/idp-assay examples/*/assessment.yaml

"""Validates PDF files against PDF/UA-1 and PDF/A-2a; exits with 1 when one does not conform."""

import sys

import page

failed = 0
for path in sys.argv[1:]:
    for profile in ("ua1", "2a"):
        result = page.validate_pdf(path, profile=profile)
        print(f"{path} {profile}: {'pass' if result.is_compliant else 'FAIL'}"
              f" ({result.rules.passed} of {result.rules.total} rules)")
        for failure in result.failures[:10]:
            print(f"    {failure.rule_id}: {failure.message}")
        failed += not result.is_compliant
sys.exit(1 if failed or len(sys.argv) < 2 else 0)

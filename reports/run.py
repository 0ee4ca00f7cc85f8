"""The outcome of a run as one frozen type; to and from JSON."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from checks.finding import Finding, Verdict


@dataclass(frozen=True)
class Run:
    """Everything that a report needs: all renderers take this and nothing else."""

    environment: str
    phase: str
    started_at: str
    duration_seconds: float
    version: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    resolutions: tuple[tuple[str, str], ...]
    """Pairs of scenario slug and its procedure in Markdown, filled in."""


def to_document(run: Run) -> dict[str, Any]:
    """Return verdict.json's document (reports/verdict.schema.json)."""
    verdict = run.verdict
    return {
        "schema": 1,
        "environment": run.environment,
        "started_at": run.started_at,
        "duration_seconds": round(run.duration_seconds, 3),
        "version": run.version,
        "conclusion": verdict.conclusion,
        "severity": verdict.severity,
        "sentence": verdict.sentence,
        "causes": [asdict(cause) for cause in verdict.causes],
        "findings": [
            {key: value for key, value in asdict(finding).items() if key not in {"title", "nodeid", "seconds"}}
            for finding in run.findings
        ],
    }


def to_json(run: Run) -> str:
    """Return verdict.json."""
    return json.dumps(to_document(run), indent=2, ensure_ascii=False) + "\n"

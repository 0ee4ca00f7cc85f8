"""What checks conclude, and what explains it."""

from dataclasses import dataclass
from typing import Literal

from checks.scenarios import Scenario

Conclusion = Literal["clear", "found", "undetermined", "not-applicable"]
Severity = Literal["critical", "warning"]


@dataclass(frozen=True)
class Quote:
    """One piece of evidence as a reader sees it."""

    fact: str
    vantage: str
    value: str
    command: str
    seconds: float


@dataclass(frozen=True)
class Explanation:
    """A cause (or several, where the evidence does not tell them apart) and what it explains away."""

    scenario: Scenario
    causes: tuple[str, ...]
    sentence: str
    quotes: tuple[Quote, ...] = ()
    explains: tuple[Scenario, ...] = ()
    settle: str = ""

    @property
    def cause(self) -> str:
        """Return the slug; a group's slugs joined by a bar."""
        return "|".join(self.causes)


@dataclass(frozen=True)
class Finding:
    """One check's conclusion."""

    check: str
    title: str
    step: str
    phase: str
    scenario: str
    cause: str
    severity: Severity
    conclusion: Conclusion
    target: str
    sentence: str
    evidence: tuple[Quote, ...] = ()
    remedy: str = ""
    resolution: str = ""
    nodeid: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Cause:
    """One explanation as the verdict tells it."""

    scenario: str
    cause: str
    sentence: str
    next_command: str
    explains: tuple[str, ...]
    evidence: tuple[Quote, ...]
    settle: str = ""


@dataclass(frozen=True)
class Verdict:
    """The answer of the whole run, in one sentence."""

    conclusion: Literal["clear", "found", "undetermined"]
    severity: Severity | None
    sentence: str
    causes: tuple[Cause, ...]

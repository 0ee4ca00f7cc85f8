"""What a check is for: the decorators that every check carries exactly one of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from checks.scenarios import Scenario

Phase = Literal["diagnosis", "verification", "prevention"]
Check = TypeVar("Check", bound=Callable[..., None])


@dataclass(frozen=True)
class Purpose:
    """The phase that a check belongs to, and the scenarios that it can point to, likeliest first."""

    phase: Phase
    scenarios: tuple[Scenario, ...]


class Undetermined(Exception):  # noqa: N818 (a conclusion, not an error; the word of the design)
    """The check looked and cannot tell; the remedy says what would settle it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy


class Concern(AssertionError):
    """A finding of severity warning: bad, and not yet failing."""


def _marked(phase: Phase, scenarios: tuple[Scenario, ...]) -> Callable[[Check], Check]:
    def mark(check: Check) -> Check:
        vars(check)["purpose"] = Purpose(phase, scenarios)
        return check

    return mark


def diagnoses(*scenarios: Scenario) -> Callable[[Check], Check]:
    """Declare a check of the diagnosis that can point to these scenarios."""
    return _marked("diagnosis", scenarios)


def verifies(*scenarios: Scenario) -> Callable[[Check], Check]:
    """Declare a check that must hold after these scenarios were resolved."""
    return _marked("verification", scenarios)


def prevents(*scenarios: Scenario) -> Callable[[Check], Check]:
    """Declare a check that warns before these scenarios happen."""
    return _marked("prevention", scenarios)


def purpose_of(check: Callable[..., Any]) -> Purpose | None:
    """Return what a function was declared for, or None when it is no check of ours."""
    purpose = vars(check).get("purpose") if hasattr(check, "__dict__") else None
    return purpose if isinstance(purpose, Purpose) else None

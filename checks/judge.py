"""Evidence in, findings and one verdict out; needs no pytest."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from fixtures.evidence.evidence import Evidence
from fixtures.evidence.observed import Observed

from checks import causes as causes_package
from checks.causes.view import application_shows_trouble
from checks.finding import Cause, Conclusion, Explanation, Finding, Severity, Verdict
from checks.scenarios import DEPTH, Scenario
from checks.steps import Concern

CauseFunction = Callable[[Evidence], Explanation | None]


@cache
def cause_functions() -> tuple[CauseFunction, ...]:
    """Return every cause function, by scenario, deepest first."""
    names = {each.name for each in pkgutil.iter_modules(causes_package.__path__)}
    modules = [str(scenario).replace("-", "_") for scenario in DEPTH]
    found = [importlib.import_module(f"checks.causes.{name}") for name in modules if name in names]
    return tuple(function for module in found for function in module.CAUSES)


def explanations(evidence: Evidence) -> tuple[Explanation, ...]:
    """Return what explains the evidence, deepest first, without what a deeper one explains away."""
    found = [each for each in (function(evidence) for function in cause_functions()) if each]
    roots = [each for each in found if not any(each.scenario in other.explains for other in found if other is not each)]
    unique: dict[tuple[Scenario, str], Explanation] = {}
    for each in roots:
        unique.setdefault((each.scenario, each.cause), each)
    return tuple(sorted(unique.values(), key=lambda each: DEPTH.index(each.scenario)))


def conclude(error: BaseException | None, *, in_check: bool) -> tuple[Conclusion, Severity]:
    """Return what an ended check concludes: only its own failed assertion is a finding."""
    if error is None:
        return "clear", "critical"
    if in_check and isinstance(error, Concern):
        return "found", "warning"
    if in_check and isinstance(error, AssertionError):
        return "found", "critical"
    return "undetermined", "critical"


def tag(scenarios: tuple[Scenario, ...], found: Iterable[Explanation]) -> tuple[str, str]:
    """Return scenario and cause for a failed check: the deepest explanation among its scenarios.

    An explanation of another scenario tags it too when it explains one of the check's away.
    Without any, the check's first scenario and the cause `unknown`.
    """
    ordered = tuple(found)
    for each in ordered:
        if each.scenario in scenarios or set(each.explains) & set(scenarios):
            return str(each.scenario), each.cause
    return (str(scenarios[0]), "unknown") if scenarios else ("", "")


def explain(findings: tuple[Finding, ...], evidence: Evidence) -> Verdict:
    """Return the verdict: found over undetermined over clear; quotes what proves it."""
    bad = [each for each in findings if each.conclusion == "found"]
    unread = [each for each in findings if each.conclusion == "undetermined"]
    critical = [each for each in bad if each.severity == "critical"]
    if critical:
        return _found(critical, evidence)
    if unread:
        reason = unread[0].sentence
        lead = f"{len(unread)} of {len(findings)} checks could not look"
        outside = _outside_view(evidence)
        return Verdict("undetermined", None, f"{outside or lead + ': ' + reason}", ())
    if bad:
        sentence = f"{len(bad)} warnings, nothing critical: {bad[0].sentence}"
        return Verdict("found", "warning", sentence, _as_causes(explanations(evidence)))
    clear = sum(each.conclusion == "clear" for each in findings)
    skipped = sum(each.conclusion == "not-applicable" for each in findings)
    if not clear:
        return Verdict("undetermined", None, "Nothing was concluded: no check was applicable.", ())
    return Verdict("clear", None, f"clear: {clear} of {clear} checks; {skipped} not applicable", ())


def _outside_view(evidence: Evidence) -> str:
    fact = evidence.reachability.get("operator")
    if isinstance(fact, Observed) and any(each.tcp != "open" for each in fact.value.answers) and not application_shows_trouble(evidence):
        return f"This machine cannot reach {fact.value.endpoint}; the application shows no trouble, so this accuses nothing."
    return ""


def _as_causes(found: tuple[Explanation, ...]) -> tuple[Cause, ...]:
    return tuple(
        Cause(str(each.scenario), each.cause, each.sentence, "", tuple(map(str, each.explains)), each.quotes, each.settle)
        for each in found
    )


def _found(critical: list[Finding], evidence: Evidence) -> Verdict:
    found = explanations(evidence)
    if found:
        sentence = " And: ".join(f"{each.scenario} ({each.cause}): {each.sentence}" for each in found)
        return Verdict("found", "critical", sentence, _as_causes(found))
    first = critical[0]
    sentence = f"{first.scenario} (unknown): {first.sentence}"
    causes = (Cause(first.scenario, "unknown", first.sentence, "", (), first.evidence),) if first.scenario else ()
    return Verdict("found", "critical", sentence, causes)



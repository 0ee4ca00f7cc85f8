"""How long do operations that use the database take?"""

from fixtures.environment.models import Environment
from fixtures.evidence.application import Operations

from checks.scenarios import Scenario
from checks.steps import Concern, Undetermined, diagnoses


@diagnoses(Scenario.DATABASE_SLOW_OR_LOCKED, Scenario.CONNECTION_POOL_EXHAUSTED)
def check_api_operations_are_fast(operations: Operations, environment: Environment) -> None:
    """Every operation answers within its limit."""
    limit = environment.limits.operation_seconds
    asked = [each for each in operations.answers if each.outcome != "not-asked"]
    if not asked:
        raise Undetermined("no operation was asked", "configure application.operations")
    slowest = max(asked, key=lambda each: each.seconds)
    sentence = f"{slowest.path} took {slowest.seconds:.1f} s"
    assert slowest.seconds < limit.critical, f"{sentence}; limit {limit.critical:g} s"
    if slowest.seconds >= limit.warning:
        raise Concern(f"{sentence}; limit {limit.warning:g} s")

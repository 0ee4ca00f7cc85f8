"""Does any session hold on for too long?"""

from fixtures.environment.models import Environment
from fixtures.evidence.database import Session, Sessions

from checks.scenarios import Scenario
from checks.steps import Concern, diagnoses


def _judge(named: list[tuple[float, Session]], what: str, warning: float, critical: float) -> None:
    if not named:
        return
    age, worst = max(named, key=lambda pair: pair[0])
    sentence = f"PID {worst.pid} ({worst.application or worst.user}) {what} for {age:.0f} s: {worst.query}"
    assert age < critical, f"{sentence}; limit {critical:g} s"
    if age >= warning:
        raise Concern(f"{sentence}; limit {warning:g} s")


@diagnoses(Scenario.CONNECTION_POOL_EXHAUSTED, Scenario.DATABASE_SLOW_OR_LOCKED)
def check_no_query_runs_too_long(sessions: Sessions, environment: Environment) -> None:
    """No query runs for longer than the limit."""
    named = [(each.query_seconds or 0, each) for each in sessions.sessions if each.state == "active"]
    limit = environment.limits.query_seconds
    _judge(named, "runs a query", limit.warning, limit.critical)


@diagnoses(Scenario.CONNECTION_POOL_EXHAUSTED, Scenario.DATABASE_SLOW_OR_LOCKED)
def check_no_session_idles_in_a_transaction(sessions: Sessions, environment: Environment) -> None:
    """No session stays idle inside a transaction for longer than the limit."""
    named = [(each.state_seconds, each) for each in sessions.sessions if each.state.startswith("idle in transaction")]
    limit = environment.limits.idle_in_transaction_seconds
    _judge(named, "is idle in a transaction", limit.warning, limit.critical)

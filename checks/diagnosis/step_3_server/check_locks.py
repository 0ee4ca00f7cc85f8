"""Does anybody wait for a lock?"""

from fixtures.environment.models import Environment
from fixtures.evidence.database import Sessions

from checks.causes.database_slow_or_locked import root_blockers
from checks.scenarios import Scenario
from checks.steps import Concern, diagnoses


@diagnoses(Scenario.DATABASE_SLOW_OR_LOCKED, Scenario.CONNECTION_POOL_EXHAUSTED)
def check_no_session_waits_for_a_lock(sessions: Sessions, environment: Environment) -> None:
    """No session waits for a lock for longer than the limit."""
    waiting = [each for each in sessions.sessions if each.wait_type == "Lock"]
    if not waiting:
        return
    limit = environment.limits.blocked_seconds
    age = max(each.query_seconds or 0 for each in waiting)
    roots = ", ".join(f"PID {root.pid} ({root.application or root.user}, {root.state})" for root, _ in root_blockers(sessions.sessions))
    sentence = f"{len(waiting)} sessions wait for a lock, the longest for {age:.0f} s, held by {roots or 'unknown'}"
    assert age < limit.critical, f"{sentence}; limit {limit.critical:g} s"
    if age >= limit.warning:
        raise Concern(f"{sentence}; limit {limit.warning:g} s")

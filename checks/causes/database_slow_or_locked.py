"""Why a server that lets the service in does not answer it."""

from fixtures.evidence.database import Session
from fixtures.evidence.evidence import Evidence, value

from checks.causes.view import application_sessions, application_shows_trouble, application_user, quote
from checks.finding import Explanation
from checks.scenarios import Scenario


def root_blockers(sessions: tuple[Session, ...]) -> tuple[tuple[Session, int], ...]:
    """Return the sessions that block others and wait for nobody, with how many wait directly on them."""
    by_pid = {each.pid: each for each in sessions}
    waiting = {pid: sum(pid in each.blocked_by for each in sessions) for pid in by_pid}
    roots = [(by_pid[pid], count) for pid, count in waiting.items() if count and not by_pid[pid].blocked_by]
    return tuple(sorted(roots, key=lambda pair: -pair[1]))


def lock_contention(evidence: Evidence) -> Explanation | None:
    """Sessions of the application wait for a lock that another session holds."""
    seen = value(evidence.sessions)
    waiting = [each for each in application_sessions(evidence, application_user(evidence)) if each.wait_type == "Lock"]
    if seen is None or not waiting or not application_shows_trouble(evidence):
        return None
    roots = root_blockers(seen.sessions)
    if roots:
        root, _ = roots[0]
        who = f"PID {root.pid} ({root.application or root.user}, {root.state} for {root.state_seconds:.0f} s)"
    else:
        who = "a session that the observer did not see"
    sentence = f"{len(waiting)} sessions of the service wait for a lock held by {who}."
    quotes = (quote("sessions", evidence.sessions, sentence),)
    return Explanation(
        Scenario.DATABASE_SLOW_OR_LOCKED, ("lock-contention",), sentence, quotes, (Scenario.CONNECTION_POOL_EXHAUSTED,)
    )


CAUSES = (lock_contention,)

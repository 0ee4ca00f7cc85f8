"""Why every connection of the service's pool is taken, when the way to the server is healthy."""

from fixtures.evidence.database import Session
from fixtures.evidence.evidence import Evidence, value

from checks.causes.view import (
    application_sessions,
    application_shows_trouble,
    application_user,
    quote,
    signature,
)
from checks.finding import Explanation, Quote
from checks.scenarios import Scenario

HERE = Scenario.CONNECTION_POOL_EXHAUSTED
DEFAULT_POOL_TIMEOUT = 30.0
LIKELY = ("slow-queries", "idle-in-transaction-leak", "connection-leak", "pool-too-small", "nested-checkout")


def symptom(evidence: Evidence) -> Quote | None:
    """Return the words that show a full pool: the log's, the readiness body's or the metrics'."""
    if not application_shows_trouble(evidence):
        return None
    entry = signature(evidence, "pool-timeout", "asyncpg-pool-timeout")
    if entry:
        return quote("application_log", evidence.application_log, f"{entry.count} times: {entry.sample}")
    readiness = value(evidence.readiness)
    if readiness and "QueuePool limit" in readiness.answer.database_message + readiness.answer.body:
        return quote("readiness", evidence.readiness, readiness.answer.database_message or readiness.answer.body)
    used, size = _pool(evidence)
    if used is not None and size and used >= size:
        return quote("metrics", evidence.metrics, f"{used} of {size} connections checked out")
    return None


def _pool(evidence: Evidence) -> tuple[int | None, int | None]:
    metrics, settings = value(evidence.metrics), value(evidence.application_settings)
    size = metrics.pool.size if metrics else None
    overflow = settings.max_overflow if settings else None
    if size is None and settings:
        size = settings.pool_size
    return (metrics.pool.checked_out if metrics else None), (size + (overflow or 0) if size is not None else None)


def pool_exhausted(evidence: Evidence) -> Explanation | None:
    """The service's own sessions tell slow queries, leaks and a small pool apart."""
    shown = symptom(evidence)
    if shown is None:
        return None
    sessions = application_sessions(evidence, application_user(evidence))
    settings = value(evidence.application_settings)
    wait = settings.pool_timeout_seconds if settings and settings.pool_timeout_seconds else DEFAULT_POOL_TIMEOUT
    quotes = (shown,)
    if value(evidence.sessions) is None:
        sentence = "Every connection of the service's pool is taken."
        return Explanation(HERE, LIKELY, sentence, quotes, settle="an observer with pg_monitor that reads pg_stat_activity")
    cause, sentence = _by_sessions(sessions, wait, evidence)
    quotes = (*quotes, quote("sessions", evidence.sessions, sentence))
    return Explanation(HERE, cause, sentence, quotes)


def _by_sessions(sessions: tuple[Session, ...], wait: float, evidence: Evidence) -> tuple[tuple[str, ...], str]:
    held_open = [each for each in sessions if each.state.startswith("idle in transaction") and each.state_seconds > wait]
    running = [each for each in sessions if each.state == "active" and (each.query_seconds or 0) > wait]
    idle = [each for each in sessions if each.state == "idle" and each.state_seconds > wait]
    used, size = _pool(evidence)
    if held_open and len(held_open) >= len(running):
        oldest = max(each.state_seconds for each in held_open)
        return ("idle-in-transaction-leak",), (
            f"{len(held_open)} sessions of the service are idle in transaction, the oldest for {oldest:.0f} s, "
            f"longer than any request waits for the pool ({wait:g} s)."
        )
    if running:
        oldest = max(each.query_seconds or 0 for each in running)
        return ("slow-queries",), (
            f"{len(running)} sessions of the service run a query for longer than a request waits for the pool "
            f"({wait:g} s), the longest for {oldest:.0f} s."
        )
    if used is not None and size and used >= size and len(idle) >= used:
        oldest = max(each.state_seconds for each in idle)
        return ("connection-leak",), (
            f"The pool counts {used} of {size} connections as taken, while {len(idle)} of their sessions "
            f"are idle outside a transaction, the oldest for {oldest:.0f} s: they are held and not used."
        )
    if len(idle) >= max(1, len(sessions)) and used is None:
        return ("connection-leak", "pool-too-small"), "The pool is exhausted and all sessions of the service are idle."
    return ("pool-too-small",), (
        f"The pool of {size if size is not None else 'unknown size'} is exhausted although its {len(sessions)} sessions "
        "are neither stuck nor leaked: there are more requests at once than connections."
    )


CAUSES = (pool_exhausted,)

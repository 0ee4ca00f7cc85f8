"""Why a server that runs takes nobody in."""

from fixtures.evidence.evidence import Evidence

from checks.causes.view import quote_ladder, refusal, refused_with
from checks.finding import Explanation
from checks.scenarios import Scenario

HERE = Scenario.DATABASE_NOT_ACCEPTING
EXPLAINS = (Scenario.CONNECTION_POOL_EXHAUSTED,)
TEXTS = (
    ("starting up", "starting-up"),
    ("recovery mode", "crash-recovery"),
    ("shutting down", "shutting-down"),
    ("not yet accepting", "standby-not-open"),
    ("not accepting", "standby-not-open"),
)


def cannot_connect_now(evidence: Evidence) -> Explanation | None:
    """SQLSTATE 57P03; the server's English text tells which state, another language names the group."""
    words = refused_with(evidence, "57P03", "sqlstate-57P03")
    if words is None:
        return None
    error = refusal(evidence)
    text = f"{words} {error.detail if error else ''}"
    causes = next(((cause,) for part, cause in TEXTS if part in text), ("starting-up", "crash-recovery", "shutting-down"))
    return Explanation(HERE, causes, f"The server answers: {words} (57P03).", (quote_ladder(evidence, "startup", words),), EXPLAINS)


def database_disabled(evidence: Evidence) -> Explanation | None:
    """SQLSTATE 55000 at login: the database takes no connections (datallowconn)."""
    words = refused_with(evidence, "55000", "sqlstate-55000")
    if words is None:
        return None
    return Explanation(HERE, ("database-disabled",), f"The server answers: {words} (55000).", (quote_ladder(evidence, "login", words),), EXPLAINS)


CAUSES = (cannot_connect_now, database_disabled)

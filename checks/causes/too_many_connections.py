"""Which limit refuses new connections, and who holds what it counts."""

from collections import Counter

from fixtures.evidence.evidence import Evidence, value

from checks.causes.view import application_user, quote, quote_ladder, refused_with, startup
from checks.finding import Explanation, Quote
from checks.scenarios import Scenario

HERE = Scenario.TOO_MANY_CONNECTIONS
EXPLAINS = (Scenario.CONNECTION_POOL_EXHAUSTED,)
SIGNATURES = ("sqlstate-53300-role", "sqlstate-53300-database", "sqlstate-53300-all", "sqlstate-53300-reserved")
MOST = 0.5


def no_slot_left(evidence: Evidence) -> Explanation | None:
    """SQLSTATE 53300: four limits share it; the rung, the limits and the text tell which."""
    words = refused_with(evidence, "53300", *SIGNATURES)
    if words is None:
        return None
    quotes: tuple[Quote, ...] = (quote_ladder(evidence, "login", words),)
    limits, answer = value(evidence.connection_limits), startup(evidence)
    if (answer and answer.error) or "too many clients already" in words:
        process = value(evidence.server_process)
        holders = f" Its host shows {len(process.backends)} backends." if process and process.backends else ""
        sentence = f"Every connection slot is taken, the reserved ones too: {words} (53300).{holders}"
        return Explanation(HERE, ("max-connections-all",), sentence, quotes, EXPLAINS)
    if limits:
        numbers = f"{limits.held_by_clients} of {limits.usable} ordinary slots held"
        quotes = (*quotes, quote("connection_limits", evidence.connection_limits, numbers))
    if "for role" in words or (limits and limits.role_limit is not None and 0 <= limits.role_limit <= limits.role_held):
        count = f": {limits.role_held} sessions, limit {limits.role_limit}" if limits else ""
        return Explanation(HERE, ("role-connlimit",), f"The role's connection limit is reached{count} (53300).", quotes, EXPLAINS)
    if "for database" in words or (
        limits and limits.database_limit is not None and 0 <= limits.database_limit <= limits.database_held
    ):
        count = f": {limits.database_held} sessions, limit {limits.database_limit}" if limits else ""
        return Explanation(HERE, ("database-connlimit",), f"The database's connection limit is reached{count} (53300).", quotes, EXPLAINS)
    return _ordinary_slots(evidence, words, quotes)


def _ordinary_slots(evidence: Evidence, words: str, quotes: tuple[Quote, ...]) -> Explanation:
    limits, sessions = value(evidence.connection_limits), value(evidence.sessions)
    if limits is None or sessions is None or not sessions.sessions:
        group = ("max-connections", "noisy-neighbour", "replicas-x-pool", "dead-client-backends")
        sentence = f"No slot is left for ordinary roles: {words} (53300)."
        return Explanation(HERE, group, sentence, quotes, EXPLAINS, "an observer with pg_monitor and a reserved slot")
    holders = Counter((each.user, each.application) for each in sessions.sessions)
    (user, application), count = holders.most_common(1)[0]
    lead = f"All {limits.usable} ordinary slots are taken"
    if user != application_user(evidence) and count >= MOST * limits.usable:
        sentence = f"{lead}: {count} by role {user}, application {application or 'without a name'} (53300)."
        found = quote("sessions", evidence.sessions, f"{count} sessions of {user}/{application}")
        return Explanation(HERE, ("noisy-neighbour",), sentence, (*quotes, found), EXPLAINS)
    sentence = f"{lead}; the largest holder is role {user} with {count} (53300)."
    return Explanation(HERE, ("max-connections",), sentence, quotes, EXPLAINS)


CAUSES = (no_slot_left,)

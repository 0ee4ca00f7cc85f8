"""What cause functions ask of the evidence again and again."""

from fixtures.evidence.application import LogSignature
from fixtures.evidence.database import Session
from fixtures.evidence.evidence import Evidence, Fact, value
from fixtures.evidence.network import Login, Reachability, ServerError, Startup
from fixtures.evidence.observed import Observed, VantageName

from checks.finding import Quote

SERVER_ERRORS = 500
TROUBLE = ("sqlstate-", "connect-", "dns-", "pool-", "asyncpg-pool", "timeout-", "ssl-", "connection-", "unreachable")
NO_TROUBLE = ("sqlstate-42P01", "sqlstate-42501-table")


def application_shows_trouble(evidence: Evidence) -> bool:
    """Return whether the service itself fails now: only then may the operator's view accuse."""
    readiness = value(evidence.readiness)
    if readiness and readiness.answer.outcome == "answered":
        answer = readiness.answer
        if answer.database:
            return answer.database not in {"healthy", "ok", "up", "pass"} or (answer.status or 0) >= SERVER_ERRORS
        if (answer.status or 0) >= SERVER_ERRORS:
            return True
    operations = value(evidence.operations)
    if operations:
        pairs = zip(operations.answers, operations.expected, strict=True)
        answered = [(each, status) for each, status in pairs if each.outcome == "answered"]
        if answered:
            return any(each.status != status for each, status in answered)
    return readiness is None and bool(trouble_in_log(evidence))


def trouble_in_log(evidence: Evidence) -> tuple[LogSignature, ...]:
    """Return the log's signatures that speak of the connection, most frequent first."""
    log = value(evidence.application_log)
    if log is None:
        return ()
    found = [
        each for each in log.signatures if each.signature.startswith(TROUBLE) and each.signature not in NO_TROUBLE
    ]
    return tuple(sorted(found, key=lambda each: -each.count))


def deciding_vantage(evidence: Evidence) -> VantageName | None:
    """Return the vantage whose failure is the application's, or None where nobody may accuse."""
    if isinstance(evidence.reachability.get("application"), Observed):
        return "application"
    if isinstance(evidence.reachability.get("operator"), Observed) and application_shows_trouble(evidence):
        return "operator"
    return None


def reachability(evidence: Evidence) -> Reachability | None:
    """Return the ladder's lower rungs from the deciding vantage."""
    vantage = deciding_vantage(evidence)
    fact = evidence.reachability.get(vantage) if vantage else None
    return value(fact) if fact else None


def startup(evidence: Evidence) -> Startup | None:
    """Return the answer to the StartupMessage at the deciding vantage."""
    vantage = deciding_vantage(evidence)
    fact = evidence.startup.get(vantage) if vantage else None
    return value(fact) if fact else None


def login(evidence: Evidence) -> Login | None:
    """Return the application role's login at the deciding vantage."""
    vantage = deciding_vantage(evidence)
    fact = evidence.login.get(vantage) if vantage else None
    return value(fact) if fact else None


def refusal(evidence: Evidence) -> ServerError | None:
    """Return the server's own words when it refuses the application, at whichever rung."""
    for answer in (startup(evidence), login(evidence)):
        if answer is not None and answer.error is not None:
            return answer.error
    return None


def signature(evidence: Evidence, *names: str) -> LogSignature | None:
    """Return the log's entry of one of these signatures, when the service fails now.

    What the log said before the service recovered explains nothing that fails now.
    """
    if not application_shows_trouble(evidence):
        return None
    return next((each for each in trouble_in_log(evidence) if each.signature in names), None)


def refused_with(evidence: Evidence, sqlstate: str, *signatures: str) -> str | None:
    """Return the words of a refusal with this SQLSTATE: the server's, else the log's, else None.

    The log speaks only where no fresh login could: a login that succeeds outweighs it.
    """
    error = refusal(evidence)
    if error is not None:
        return error.message if error.sqlstate == sqlstate else None
    attempt = login(evidence)
    if attempt is not None and attempt.outcome != "not-tried":
        return None
    entry = signature(evidence, *signatures)
    return entry.sample if entry else None


def application_sessions(evidence: Evidence, user: str) -> tuple[Session, ...]:
    """Return the sessions of the application's role, where the observer saw them."""
    sessions = value(evidence.sessions)
    return tuple(each for each in sessions.sessions if each.user == user) if sessions else ()


def application_user(evidence: Evidence) -> str:
    """Return the role that the service logs in as, as far as the evidence knows it."""
    settings = value(evidence.application_settings)
    if settings and settings.user:
        return settings.user
    limits = value(evidence.connection_limits)
    return limits.role if limits else ""


def quote(name: str, fact: Fact[object], text: str) -> Quote:
    """Return a quotation of one fact: what it said, from where, by which command."""
    if isinstance(fact, Observed):
        return Quote(name, fact.vantage, text, fact.command, fact.seconds)
    return Quote(name, "", text, "", 0.0)


def quote_ladder(evidence: Evidence, name: str, text: str) -> Quote:
    """Return a quotation of one rung at the deciding vantage."""
    facts = {"reachability": evidence.reachability, "startup": evidence.startup, "login": evidence.login}[name]
    vantage = deciding_vantage(evidence)
    fact = facts.get(vantage) if vantage else None  # type: ignore[attr-defined]  # a union of mappings
    return quote(name, fact, text) if fact is not None else Quote(name, "", text, "", 0.0)

"""On which rung does a connection to the database break?"""

from fixtures.evidence.evidence import ByVantage, Evidence
from fixtures.evidence.network import Login, Reachability, Startup
from fixtures.evidence.observed import Unavailable, VantageName

from checks.causes.view import application_shows_trouble
from checks.scenarios import Scenario
from checks.steps import Undetermined, diagnoses


def _hold(holds: bool, sentence: str, vantage: VantageName, evidence: Evidence) -> None:
    """Fail where the vantage may accuse; the operator's view alone leaves the question open."""
    if not holds and vantage == "operator" and not application_shows_trouble(evidence):
        raise Undetermined(
            f"this machine cannot reach or use the database, and the application shows no trouble: {sentence}",
            "run where the service runs, or leave operator out of database.reachable_from",
        )
    assert holds, f"from the {vantage}: {sentence}"


def _entry(fact: object, name: str) -> None:
    if isinstance(fact, Unavailable):
        raise Undetermined(fact.reason, fact.remedy)
    if fact is None:
        raise Undetermined(f"{name} was not read", "add the vantage to database.reachable_from")


@diagnoses(Scenario.DATABASE_SERVER_UNREACHABLE, Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_database_name_resolves(reachability: ByVantage[Reachability], vantage: VantageName, evidence: Evidence) -> None:
    """The database's host name resolves to an address."""
    fact = reachability.get(vantage)
    if fact is None or isinstance(fact, Unavailable):
        return _entry(fact, "reachability")
    seen = fact.value
    sentence = f"{seen.endpoint.host} does not resolve ({seen.resolution.outcome} after {seen.resolution.seconds:.1f} s); expected an address"
    return _hold(seen.resolution.outcome == "resolved", sentence, vantage, evidence)


@diagnoses(Scenario.DATABASE_SERVER_UNREACHABLE, Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_database_accepts_tcp(reachability: ByVantage[Reachability], vantage: VantageName, evidence: Evidence) -> None:
    """Every address of the database accepts a TCP connection."""
    fact = reachability.get(vantage)
    if fact is None or isinstance(fact, Unavailable):
        return _entry(fact, "reachability")
    seen = fact.value
    if not seen.answers:
        raise Undetermined(f"{seen.endpoint} was not tried: its name did not resolve", "see check_database_name_resolves")
    bad = [f"{each.address}: {each.tcp} after {each.tcp_seconds:.1f} s" for each in seen.answers if each.tcp != "open"]
    return _hold(not bad, f"{seen.endpoint} does not accept TCP: {', '.join(bad)}; expected open", vantage, evidence)


@diagnoses(
    Scenario.WRONG_TARGET_OR_CONFIGURATION, Scenario.DATABASE_SERVER_UNREACHABLE, Scenario.DATABASE_NOT_ACCEPTING
)
def check_database_speaks_postgresql(
    reachability: ByVantage[Reachability], startup: ByVantage[Startup], vantage: VantageName, evidence: Evidence
) -> None:
    """The database answers the first messages as PostgreSQL does."""
    fact, first = reachability.get(vantage), startup.get(vantage)
    if fact is None or isinstance(fact, Unavailable):
        return _entry(fact, "reachability")
    opened = [each for each in fact.value.answers if each.tcp == "open"]
    if not opened:
        raise Undetermined(f"{fact.value.endpoint} was not asked: no TCP connection", "see check_database_accepts_tcp")
    bad = [f"{each.address}: {each.ssl} {each.first_bytes}" for each in opened if each.ssl not in {"tls", "no-tls"}]
    _hold(not bad, f"{fact.value.endpoint} does not answer an SSLRequest: {', '.join(bad)}; expected S or N", vantage, evidence)
    if first is None or isinstance(first, Unavailable):
        return _entry(first, "startup")
    answer = first.value
    understood = answer.outcome in {"asks-for-authentication", "error"}
    return _hold(understood, f"{answer.endpoint} answers the startup with {answer.outcome} {answer.reason}", vantage, evidence)


@diagnoses(
    Scenario.AUTHENTICATION_FAILURE,
    Scenario.TOO_MANY_CONNECTIONS,
    Scenario.DATABASE_NOT_ACCEPTING,
    Scenario.WRONG_TARGET_OR_CONFIGURATION,
    Scenario.DATABASE_SLOW_OR_LOCKED,
)
def check_database_lets_the_application_in(login: ByVantage[Login], vantage: VantageName, evidence: Evidence) -> None:
    """The application's role logs in from a fresh process and its query is answered."""
    fact = login.get(vantage)
    if fact is None or isinstance(fact, Unavailable):
        return _entry(fact, "login")
    attempt = fact.value
    if attempt.outcome == "not-tried":
        raise Undetermined(f"no login was tried: {attempt.reason}", "see the rung below")
    error = f"{attempt.error.message} ({attempt.error.sqlstate})" if attempt.error else attempt.reason or attempt.error_class
    sentence = f"{attempt.user} cannot use {attempt.database} at {attempt.endpoint}: {attempt.outcome} at {attempt.rung}: {error}"
    return _hold(attempt.outcome == "in", sentence, vantage, evidence)

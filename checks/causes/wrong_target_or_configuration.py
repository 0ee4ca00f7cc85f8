"""Why the service talks to the wrong place, or to none."""

from fixtures.evidence.evidence import Evidence, value

from checks.causes.view import quote, quote_ladder, reachability, refused_with, startup
from checks.finding import Explanation
from checks.scenarios import Scenario

HERE = Scenario.WRONG_TARGET_OR_CONFIGURATION
EXPLAINS = (
    Scenario.DATABASE_SERVER_UNREACHABLE,
    Scenario.AUTHENTICATION_FAILURE,
    Scenario.CONNECTION_POOL_EXHAUSTED,
    Scenario.DATABASE_SLOW_OR_LOCKED,
)


def another_service_on_the_port(evidence: Evidence) -> Explanation | None:
    """The first bytes are not PostgreSQL's."""
    seen, answer = reachability(evidence), startup(evidence)
    others = [each for each in seen.answers if each.ssl == "other"] if seen else []
    if seen and others:
        first = others[0].first_bytes
        sentence = f"{seen.endpoint} does not speak PostgreSQL: its first bytes are {first!r}."
        return Explanation(HERE, ("wrong-service-on-port",), sentence, (quote_ladder(evidence, "reachability", sentence),), EXPLAINS)
    if answer and answer.outcome == "not-postgresql":
        sentence = f"{answer.endpoint} does not speak PostgreSQL: it answers {answer.first_bytes!r}."
        return Explanation(HERE, ("wrong-service-on-port",), sentence, (quote_ladder(evidence, "startup", sentence),), EXPLAINS)
    return None


def setting_is_broken(evidence: Evidence) -> Explanation | None:
    """The service's database URL is unset, holds a placeholder, or cannot be parsed."""
    settings = value(evidence.application_settings)
    if settings is None:
        return None
    for shape in settings.variables[:1]:
        causes = {"unset": "env-unset", "empty": "env-unset", "unexpanded": "env-not-substituted", "invalid": "bad-database-url"}
        if shape.state in causes:
            sentence = f"The service's variable {shape.variable} is {shape.state} in {settings.source}."
            quotes = (quote("application_settings", evidence.application_settings, sentence),)
            return Explanation(HERE, (causes[shape.state],), sentence, quotes, EXPLAINS)
    return None


def database_missing(evidence: Evidence) -> Explanation | None:
    """The server says that the database does not exist (3D000)."""
    words = refused_with(evidence, "3D000", "sqlstate-3D000")
    if words is None:
        return None
    return Explanation(HERE, ("database-missing",), f"The server answers: {words} (3D000).", (quote_ladder(evidence, "login", words),), EXPLAINS)


CAUSES = (setting_is_broken, another_service_on_the_port, database_missing)

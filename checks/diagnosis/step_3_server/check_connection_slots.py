"""Can the application still open a session, under every limit that can refuse it?"""

from fixtures.environment.models import Environment
from fixtures.evidence.database import ConnectionLimits

from checks.scenarios import Scenario
from checks.steps import Concern, diagnoses


def _within(name: str, held: int, limit: int, environment: Environment) -> None:
    used, bounds = 100 * held / max(limit, 1), environment.limits.slots_used_percent
    sentence = f"{held} of {limit} {name} are held ({used:.0f} %)"
    assert used < bounds.critical, f"{sentence}; limit {bounds.critical:g} %"
    if used >= bounds.warning:
        raise Concern(f"{sentence}; limit {bounds.warning:g} %")


@diagnoses(Scenario.TOO_MANY_CONNECTIONS, Scenario.CONNECTION_POOL_EXHAUSTED)
def check_database_server_has_connection_slots_left(connection_limits: ConnectionLimits, environment: Environment) -> None:
    """Ordinary roles hold fewer connection slots than they may."""
    _within("connection slots", connection_limits.held_by_clients, connection_limits.usable, environment)


@diagnoses(Scenario.TOO_MANY_CONNECTIONS)
def check_application_role_is_below_its_connection_limit(connection_limits: ConnectionLimits, environment: Environment) -> None:
    """The application's role holds fewer sessions than its CONNECTION LIMIT."""
    limit = connection_limits.role_limit
    if limit is not None and limit >= 0:
        _within(f"sessions of role {connection_limits.role}", connection_limits.role_held, limit, environment)


@diagnoses(Scenario.TOO_MANY_CONNECTIONS)
def check_database_is_below_its_connection_limit(connection_limits: ConnectionLimits, environment: Environment) -> None:
    """The database has fewer sessions than its CONNECTION LIMIT."""
    limit = connection_limits.database_limit
    if limit is not None and limit >= 0:
        _within(f"sessions of database {connection_limits.database}", connection_limits.database_held, limit, environment)

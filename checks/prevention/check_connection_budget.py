"""Does everything that the service may open fit into what the server leaves?"""

from fixtures.environment.models import Environment
from fixtures.evidence.application import ApplicationSettings
from fixtures.evidence.database import ConnectionLimits

from checks.scenarios import Scenario
from checks.steps import Undetermined, prevents


@prevents(Scenario.TOO_MANY_CONNECTIONS, Scenario.CONNECTION_POOL_EXHAUSTED)
def check_connection_budget_fits(
    application_settings: ApplicationSettings, connection_limits: ConnectionLimits, environment: Environment
) -> None:
    """Workers times pool size and overflow fit into the server's slots, beside other consumers."""
    size = application_settings.pool_size
    if size is None:
        raise Undetermined("the pool's size is unknown", "name the variable in application.settings.pool_size")
    most = environment.application.workers * (size + (application_settings.max_overflow or 0))
    room = connection_limits.usable - environment.database.other_consumers
    assert most <= room, f"the service may open {most} connections; the server leaves {room}"

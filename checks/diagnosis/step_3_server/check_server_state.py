"""Is this the server that takes writes, and does it run?"""

from fixtures.evidence.database import ServerIdentity, ServerProcess

from checks.scenarios import Scenario
from checks.steps import Concern, diagnoses


@diagnoses(Scenario.DATABASE_SERVER_UNREACHABLE)
def check_database_server_runs(server_process: ServerProcess) -> None:
    """A PostgreSQL server runs on the database's host and listens on the declared port."""
    assert server_process.state == "running", "no PostgreSQL server runs on the database's host; expected one"
    assert server_process.listening_on_expected_port, (
        f"the server (PID {server_process.pid}) listens on port {server_process.port}; expected {server_process.expected_port}"
    )


@diagnoses(Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_database_server_takes_writes(server_identity: ServerIdentity) -> None:
    """The server is neither in recovery nor read-only for everybody."""
    if server_identity.in_recovery:
        raise Concern("the server is in recovery (a standby): it refuses writes; expected a primary")

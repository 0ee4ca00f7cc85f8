"""May the application's role log in?"""

from fixtures.evidence.database import RoleState

from checks.scenarios import Scenario
from checks.steps import diagnoses


@diagnoses(Scenario.AUTHENTICATION_FAILURE)
def check_application_role_may_log_in(role_state: RoleState) -> None:
    """The application's role exists, may log in, and its password has not expired."""
    assert role_state.exists, f"role {role_state.name} does not exist; expected a role with LOGIN"
    assert role_state.can_login, f"role {role_state.name} has NOLOGIN; expected LOGIN"
    assert not role_state.expired, f"the password of role {role_state.name} expired at {role_state.valid_until}"


@diagnoses(Scenario.AUTHENTICATION_FAILURE, Scenario.DATABASE_NOT_ACCEPTING, Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_application_role_may_connect(role_state: RoleState) -> None:
    """The database exists, takes connections, and the role has CONNECT on it."""
    assert role_state.database_exists, "the application's database does not exist"
    assert role_state.database_accepts, "the application's database takes no connections (datallowconn is false)"
    assert role_state.may_connect is not False, f"role {role_state.name} lacks CONNECT on the application's database"

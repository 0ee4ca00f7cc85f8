"""Does the service connect to where the environment says that its database is?"""

from fixtures.environment.models import Environment
from fixtures.evidence.application import ApplicationSettings

from checks.scenarios import Scenario
from checks.steps import diagnoses


@diagnoses(Scenario.WRONG_TARGET_OR_CONFIGURATION, Scenario.DATABASE_SERVER_UNREACHABLE)
def check_application_settings_are_complete(application_settings: ApplicationSettings) -> None:
    """No variable that the service needs is unset, empty or an unexpanded placeholder."""
    wrong = [f"{each.variable} is {each.state}" for each in application_settings.variables if each.state in {"empty", "unexpanded", "invalid"}]
    assert not wrong, f"{application_settings.source}: {', '.join(wrong)}; expected values"


@diagnoses(Scenario.DATABASE_SERVER_UNREACHABLE, Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_application_connects_to_the_declared_database(
    application_settings: ApplicationSettings, environment: Environment
) -> None:
    """The service's database URL leads to the host and port of the environment file."""
    endpoint, declared = application_settings.endpoint, environment.database
    expected = f"{declared.host}:{declared.port}"
    assert endpoint is None or str(endpoint) == expected, f"the service connects to {endpoint}; expected {expected}"

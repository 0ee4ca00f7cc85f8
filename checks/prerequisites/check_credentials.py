"""Has the service the credentials that it needs?"""

from fixtures.evidence.application import ApplicationSettings

from checks.scenarios import Scenario
from checks.steps import Concern, diagnoses


@diagnoses(Scenario.AUTHENTICATION_FAILURE, Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_application_has_a_password(application_settings: ApplicationSettings) -> None:
    """The service's settings hold a password that is neither empty nor a placeholder."""
    state = application_settings.password
    assert state in {"present", "unknown"}, f"the password in {application_settings.source} is {state}; expected present"


@diagnoses(Scenario.AUTHENTICATION_FAILURE)
def check_application_password_is_the_referenced_one(application_settings: ApplicationSettings) -> None:
    """The service's password equals the one that the environment refers to."""
    if application_settings.password_matches_reference is False:
        raise Concern(f"the password in {application_settings.source} differs from the environment's reference")

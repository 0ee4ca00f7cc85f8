"""What does the service's log say of its database?"""

from fixtures.evidence.application import ApplicationLog
from fixtures.evidence.evidence import Evidence

from checks.causes.view import application_shows_trouble, trouble_in_log
from checks.scenarios import DEPTH
from checks.steps import Concern, diagnoses


@diagnoses(*DEPTH)
def check_application_log_has_no_connection_error(application_log: ApplicationLog, evidence: Evidence) -> None:
    """The service's log has no error of its database connection in the window."""
    found = trouble_in_log(evidence)
    window = f"between {application_log.since} and {application_log.until}"
    sentence = "; ".join(f"{each.count} × {each.signature}, last {each.last}: {each.sample}" for each in found[:3])
    if found and not application_shows_trouble(evidence):
        raise Concern(f"{window}, though the service answers now: {sentence}")
    assert not found, f"{window}: {sentence}"

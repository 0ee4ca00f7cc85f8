"""Can the service's log be read?"""

from fixtures.evidence.application import ApplicationLog

from checks.steps import diagnoses


@diagnoses()
def check_application_log_is_readable(application_log: ApplicationLog) -> None:
    """The service's log can be read over the whole window."""
    assert application_log.source, "the log's source has no name"

"""Can the API be reached from here?"""

from fixtures.evidence.application import Liveness

from checks.steps import Undetermined, diagnoses


@diagnoses()
def check_api_is_reachable(liveness: Liveness) -> None:
    """The API gives any HTTP answer at all."""
    answer = liveness.answer
    if answer.outcome != "answered":
        raise Undetermined(
            f"the API gives no answer: {answer.outcome} {answer.reason}", "check application.base_url, or declare it `none`"
        )

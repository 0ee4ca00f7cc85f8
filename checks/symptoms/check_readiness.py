"""Does the service call itself ready?"""

from fixtures.evidence.application import Readiness

from checks.scenarios import DEPTH
from checks.steps import Undetermined, diagnoses


@diagnoses(*reversed(DEPTH))
def check_api_is_ready(readiness: Readiness) -> None:
    """The readiness path answers 200, and its body calls the database healthy."""
    answer = readiness.answer
    if answer.outcome == "not-asked":
        raise Undetermined(f"{answer.path} was not asked: {answer.reason}", "run again when the API answers")
    said = f" (it says of the database: {answer.database} {answer.database_message})" if answer.database else ""
    assert answer.status == 200, f"{answer.path} answers {answer.status or answer.outcome}{said}; expected 200"  # noqa: PLR2004
    assert answer.database in {"", "healthy", "ok", "up", "pass"}, f"{answer.path} answers 200{said}; expected a healthy database"

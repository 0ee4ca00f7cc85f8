"""Which error messages do users see?"""

from fixtures.evidence.application import Operations, Readiness

from checks.scenarios import DEPTH
from checks.steps import diagnoses

WORDS = ("connection refused", "connect call failed", "queuepool", "too many", "timeout", "authentication failed", "gaierror")


@diagnoses(*reversed(DEPTH))
def check_api_answers_carry_no_connection_error(operations: Operations, readiness: Readiness) -> None:
    """No answer of the API carries the words of a failed database connection."""
    answers = (*operations.answers, readiness.answer)
    seen = [f"{each.path}: {each.body[:160]}" for each in answers if any(word in each.body.lower() for word in WORDS)]
    assert not seen, "; ".join(seen)

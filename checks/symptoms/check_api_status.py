"""Does the API answer its users?"""

from fixtures.evidence.application import Liveness, Operations

from checks.scenarios import DEPTH
from checks.steps import diagnoses


@diagnoses(*DEPTH)
def check_api_is_alive(liveness: Liveness) -> None:
    """The API answers its liveness path with 200."""
    answer = liveness.answer
    assert answer.outcome == "answered", f"{answer.path} gives no answer: {answer.outcome} {answer.reason}; expected 200"
    assert answer.status == 200, f"{answer.path} answers {answer.status}; expected 200"  # noqa: PLR2004 (HTTP's own number)


@diagnoses(*reversed(DEPTH))
def check_api_operations_have_their_status(operations: Operations) -> None:
    """Every configured operation answers with the status that is expected of it."""
    wrong = [
        f"{each.path} answers {each.status or each.outcome}; expected {status}"
        for each, status in zip(operations.answers, operations.expected, strict=True)
        if each.outcome != "not-asked" and each.status != status
    ]
    assert not wrong, "; ".join(wrong)

"""Does the service stay ready?"""

from fixtures.evidence.application import ReadinessWindow

from checks.scenarios import DEPTH
from checks.steps import verifies


@verifies(*DEPTH)
def check_api_stays_ready(readiness_window: ReadinessWindow) -> None:
    """Readiness answers 200 throughout the verification window."""
    bad = [each for each in readiness_window.answers if each.status != 200]  # noqa: PLR2004 (HTTP's own number)
    assert readiness_window.answers, "readiness was never asked"
    assert not bad, (
        f"{bad[0].path} answered {bad[0].status or bad[0].outcome} in {len(bad)} of {len(readiness_window.answers)} "
        f"requests over {readiness_window.seconds:.0f} s; expected 200 each time: {bad[0].database_message or bad[0].reason}"
    )

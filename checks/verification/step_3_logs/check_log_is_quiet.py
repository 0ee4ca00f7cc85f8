"""Does the log stay free of connection errors while operations run?"""

from fixtures.evidence.application import LogWindow

from checks.scenarios import DEPTH
from checks.steps import Undetermined, verifies

IGNORED = ("other-error",)


@verifies(*DEPTH)
def check_application_log_stays_quiet(log_window: LogWindow) -> None:
    """No connection error is logged over the window, in which an operation of ours succeeded."""
    found = [each for each in log_window.log.signatures if each.signature not in IGNORED]
    said = "; ".join(f"{each.count} × {each.signature}: {each.sample}" for each in found)
    assert not found, f"in {log_window.seconds:.0f} s: {said}"
    if not any(each.outcome == "answered" and (each.status or 500) < 400 for each in log_window.operations):  # noqa: PLR2004
        raise Undetermined("no operation of ours succeeded in the window: silence proves nothing", "configure application.operations")

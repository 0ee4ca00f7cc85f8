"""Do operations work, through the API and past every cache?"""

from fixtures.evidence.application import LogWindow
from fixtures.evidence.evidence import ByVantage
from fixtures.evidence.network import Login
from fixtures.evidence.observed import Observed

from checks.scenarios import DEPTH
from checks.steps import Undetermined, verifies


@verifies(*DEPTH)
def check_api_operations_work(log_window: LogWindow) -> None:
    """Every operation asked in the window has its status."""
    if not log_window.operations:
        raise Undetermined("no operation was asked", "configure application.operations")
    bad = [each for each in log_window.operations if each.outcome != "answered" or (each.status or 0) >= 400]  # noqa: PLR2004
    assert not bad, f"{len(bad)} of {len(log_window.operations)} operations failed: {bad[0].path} {bad[0].status or bad[0].outcome}"


@verifies(*DEPTH)
def check_database_answers_the_application(login: ByVantage[Login]) -> None:
    """The database itself answers the application's role: a cached 200 proves nothing."""
    attempts = [fact.value for fact in login.values() if isinstance(fact, Observed)]
    if not attempts:
        raise Undetermined("the database was not asked as the application's role", "set database.application_role")
    bad = [each for each in attempts if each.outcome != "in"]
    assert not bad, f"{bad[0].user} at {bad[0].endpoint}: {bad[0].outcome} at {bad[0].rung}: {bad[0].reason}"

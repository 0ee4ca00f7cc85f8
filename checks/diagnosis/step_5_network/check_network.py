"""Is the way to the database the same from every vantage?"""

from fixtures.evidence.evidence import ByVantage
from fixtures.evidence.network import Reachability
from fixtures.evidence.observed import Observed

from checks.scenarios import Scenario
from checks.steps import Undetermined, diagnoses


@diagnoses(Scenario.DATABASE_SERVER_UNREACHABLE, Scenario.WRONG_TARGET_OR_CONFIGURATION)
def check_every_address_of_the_database_answers(reachability: ByVantage[Reachability]) -> None:
    """From some vantage every address of the database answers within a second."""
    seen = {name: fact.value for name, fact in reachability.items() if isinstance(fact, Observed)}
    if not seen:
        raise Undetermined("no vantage could look", "see database.reachable_from")
    if "application" not in seen:
        return
    slow = [f"{each.address} ({each.tcp}, {each.tcp_seconds:.1f} s)" for each in seen["application"].answers if each.tcp != "open"]
    assert not slow, f"from the application, {', '.join(slow)} of {seen['application'].endpoint} gives no connection"

"""Has the service's pool a connection left?"""

from fixtures.environment.models import Environment
from fixtures.evidence.application import Metrics
from fixtures.evidence.evidence import Evidence, value

from checks.scenarios import Scenario
from checks.steps import Concern, Undetermined, diagnoses


@diagnoses(Scenario.CONNECTION_POOL_EXHAUSTED, Scenario.DATABASE_SLOW_OR_LOCKED)
def check_pool_has_connections_left(metrics: Metrics, evidence: Evidence, environment: Environment) -> None:
    """The service's pool has fewer connections taken than it may open."""
    if metrics.answer.outcome != "answered" or metrics.pool.size is None or metrics.pool.checked_out is None:
        missing = ", ".join(metrics.missing) or metrics.answer.reason or metrics.answer.outcome
        raise Undetermined(f"the pool cannot be read: {missing}", "name the metrics in application.metrics.pool, or set application.metrics: none")
    settings = value(evidence.application_settings)
    room = metrics.pool.size + ((settings.max_overflow or 0) if settings else 0)
    used = 100 * metrics.pool.checked_out / max(room, 1)
    limit = environment.limits.pool_used_percent
    sentence = f"{metrics.pool.checked_out} of {room} pool connections are taken ({used:.0f} %, one worker's answer)"
    assert used < limit.critical, f"{sentence}; limit {limit.critical:g} %"
    if used >= limit.warning:
        raise Concern(f"{sentence}; limit {limit.warning:g} %")

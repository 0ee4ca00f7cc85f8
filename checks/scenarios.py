"""Every scenario, numbered as in the runbook; its value names its resolution file."""

from enum import StrEnum


class Scenario(StrEnum):
    """A failure that somebody can name, look up and resolve. A slug is never renamed."""

    CONNECTION_POOL_EXHAUSTED = "connection-pool-exhausted"
    DATABASE_SERVER_UNREACHABLE = "database-server-unreachable"
    AUTHENTICATION_FAILURE = "authentication-failure"
    TOO_MANY_CONNECTIONS = "too-many-connections"
    WRONG_TARGET_OR_CONFIGURATION = "wrong-target-or-configuration"
    DATABASE_NOT_ACCEPTING = "database-not-accepting"
    DATABASE_SLOW_OR_LOCKED = "database-slow-or-locked"


NUMBERS = {
    Scenario.CONNECTION_POOL_EXHAUSTED: 1,
    Scenario.DATABASE_SERVER_UNREACHABLE: 2,
    Scenario.AUTHENTICATION_FAILURE: 3,
    Scenario.TOO_MANY_CONNECTIONS: 4,
    Scenario.WRONG_TARGET_OR_CONFIGURATION: 6,
    Scenario.DATABASE_NOT_ACCEPTING: 7,
    Scenario.DATABASE_SLOW_OR_LOCKED: 9,
}

DEPTH = (
    Scenario.WRONG_TARGET_OR_CONFIGURATION,
    Scenario.DATABASE_SERVER_UNREACHABLE,
    Scenario.DATABASE_NOT_ACCEPTING,
    Scenario.TOO_MANY_CONNECTIONS,
    Scenario.AUTHENTICATION_FAILURE,
    Scenario.DATABASE_SLOW_OR_LOCKED,
    Scenario.CONNECTION_POOL_EXHAUSTED,
)
"""Deepest first: what lies earlier in a connection's way explains what lies later."""

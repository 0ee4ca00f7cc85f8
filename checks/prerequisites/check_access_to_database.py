"""May the observer see what the diagnosis needs?"""

from fixtures.evidence.database import ObserverRights
from fixtures.evidence.network import Login

from checks.steps import Undetermined, diagnoses


@diagnoses()
def check_observer_can_log_in(observer_login: Login) -> None:
    """The observer's role can log in to the database."""
    if observer_login.outcome != "in":
        raise Undetermined(
            f"{observer_login.user} cannot log in to {observer_login.endpoint}: {observer_login.reason or observer_login.outcome}",
            "apply deploy/postgresql/observer.sql, or leave database.observer_role out",
        )


@diagnoses()
def check_observer_sees_every_session(observer_rights: ObserverRights) -> None:
    """The observer sees the sessions of all roles, and is no superuser."""
    if not observer_rights.sees_every_session:
        raise Undetermined(
            f"{observer_rights.user} sees only its own sessions", f"GRANT pg_monitor TO {observer_rights.user}"
        )

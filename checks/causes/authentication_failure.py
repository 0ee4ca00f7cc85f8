"""Why the server does not let the application's role in."""

from fixtures.evidence.evidence import Evidence, value

from checks.causes.view import application_user, quote, quote_ladder, refusal, refused_with, startup
from checks.finding import Explanation, Quote
from checks.scenarios import Scenario

HERE = Scenario.AUTHENTICATION_FAILURE
EXPLAINS = (Scenario.CONNECTION_POOL_EXHAUSTED,)


def _explain(evidence: Evidence, causes: tuple[str, ...], sentence: str, settle: str = "") -> Explanation:
    quotes: tuple[Quote, ...] = (quote_ladder(evidence, "login", sentence),)
    role = value(evidence.role_state)
    if role:
        text = f"role {role.name}: exists {role.exists}, may log in {role.can_login}, expired {role.expired}"
        quotes = (*quotes, quote("role_state", evidence.role_state, text))
    return Explanation(HERE, causes, sentence, quotes, EXPLAINS, settle)


def password_refused(evidence: Evidence) -> Explanation | None:
    """SQLSTATE 28P01, the same to the client for many causes; the catalogs tell them apart."""
    words = refused_with(evidence, "28P01", "sqlstate-28P01")
    if words is None:
        return None
    role, settings = value(evidence.role_state), value(evidence.application_settings)
    user = application_user(evidence) or "the application's role"
    if settings and settings.password == "empty":
        return _explain(evidence, ("password-missing",), f"The service sends no password for {user} (28P01).")
    if role is None:
        group = ("wrong-password", "password-expired", "role-missing", "role-no-password")
        return _explain(evidence, group, f"The server refuses the password of {user} (28P01).", "an observer that reads pg_roles")
    if not role.exists:
        return _explain(evidence, ("role-missing",), f"The role {user} does not exist on the server (28P01).")
    if role.expired:
        return _explain(evidence, ("password-expired",), f"The password of {user} expired at {role.valid_until} (28P01).")
    sentence = f"The server refuses the password of {user} (28P01): the role exists, may log in and has not expired."
    return _explain(evidence, ("wrong-password",), sentence)


def not_permitted(evidence: Evidence) -> Explanation | None:
    """SQLSTATE 28000: before authentication pg_hba.conf refuses, after it the role may not log in."""
    words = refused_with(evidence, "28000", "sqlstate-28000-nologin", "sqlstate-28000-no-hba", "sqlstate-28000-hba-reject")
    if words is None:
        return None
    role, answer, error = value(evidence.role_state), startup(evidence), refusal(evidence)
    before_password = answer is not None and answer.error is not None
    texts = (
        ("no pg_hba.conf entry", "hba-no-entry"),
        ("pg_hba.conf rejects", "hba-reject"),
        ("not permitted to log in", "role-nologin"),
        ("Peer authentication", "peer-mismatch"),
        ("Ident authentication", "ident-failed"),
    )
    causes = next(((cause,) for part, cause in texts if part in words), ())
    if not causes and role and role.exists and not role.can_login and not before_password:
        causes = ("role-nologin",)
    group = ("hba-no-entry", "hba-reject") if before_password else ("role-nologin", "hba-no-entry", "hba-reject")
    text = words if error is None else error.message
    return _explain(evidence, causes or group, f"The server answers: {text} (28000).")


def connect_revoked(evidence: Evidence) -> Explanation | None:
    """SQLSTATE 42501 at login: the role lacks CONNECT on the database."""
    words = refused_with(evidence, "42501", "sqlstate-42501-database")
    if words is None:
        return None
    return _explain(evidence, ("connect-revoked",), f"The server answers: {words} (42501).")


CAUSES = (password_refused, not_permitted, connect_revoked)

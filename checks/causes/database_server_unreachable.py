"""Why nothing of the server can be reached."""

from fixtures.evidence.evidence import Evidence, value

from checks.causes.view import deciding_vantage, quote, quote_ladder, reachability, signature
from checks.finding import Explanation
from checks.scenarios import Scenario

HERE = Scenario.DATABASE_SERVER_UNREACHABLE
EXPLAINS = (Scenario.CONNECTION_POOL_EXHAUSTED, Scenario.DATABASE_SLOW_OR_LOCKED)
NO_ROUTE, HOST_UNREACHABLE = 101, 113
QUICK_SECONDS = 1.0


def _explain(evidence: Evidence, causes: tuple[str, ...], sentence: str, settle: str = "") -> Explanation:
    quotes = (quote_ladder(evidence, "reachability", sentence),)
    return Explanation(HERE, causes, sentence, quotes, EXPLAINS, settle)


def name_does_not_resolve(evidence: Evidence) -> Explanation | None:
    """The resolver answered that there is no such name (EAI_NONAME), or did not answer (EAI_AGAIN)."""
    seen = reachability(evidence)
    if seen is None or seen.resolution.outcome == "resolved":
        return None
    host, resolution = seen.endpoint.host, seen.resolution
    if resolution.outcome == "nxdomain":
        return _explain(evidence, ("dns-nxdomain",), f"The name {host} does not exist for the resolver (EAI_NONAME).")
    cause = "dns-refused" if resolution.seconds < QUICK_SECONDS and resolution.outcome != "timeout" else "dns-timeout"
    sentence = f"The resolver gave no answer for {host} after {resolution.seconds:.1f} s."
    return _explain(evidence, (cause,), sentence)


def refused(evidence: Evidence) -> Explanation | None:
    """Every address refuses TCP; the server's own host tells a stopped server from another port."""
    seen = reachability(evidence)
    if seen is None or not seen.answers or any(each.tcp != "refused" for each in seen.answers):
        return None
    process, declared = value(evidence.server_process), value(evidence.observer_login)
    lead = f"{seen.endpoint} refuses TCP connections"
    moved = declared if declared and declared.endpoint != seen.endpoint and declared.outcome in {"in", "refused"} else None
    if moved and (moved.outcome == "in" or moved.error):
        sentence = f"{lead}, while PostgreSQL answers at {moved.endpoint}: the service has the wrong port."
        return _explain(evidence, ("wrong-port",), sentence)
    if process and process.state == "running" and process.port and process.port != seen.endpoint.port:
        sentence = f"{lead}, while the server (PID {process.pid}) listens on port {process.port}."
        return _explain(evidence, ("wrong-port",), sentence)
    if process and process.state == "not-running":
        explanation = _explain(evidence, ("server-down",), f"{lead}, and no PostgreSQL server runs on its host.")
        found = quote("server_process", evidence.server_process, "no server process; nothing listens on the port")
        return Explanation(HERE, ("server-down",), explanation.sentence, (*explanation.quotes, found), EXPLAINS)
    group = ("server-down", "wrong-port", "firewall-reject", "listen-addresses", "server-wont-start")
    return _explain(evidence, group, f"{lead}.", "look at the database's host: does a server run, on which port?")


def silent_network(evidence: Evidence) -> Explanation | None:
    """No address answers TCP within its time, or the network says that there is no way."""
    seen = reachability(evidence)
    if seen is None or not seen.answers or any(each.tcp in {"open", "refused", "reset"} for each in seen.answers):
        return None
    errnos = {each.tcp_errno for each in seen.answers}
    if errnos == {NO_ROUTE}:
        return _explain(evidence, ("no-route",), f"There is no route to {seen.endpoint} (ENETUNREACH).")
    if errnos == {HOST_UNREACHABLE}:
        group = ("host-unreachable", "firewall-reject-host")
        return _explain(evidence, group, f"The host of {seen.endpoint} is unreachable (EHOSTUNREACH).")
    if any(each.tcp != "timeout" for each in seen.answers):
        return None
    seconds = max(each.tcp_seconds for each in seen.answers)
    process = value(evidence.server_process)
    if process and process.listening_on_expected_port:
        sentence = f"{seen.endpoint} does not answer within {seconds:.1f} s although it listens."
        return _explain(evidence, ("accept-backlog-full", "blackhole"), sentence, "read the accept queue: ss -ltn")
    sentence = f"{seen.endpoint} does not answer TCP within {seconds:.1f} s: packets are dropped on the way."
    return _explain(evidence, ("blackhole",), sentence)


def some_addresses_dead(evidence: Evidence) -> Explanation | None:
    """One of several addresses answers and another does not."""
    seen = reachability(evidence)
    if seen is None:
        return None
    open_ones = [each.address for each in seen.answers if each.tcp == "open"]
    dead = [each.address for each in seen.answers if each.tcp == "timeout"]
    if not open_ones or not dead:
        return None
    sentence = f"Of the addresses of {seen.endpoint.host}, {', '.join(dead)} is silent and {', '.join(open_ones)} answers."
    return _explain(evidence, ("partial-blackhole",), sentence)


def accepts_and_says_nothing(evidence: Evidence) -> Explanation | None:
    """TCP opens and no byte follows, or the connection is closed before one."""
    seen = reachability(evidence)
    opened = [each for each in seen.answers if each.tcp == "open"] if seen else []
    if seen is None or not opened:
        return None
    if all(each.ssl == "silent" for each in opened):
        process = value(evidence.server_process)
        if process and process.state == "running" and process.listening_on_expected_port:
            sentence = f"{seen.endpoint} accepts TCP and never speaks, although the server (PID {process.pid}) lives: it is frozen."
            return _explain(evidence, ("server-frozen",), sentence)
        sentence = f"{seen.endpoint} accepts TCP and never answers PostgreSQL's first message."
        return _explain(evidence, ("accepts-silent",), sentence)
    if all(each.ssl == "closed" for each in opened):
        sentence = f"{seen.endpoint} accepts TCP and closes before a byte of PostgreSQL: something in front has no backend."
        return _explain(evidence, ("closed-or-reset-by-proxy",), sentence)
    return None


def log_says_unreachable(evidence: Evidence) -> Explanation | None:
    """Without a ladder that may accuse, the service's own log names the group."""
    if deciding_vantage(evidence) is not None and reachability(evidence) is not None:
        seen = reachability(evidence)
        entry = signature(evidence, "connect-refused", "dns-nxdomain", "unreachable")
        if entry is None or seen is None or entry.endpoint is None or entry.endpoint == seen.endpoint:
            return None
        if entry.signature == "connect-refused" and entry.endpoint.host in {seen.endpoint.host, *seen.resolution.addresses}:
            sentence = f"The service is refused at {entry.endpoint}, while the database is at {seen.endpoint}."
            return Explanation(HERE, ("wrong-port",), sentence, (quote("application_log", evidence.application_log, entry.sample),), EXPLAINS)
        return None
    entry = signature(evidence, "connect-refused", "dns-nxdomain", "dns-temporary", "unreachable")
    if entry is None:
        return None
    groups = {
        "connect-refused": ("server-down", "wrong-port", "firewall-reject"),
        "dns-nxdomain": ("dns-nxdomain",),
        "dns-temporary": ("dns-refused", "dns-timeout"),
        "unreachable": ("no-route", "host-unreachable"),
    }
    sentence = f"The service's log says {entry.count} times that the database cannot be reached: {entry.sample}"
    quotes = (quote("application_log", evidence.application_log, entry.sample),)
    return Explanation(HERE, groups[entry.signature], sentence, quotes, EXPLAINS, "read from where the service runs")


CAUSES = (name_does_not_resolve, refused, silent_network, some_addresses_dead, accepts_and_says_nothing, log_says_unreachable)

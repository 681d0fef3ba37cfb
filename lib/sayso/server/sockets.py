"""The sockets this process listens on."""

import gc
import socket


def listening() -> list[socket.socket]:
    """Every listening TCP socket of the process.

    Streamlit binds its own and keeps it to itself, so they are found among the live objects.
    """
    # By type(): a weak reference whose object is gone answers isinstance with an error.
    return [s for s in gc.get_objects() if issubclass(type(s), socket.socket) and _listens(s)]


def disable_nagle(sockets: list[socket.socket]) -> None:
    """Send small frames at once: accepted connections inherit this from the listening socket.

    asyncio would, but only for sockets made with IPPROTO_TCP, and Streamlit's is not:
    it costs about 40 ms a rerun (DESIGN §11).
    """
    for sock in sockets:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def address(sock: socket.socket) -> str:
    """A URL that a person on this machine can open."""
    host, port = sock.getsockname()[:2]
    shown = "localhost" if host in ("0.0.0.0", "::", "127.0.0.1", "::1") else host
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"


def _listens(sock: socket.socket) -> bool:
    try:
        return (
            sock.family in (socket.AF_INET, socket.AF_INET6)
            and sock.type == socket.SOCK_STREAM
            and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
        )
    except OSError:
        return False  # closed

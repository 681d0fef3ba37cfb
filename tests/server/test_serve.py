"""Each way of starting Sayso, from a directory that is not its own."""

import socket

import pytest

from sayso.server.serve import options
from tests.server.harness import ROOT, Launch, free_port, wait_for

MAIN = ROOT / "lib" / "sayso" / "main.py"
APP = str(ROOT / "app.py")

# What `sayso serve` does; then one accepted connection is looked up in the process and asked.
SERVE_AND_TELL = """
import gc, socket, sys, threading, time
from pathlib import Path
root, port = Path(sys.argv[1]), int(sys.argv[2])
sys.path.insert(0, str(root))
import app
from sayso.server.serve import serve

def peer(sock):
    try:
        return sock.getpeername() and sock.getsockname()[1] == port
    except OSError:
        return False

def tell():
    while True:
        time.sleep(0.2)
        for sock in gc.get_objects():
            if isinstance(sock, socket.socket) and peer(sock):
                if sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY):
                    print("accepted without Nagle", flush=True)

threading.Thread(target=tell, daemon=True).start()
serve(app.app, root / "app.py", host="127.0.0.1", port=port)
"""

pytestmark = pytest.mark.skipif(not MAIN.is_file(), reason="main.py is not written yet")


def ways(port: int) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Arguments and environment of each launch."""
    return {
        "streamlit run": (
            ["-m", "streamlit", "run", APP, f"--server.port={port}", "--server.headless=true"],
            {},
        ),
        "python app.py": ([APP], {"STREAMLIT_SERVER_PORT": str(port)}),
        "uvicorn": (["-m", "uvicorn", "app:app", f"--app-dir={ROOT}", f"--port={port}"], {}),
    }


@pytest.mark.parametrize("way", ways(0))
def test_it_serves_with_our_configuration_and_without_nagle(way: str, launch: Launch) -> None:
    port = free_port()
    arguments, environment = ways(port)[way]
    process = launch(*arguments, **environment)
    url = f"http://localhost:{port}"
    assert wait_for(f"{url}/_stcore/health", process) == b"ok"
    # enableStaticServing is on in .streamlit/config.toml only: these answer where it was found.
    assert wait_for(f"{url}/app/static/figure/figure.js", process).startswith(b"// One chart")


def test_serve_works_from_anywhere_and_sends_at_once(launch: Launch) -> None:
    port = free_port()
    process = launch("-c", SERVE_AND_TELL, str(ROOT), str(port))
    assert wait_for(f"http://127.0.0.1:{port}/app/static/figure/figure.js", process)
    with socket.create_connection(("127.0.0.1", port)):
        assert process.stdout
        assert any(line.startswith("accepted without Nagle") for line in process.stdout)


def test_options_name_only_what_was_given() -> None:
    assert options() == {"server.headless": True, "server.address": "127.0.0.1"}
    assert options("127.0.0.1", 9000) == {
        "server.headless": True,
        "server.address": "127.0.0.1",
        "server.port": 9000,
    }

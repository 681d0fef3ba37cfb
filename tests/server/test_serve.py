"""Each way of starting Sayso, from a directory that is not its own."""

import socket
import sys
import time
from pathlib import Path

import pytest

from sayso.server.serve import options
from tests.server.harness import ROOT, Launch, free_port, wait_for

ENOUGH = 60  # seconds to stop, on a machine that is busy with other tests
COMMAND = "from sayso.cli import main; main()"
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
        "sayso serve": (["-c", COMMAND, "serve", f"--port={port}", "--no-browser"], {}),
    }


def addresses(port: int) -> set[str]:
    """The addresses on which anything of this machine listens to `port`, as `ss -ltn` would list them."""
    lines = [
        line.split()
        for kind in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{kind}").read_text().splitlines()[1:]
    ]
    listening = [line[1] for line in lines if line[3] == "0A" and int(line[1].rpartition(":")[2], 16) == port]
    return {
        socket.inet_ntoa(bytes.fromhex(where[:8])[::-1]) if len(where) == 13 else where for where in listening
    }


@pytest.mark.parametrize("way", ways(0))
def test_it_serves_with_our_configuration_on_this_machine_only_and_says_where(
    way: str, launch: Launch
) -> None:
    port = free_port()
    arguments, environment = ways(port)[way]
    process = launch(*arguments, **environment)
    url = f"http://localhost:{port}"
    assert wait_for(f"{url}/_stcore/health", process) == b"ok"
    # enableStaticServing is on in .streamlit/config.toml only: these answer where it was found.
    assert wait_for(f"{url}/app/static/figure/figure.js", process).startswith(b"// One chart")
    if sys.platform == "linux":  # reads /proc
        assert addresses(port) == {"127.0.0.1"}
    if way == "uvicorn":  # it listens first and is found to afterwards
        time.sleep(1)
    process.terminate()
    assert f"Sayso is at {url}" in process.communicate(timeout=ENOUGH)[0]


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

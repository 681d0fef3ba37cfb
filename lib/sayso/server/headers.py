"""Security headers, and hints of what the page is about to need."""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_script_hashes(page: str) -> tuple[str, ...]:
    """CSP sources for the inline scripts of an HTML page, so that no other inline script runs."""
    digests = (hashlib.sha256(s.encode()).digest() for s in _INLINE_SCRIPT.findall(page))
    return tuple(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests)


def content_security_policy(index: Path) -> str:
    """The policy for Streamlit's page: our own origin only, no eval, no foreign frames."""
    hashes = " ".join(inline_script_hashes(index.read_text(encoding="utf-8")))
    return "; ".join(
        (
            "default-src 'self'",
            # blob: is how Streamlit starts a component's script; only script already running can make one.
            f"script-src 'self' blob: {hashes}",
            "style-src 'self' 'unsafe-inline'",  # Emotion and Plotly write style elements
            "img-src 'self' data: blob:",
            "media-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self' blob:",
            "frame-ancestors 'self'",
            "form-action 'self'",
            "base-uri 'self'",
            "object-src 'none'",
        )
    )


def preloads(base: str) -> tuple[str, ...]:
    """`Link` values for what every chart needs. Low priority: Streamlit's own script comes first."""
    modules = ("figure", "frame", "keyboard", "labels", "marks", "plotly", "theme")
    plotly = "vendor/plotly-cartesian-4.1.1/plotly-cartesian.min.js"
    return (
        f"<{base}app/static/{plotly}>; rel=preload; as=script; fetchpriority=low",
        *(f"<{base}app/static/figure/{name}.js>; rel=modulepreload" for name in modules),
    )


class SecurityHeaders:
    """ASGI middleware: what Streamlit leaves out, on every HTTP answer that does not say otherwise.

    `preload` lists `Link` values sent with pages, so that the browser asks for the
    chart library while it still reads the page.
    """

    def __init__(self, app: ASGIApp, index: Path, preload: Sequence[str] = ()) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": content_security_policy(index),
            "x-content-type-options": "nosniff",
            "referrer-policy": "strict-origin-when-cross-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "x-frame-options": "SAMEORIGIN",
        }
        self.link = ", ".join(preload)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                if self.link and headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("link", self.link)
                message = {**message, "headers": headers.raw}
            await send(message)

        await self.app(scope, receive, sending)

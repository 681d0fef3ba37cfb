"""A short answer in plain text, given before the request's body is read."""

from starlette.types import Send


async def refuse(send: Send, status: int, words: str, *, method: str = "GET") -> None:
    """Answer `status` with a sentence, and hang up: what the other side still sends is nobody's to read."""
    body = words.strip().encode() + b"\n"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})

"""Files kept brotli-compressed: in memory, and on disk under the hash of what they hold."""

import contextlib
import hashlib
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from sayso.store.atomic import write_file
from sayso.store.workplace import sweep_folder

FAST, BEST = 5, 11
"""Quality while a visitor waits (50 ms for Plotly), and in the background (2.7 s, a tenth smaller)."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file's content, compressed, with what it was made from."""

    body: bytes
    source_size: int
    stamp: tuple[int, int]
    best: bool


def default_cache_dir() -> Path:
    """The per-user cache folder, after the XDG rules (LOCALAPPDATA on Windows)."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "sayso" / "brotli"


@dataclass(slots=True)
class BrotliStore:
    """Compresses each file once; a restart finds the result on disk."""

    folder: Path = field(default_factory=default_cache_dir)
    _packed: dict[Path, Packed] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, path: Path, *, best: bool = False) -> Packed:
        """The compressed content of `path` as it is now: at best quality if that is at hand or asked for."""
        stamp = _stamp(path)
        known = self._packed.get(path)
        if known and known.stamp == stamp and (known.best or not best):
            return known
        packed = self._pack(path, stamp, best=best)
        with self._lock:
            now = self._packed.get(path)
            # The background thread may have finished the better one meanwhile.
            if now and now.stamp == stamp and now.best and not packed.best:
                return now
            self._packed[path] = packed
        return packed

    def _pack(self, path: Path, stamp: tuple[int, int], *, best: bool) -> Packed:
        source = path.read_bytes()
        kept = self.folder / f"{hashlib.blake2b(source, digest_size=20).hexdigest()}.br"
        body = _read_kept(kept, source)
        if body is not None:
            return Packed(body, len(source), stamp, best=True)
        body = brotli.compress(source, quality=BEST if best else FAST)
        if best:
            _keep(kept, body)
        return Packed(body, len(source), stamp, best=best)


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def _read_kept(kept: Path, source: bytes) -> bytes | None:
    try:
        body = kept.read_bytes()
        # Named by the source's hash, but a torn or foreign file must never reach a browser.
        return body if brotli.decompress(body) == source else None
    except (OSError, brotli.error):
        return None


def _keep(kept: Path, body: bytes) -> None:
    # A home that cannot be written costs the next start some seconds, nothing else.
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        sweep_folder(kept.parent)
        write_file(kept, body)

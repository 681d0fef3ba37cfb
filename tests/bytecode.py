"""Imported before all else: a run starts some 300 interpreters, and compiling costs each more than all else."""

import os
import sys
from pathlib import Path

PREFIX = "PYTHONPYCACHEPREFIX"

if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    os.environ.setdefault(PREFIX, str(Path(__file__).resolve().parents[1] / ".pytest_cache" / "compiled"))
    sys.pycache_prefix = os.environ[PREFIX]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

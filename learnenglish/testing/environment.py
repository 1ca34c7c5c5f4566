"""A pytest plugin loaded before the settings: tests keep their data in a folder of their own."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_data = tempfile.mkdtemp(prefix="learnenglish-test-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
# Set for processes that the tests start as well.
os.environ["DATA_DIR"] = _data
os.environ["DEBUG"] = "false"
os.environ["STATIC_MANIFEST"] = "false"
os.environ["SECURE_SSL_REDIRECT"] = "false"
os.environ["LOG_LEVEL"] = "ERROR"

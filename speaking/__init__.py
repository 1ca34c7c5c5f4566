"""Everything that is spoken.

onnxruntime gives the machine a number and reports to its maker, unless it is told not to before it
is imported; whatever imports it here or in a package comes through this one.
"""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

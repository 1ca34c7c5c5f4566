"""Text engines by name. Each is imported and built on first use, then shared."""

from __future__ import annotations

from learnenglish.common.engines import EngineTable
from texts.nlp.base import TextEngine

# A new engine needs a line here.
_TABLE: EngineTable[TextEngine] = EngineTable(
    "text engine",
    {
        "offline": "texts.nlp.offline.engine:OfflineEngine",
        # With its budget, and the offline engine behind it: made where the settings are known.
        "openai": "texts.engines:build_openai_engine",
    },
)
ENGINES = _TABLE.names
get_engine = _TABLE.get

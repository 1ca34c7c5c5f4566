"""The recognition engines by name. Importing this loads none of them."""

from __future__ import annotations

from learnenglish.common.engines import EngineTable
from speaking.stt.base import Recogniser

# A new engine needs a line here, its options in speaking.engines.
_TABLE: EngineTable[Recogniser] = EngineTable(
    "recognition engine",
    {
        "offline": "speaking.stt.offline.engine:OfflineRecogniser",
        "openai": "speaking.stt.openai.engine:OpenAIRecogniser",
    },
)
ENGINES = _TABLE.names
get_recogniser = _TABLE.get

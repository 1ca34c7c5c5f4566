"""The voices' engines by name. Importing this loads none of them."""

from __future__ import annotations

from learnenglish.common.engines import EngineTable
from speaking.tts.base import Synthesiser

# A new engine needs a line here, its options in speaking.engines.
_TABLE: EngineTable[Synthesiser] = EngineTable(
    "voice engine",
    {
        "offline": "speaking.tts.offline.engine:OfflineSynthesiser",
        "openai": "speaking.tts.openai.engine:OpenAISynthesiser",
        "polly": "speaking.tts.polly.engine:PollySynthesiser",
    },
)
ENGINES = _TABLE.names
get_synthesiser = _TABLE.get

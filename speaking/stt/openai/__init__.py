"""Recognition by OpenAI, or by a server that speaks its protocol.

``engine`` is what callers use. ``finding`` finds the speech, so that silence is never sent;
``files`` has it written down after the recording, ``live`` while it goes on (``items`` is what
has come of that so far). When each word was said OpenAI does not tell: our own alignment does.
"""

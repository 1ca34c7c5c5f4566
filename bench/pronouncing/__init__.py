"""Measuring how well pronunciation is judged; ``python -m bench.pronunciation`` prints it.

``pairs`` splits the minimal pairs into a half to fit on and a half to report; ``voices`` has who
speaks them; ``trials`` lets the engine judge; ``table`` adds up. ``building`` made the recordings
beside it from voices that are no wheel's, ``probing`` the probe and ``fitting`` the calibration.
"""

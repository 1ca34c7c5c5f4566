"""Recognition on this machine: Moonshine's model, no network, no key.

``engine`` is what callers use; ``pool`` and ``worker`` are the processes it runs in; ``stream``
turns sound into lines, with the help of ``voice`` (is this speech?), ``segmenting`` (where does a
line end?), ``decoding`` (what was said?) and ``aligning`` (when was each word said?).
"""

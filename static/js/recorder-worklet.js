// Runs on the audio thread: collects sound into chunks of 100 ms of signed 16-bit PCM.
//
// Posts {pcm: ArrayBuffer, peak: 0–1} for each chunk. A message "flush" posts what is left, then
// {flushed: true}. Int16Array has the byte order of the machine: little-endian on every platform
// that runs a browser.

const CHUNK_MS = 100;
const MIN_TAIL_MS = 20;

class RecorderProcessor extends AudioWorkletProcessor {
  constructor() {
    super();
    this.size = Math.round((sampleRate * CHUNK_MS) / 1000);
    this.minTail = Math.ceil((sampleRate * MIN_TAIL_MS) / 1000);
    this.reset();
    this.port.onmessage = ({ data }) => {
      if (data === "flush") this.flush();
    };
  }

  reset() {
    this.chunk = new Int16Array(this.size);
    this.filled = 0;
    this.peak = 0;
  }

  post(samples) {
    this.port.postMessage({ pcm: samples.buffer, peak: this.peak }, [samples.buffer]);
    this.reset();
  }

  flush() {
    if (this.filled >= this.minTail) this.post(this.chunk.slice(0, this.filled));
    this.reset();
    this.port.postMessage({ flushed: true });
  }

  process(inputs) {
    const [input] = inputs;
    const channel = input && input[0];
    if (!channel) return true;
    for (const sample of channel) {
      const clipped = Math.max(-1, Math.min(1, sample));
      this.peak = Math.max(this.peak, Math.abs(clipped));
      this.chunk[this.filled] = clipped < 0 ? clipped * 0x8000 : clipped * 0x7fff;
      this.filled += 1;
      if (this.filled === this.size) this.post(this.chunk);
    }
    return true;
  }
}

registerProcessor("recorder", RecorderProcessor);

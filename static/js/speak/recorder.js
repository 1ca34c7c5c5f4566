// The microphone: sound as chunks of 100 ms, s16le mono.

/** Rates the server takes, the best first. The first one is what recognition works with. */
const RATES_HZ = [16000, 48000, 44100, 24000, 8000];
const FLUSH_TIMEOUT_MS = 500;

/** Why there is no sound. `code` is one of the codes in speaking/_says.html. */
export class RecorderError extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

/** The code of what stands in the way before anything is tried, or "". */
export function recorderObstacle() {
  if (!window.isSecureContext) return "insecure";
  const capable = navigator.mediaDevices?.getUserMedia && window.AudioWorkletNode && window.WebSocket;
  return capable ? "" : "unsupported";
}

function microphoneError(error) {
  const codes = {
    NotAllowedError: "mic_denied",
    SecurityError: "mic_denied",
    NotFoundError: "mic_missing",
    OverconstrainedError: "mic_missing",
    NotReadableError: "mic_busy",
    AbortError: "mic_busy",
  };
  return new RecorderError(codes[error.name] ?? "unsupported", error);
}

export class Recorder {
  /**
   * @param {{workletUrl: string, onChunk: (pcm: ArrayBuffer, peak: number) => void,
   *          onLost: () => void}} options `onLost`: the microphone was unplugged or taken away.
   */
  constructor({ workletUrl, onChunk, onLost }) {
    this.workletUrl = workletUrl;
    this.onChunk = onChunk;
    this.onLost = onLost;
  }

  /** Ask for the microphone. Throws RecorderError. Afterwards `sampleRate` is what is sent. */
  async open() {
    const obstacle = recorderObstacle();
    if (obstacle) throw new RecorderError(obstacle);
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
    } catch (error) {
      throw microphoneError(error);
    }
    try {
      await this.#connect();
    } catch (error) {
      await this.close();
      throw error instanceof RecorderError ? error : new RecorderError("unsupported", error);
    }
  }

  async #connect() {
    for (const rate of [RATES_HZ[0], undefined, ...RATES_HZ.slice(1)]) {
      if (this.#tryRate(rate)) break;
    }
    if (!this.context) throw new RecorderError("unsupported");
    await this.context.audioWorklet.addModule(this.workletUrl);
    this.node = new AudioWorkletNode(this.context, "recorder", {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: "explicit",
    });
    this.node.port.onmessage = ({ data }) => {
      if (data.pcm) this.onChunk(data.pcm, data.peak);
      if (data.flushed) this.flushed?.();
    };
    this.source.connect(this.node);
    for (const track of this.stream.getAudioTracks()) {
      track.addEventListener("ended", () => this.onLost());
    }
    await this.context.resume();
  }

  /** Firefox refuses to join a microphone to a context of another rate; then the next is tried. */
  #tryRate(rate) {
    let context;
    try {
      context = new AudioContext(rate ? { sampleRate: rate } : {});
      if (!RATES_HZ.includes(context.sampleRate)) throw new RangeError("rate not taken");
      this.source = context.createMediaStreamSource(this.stream);
      this.context = context;
      this.sampleRate = context.sampleRate;
      return true;
    } catch {
      context?.close();
      return false;
    }
  }

  /** Hand out what is left of the last chunk, then let go of the microphone. */
  async finish() {
    if (this.node && this.context?.state === "running") {
      await new Promise((resolve) => {
        this.flushed = resolve;
        setTimeout(resolve, FLUSH_TIMEOUT_MS);
        this.node.port.postMessage("flush");
      });
    }
    await this.close();
  }

  async close() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.source?.disconnect();
    if (this.context && this.context.state !== "closed") await this.context.close();
    this.stream = this.source = this.node = this.context = undefined;
  }
}

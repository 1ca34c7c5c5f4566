// Minimal pairs: record one word, send it, show which of the two was heard.
//
// Recording ends by itself when the word is over; a second press ends it earlier.

import { Recorder, RecorderError, recorderObstacle } from "./speak/recorder.js";
import { message } from "./toast.js";

const CHUNK_MS = 100;
const SPEECH_PEAK = 0.04;
const SILENCE_AFTER_MS = 900;
const NOTHING_MS = 5000;

/** 16-bit mono WAV of chunks of PCM. */
function wav(chunks, sampleRate) {
  const size = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  const head = new DataView(new ArrayBuffer(44));
  const text = (at, value) => [...value].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  head.setUint32(4, 36 + size, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, sampleRate, true);
  head.setUint32(28, sampleRate * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  text(36, "data");
  head.setUint32(40, size, true);
  return new Blob([head, ...chunks], { type: "audio/wav" });
}

class Drill {
  constructor(root) {
    this.root = root;
    this.part = (role) => root.querySelector(`[data-role="${role}"]`);
    this.show("ready");
    const obstacle = recorderObstacle();
    if (obstacle) this.say(obstacle);
  }

  show(state) {
    this.state = state;
    this.root.dataset.state = state;
    const button = this.part("record");
    const label = this.part("record-label");
    const word = { asking: "ready", sending: "listening" }[state] ?? state;
    label.textContent = label.dataset[word];
    button.setAttribute("aria-pressed", String(state === "recording"));
    button.toggleAttribute("aria-disabled", state === "asking" || state === "sending");
    this.part("level").style.setProperty("--level", "0");
    this.say({ sending: "listening" }[state] ?? state);
  }

  say(code) {
    const store = document.getElementById("drill-says").content;
    const found = store.querySelector(`[data-code="${CSS.escape(code)}"]`);
    this.part("status").textContent = found ? found.textContent : "";
  }

  press() {
    if (this.state === "ready") this.start();
    else if (this.state === "recording") this.stop();
  }

  async start() {
    this.show("asking");
    this.chunks = [];
    this.heardMs = 0;
    this.lastSpeechMs = null;
    const recorder = new Recorder({
      workletUrl: this.root.dataset.workletUrl,
      onChunk: (pcm, peak) => this.heard(pcm, peak),
      onLost: () => this.stop("mic_lost"),
    });
    try {
      await recorder.open();
    } catch (error) {
      this.show("ready");
      this.say(error instanceof RecorderError ? error.code : "unsupported");
      return;
    }
    this.recorder = recorder;
    this.show("recording");
  }

  heard(pcm, peak) {
    this.chunks.push(pcm);
    this.heardMs += CHUNK_MS;
    this.part("level").style.setProperty("--level", String(Math.min(1, peak * 2)));
    if (peak >= SPEECH_PEAK) this.lastSpeechMs = this.heardMs;
    const quiet = this.heardMs - (this.lastSpeechMs ?? 0);
    const over = this.lastSpeechMs === null ? quiet >= NOTHING_MS : quiet >= SILENCE_AFTER_MS;
    if (over || this.heardMs + CHUNK_MS >= Number(this.root.dataset.maxMs)) this.stop();
  }

  async stop(problem = "") {
    if (this.state !== "recording") return;
    const { recorder } = this;
    this.show("sending");
    await recorder.finish();
    if (problem) {
      this.show("ready");
      this.say(problem);
      return;
    }
    await this.send(wav(this.chunks, recorder.sampleRate));
  }

  async send(sound) {
    const answer = this.part("answer");
    try {
      const response = await fetch(this.root.dataset.attemptUrl, {
        method: "POST",
        body: sound,
        headers: { "X-CSRFToken": this.root.dataset.csrf, "Content-Type": "audio/wav" },
      });
      const html = response.headers.get("Content-Type")?.startsWith("text/html") && !response.redirected;
      // The page itself rendered it: our own markup.
      if (html && response.status !== 500) answer.innerHTML = await response.text();
      else answer.textContent = message(response.status === 429 ? "too_many" : "failed");
    } catch {
      answer.textContent = message("offline");
    }
    this.show("ready");
  }
}

const drills = new WeakMap();

/** The drill that `element` is in; htmx may have put a new one into the page. */
function drillOf(element) {
  const root = element.closest("[data-drill]");
  if (!root) return null;
  if (!drills.has(root)) drills.set(root, new Drill(root));
  return drills.get(root);
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-role="record"]') : null;
  if (button) drillOf(button)?.press();
});

// The speaking page: joins microphone, socket and view.

import { Recorder, RecorderError, recorderObstacle } from "./speak/recorder.js";
import { SpeakSocket, backoff } from "./speak/socket.js";
import { View } from "./speak/view.js";

const SILENCE_PEAK = 0.012;
const SILENCE_HINT_MS = 5000;
const CHUNK_MS = 100;
const LEAST_MS = 500;
const FETCH_TRIES = 6;
/** States in which leaving the page loses something. */
const LIVE = new Set(["connecting", "recording", "reconnecting", "paused", "stopping"]);
/** Told, while the session goes on by itself. */
const STILL_GOING = new Set(["bad_message", "bad_audio", "chunk_too_large"]);

/** The fragment at `url`, or null. A server that is just being restarted is waited for. */
async function fetchPatiently(url) {
  for (let attempt = 0; attempt < FETCH_TRIES; attempt += 1) {
    if (attempt) await new Promise((resolve) => setTimeout(resolve, backoff(attempt, 500)));
    try {
      const answer = await fetch(url, { headers: { "HX-Request": "true" } });
      if (answer.ok) return await answer.text();
      if (answer.status < 500 && answer.status !== 429) return null;
    } catch {
      // Not reached: the next try may.
    }
  }
  return null;
}

class SpeakPage {
  constructor(root) {
    this.config = JSON.parse(document.getElementById("speak-config").textContent);
    this.workletUrl = root.dataset.workletUrl;
    this.view = new View(root);
    this.view.on("start", () => this.start());
    this.view.on("stop", () => this.stop());
    this.view.on("cancel", () => this.cancel());
    this.view.on("again", () => this.start());
    this.view.on("pause", () => this.pause());
    this.view.on("go-on", () => this.goOn());
    window.addEventListener("beforeunload", (event) => {
      if (LIVE.has(this.view.state)) event.preventDefault();
    });
    const obstacle = recorderObstacle();
    this.view.show(obstacle ? "error" : "idle");
    this.view.error(obstacle);
  }

  async start() {
    const attempt = (this.attempt = {});
    this.view.reset();
    this.view.show("asking");
    this.heardMs = 0;
    this.silentMs = 0;
    this.socket = null;
    if (!(await this.openMicrophone(attempt))) return;
    this.view.show("connecting");
    this.connect();
  }

  /** True if there is sound and nobody has cancelled meanwhile. */
  async openMicrophone(attempt) {
    const recorder = new Recorder({
      workletUrl: this.workletUrl,
      onChunk: (pcm, peak) => this.heard(pcm, peak),
      onLost: () => this.microphoneLost(),
    });
    try {
      await recorder.open();
    } catch (error) {
      if (attempt !== this.attempt) return false;
      this.fail(error instanceof RecorderError ? error.code : "internal");
      return false;
    }
    if (attempt !== this.attempt) {
      await recorder.close();
      return false;
    }
    this.recorder = recorder;
    return true;
  }

  connect() {
    const { config } = this;
    const socket = new SpeakSocket({
      path: config.socket_path,
      start: this.startMessage(),
    });
    this.socket = socket;
    const on = (name, handler) =>
      socket.addEventListener(name, (event) => {
        if (this.socket === socket) handler(event.detail);
      });
    on("ready", () => this.ready());
    on("reconnecting", () => {
      if (!["stopping", "paused"].includes(this.view.state)) this.view.show("reconnecting");
    });
    on("interim", (message) => this.view.transcript(message.text, message.stable_chars));
    on("processing", (message) => this.processing(message.stage));
    on("final", (message) => {
      const text = message.transcript?.text ?? "";
      this.view.transcript(text, text.length);
      this.finished();
    });
    on("detached", () => this.finished());
    on("problem", (problem) => this.problem(problem));
  }

  /** The fields of `start`: what the page's config leaves empty is left out. */
  startMessage() {
    const { mode, topic_id, session_id, reference_text, language, level, pause_ms } = this.config;
    const wanted = { mode, topic_id, session_id, reference_text, language, level, pause_ms };
    const given = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined && value !== "");
    return {
      ...Object.fromEntries(given),
      audio: { encoding: "pcm_s16le", sample_rate: this.recorder.sampleRate, channels: 1 },
      interim: true,
    };
  }

  ready() {
    if (["stopping", "paused"].includes(this.view.state)) return;
    this.view.error("");
    this.view.show("recording");
  }

  heard(pcm, peak) {
    this.heardMs += CHUNK_MS;
    this.silentMs = peak < SILENCE_PEAK ? this.silentMs + CHUNK_MS : 0;
    this.socket?.push(pcm);
    this.view.wave.push(peak);
    this.view.time(this.heardMs);
    this.view.hint(this.view.state === "recording" && this.silentMs >= SILENCE_HINT_MS);
  }

  async stop() {
    const { recorder } = this;
    this.recorder = null;
    this.view.show("stopping");
    await recorder?.finish();
    if (this.heardMs >= LEAST_MS) {
      this.socket?.stop();
      if (this.socket?.state === "paused") this.socket.resume();
    } else {
      this.socket?.cancel();
      await this.fail("nothing_said");
    }
  }

  async microphoneLost() {
    if (!this.recorder) return;
    this.view.error("mic_lost");
    await this.stop();
  }

  async cancel() {
    this.attempt = null;
    this.socket?.cancel();
    this.socket = null;
    await this.letGo();
    this.view.reset();
    this.view.show("idle", "cancelled");
  }

  async letGo() {
    const { recorder } = this;
    this.recorder = null;
    await recorder?.close();
  }

  async processing(stage) {
    await this.letGo();
    this.view.show("processing", stage === "evaluating" ? "evaluating" : "transcribing");
  }

  problem({ code, fatal }) {
    if (STILL_GOING.has(code) && !fatal) {
      this.view.error(code);
    } else if (code === "duration_limit") {
      this.view.error(code);
      this.processing("transcribing");
    } else if (code === "stt_failed" && !fatal && LIVE.has(this.view.state) && this.view.state !== "stopping") {
      // The server keeps the sound and recognises it afterwards; only the live words are missing.
      this.view.error(code);
    } else if (code === "stt_failed" || code === "evaluation_failed") {
      this.view.error(code);
      this.finished();
    } else if (code === "idle") {
      // In a pause nothing is to be heard; the session waits and is resumed.
      if (this.view.state !== "paused") this.view.error(code);
      if (this.view.state === "stopping") this.socket.resume();
      else this.rest();
    } else {
      this.fail(code);
    }
  }

  /** The microphone is let go of; what was said until now is sent. */
  async pause() {
    const { recorder } = this;
    this.recorder = null;
    this.view.show("paused");
    await recorder?.finish();
  }

  async rest() {
    await this.letGo();
    this.view.show("paused");
  }

  /** After a pause: the microphone again, and the same session, on a new connection if need be. */
  async goOn() {
    const attempt = (this.attempt = {});
    this.view.error("");
    this.view.show("asking");
    if (!(await this.openMicrophone(attempt))) return;
    this.view.show("connecting");
    if (this.socket.state === "paused") this.socket.resume();
    else if (this.socket.state === "ready") this.ready();
  }

  async fail(code) {
    await this.letGo();
    this.socket = null;
    this.view.show("error");
    this.view.error(code);
  }

  async finished() {
    await this.letGo();
    const id = this.socket?.sessionId;
    this.socket?.leave();
    if (!id) {
      await this.fail("nothing_said");
      return;
    }
    const at = (template) => template.replace("__ID__", encodeURIComponent(id));
    this.view.link(at(this.config.session_url));
    const html = await fetchPatiently(at(this.config.result_url));
    if (html === null) {
      this.view.show("error");
      this.view.error("result_missing");
    } else {
      this.view.show("done");
      this.view.result(html);
    }
  }
}

const root = document.getElementById("speak");
if (root) new SpeakPage(root);

// The speaking socket, seen from the browser: start, sound, reconnect and resume, stop.
//
// Events (CustomEvent, `detail`): "ready" {limits, stt}, "interim" {text, stable_chars, lag_ms},
// "processing" {stage}, "final" {…}, "reconnecting", "problem" {code, message, retryable,
// retry_after_ms, fatal}, "detached": the connection was lost after `stop` arrived; the result
// will be had over HTTP.

import { Outbox } from "./outbox.js";

const PING_MS = 15_000;
const SILENCE_MS = 40_000;
const CONNECT_MS = 10_000;
const CANCEL_MS = 5000;
const BACKOFF_MS = { first: 500, most: 10_000 };
const MAX_TRIES = 8;
const DEFAULT_WINDOW = 20;
const REWIND_PAUSE_MS = 400;
/** After these the same session cannot go on from here. */
const FINAL_CLOSES = new Map([
  [4400, "bad_message"],
  [4401, "unauthenticated"],
  [4403, "forbidden"],
  [4408, "idle"],
  [4409, "superseded"],
  [4429, "busy"],
]);

/** A full house, or too many connections in a row: with sound to deliver, only a longer way round. */
const WORTH_WAITING = new Set(["busy", "rate_limited"]);

/** Exponential back-off with full jitter, never before `atLeast`. */
export function backoff(attempt, atLeast = 0, random = Math.random) {
  const ceiling = Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** attempt);
  return atLeast + random() * ceiling;
}

export class SpeakSocket extends EventTarget {
  /** @param {{path: string, start: object}} options `start`: the fields of the start message. */
  constructor({ path, start }) {
    super();
    this.url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    this.start = start;
    this.outbox = new Outbox();
    this.sessionId = null;
    this.state = "connecting"; // connecting, ready, stopping, processing, over
    this.window = DEFAULT_WINDOW;
    this.tries = 0;
    this.#connect();
  }

  /** Sound may be handed in at any time: it waits here until the server is ready. */
  push(pcm) {
    this.outbox.push(pcm);
    this.#drain();
  }

  /** No more sound. The result comes as "final". */
  stop() {
    this.wantsStop = true;
    this.#drain();
  }

  /** Nothing is to be kept. The server closes when it has forgotten; a close of ours could come
   *  before it has read the message. */
  cancel() {
    if (this.connected) this.#send({ type: "cancel" });
    this.#over();
    const { socket } = this;
    setTimeout(() => socket.close(1000), this.connected ? CANCEL_MS : 0);
  }

  /** Let go of the connection; the session goes its way on the server. */
  leave() {
    this.#over();
    this.socket?.close(1000);
  }

  /** Go on after "problem" idle: a new connection to the same session. */
  resume() {
    this.state = "connecting";
    this.tries = 0;
    this.#connect();
  }

  #emit(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #send(message) {
    this.socket.send(JSON.stringify(message));
  }

  #connect() {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.connected = false;
    const patience = setTimeout(() => socket.close(), CONNECT_MS);
    socket.onopen = () => {
      clearTimeout(patience);
      this.connected = true;
      this.lastHeard = Date.now();
      this.#send(
        this.sessionId
          ? { type: "resume", session_id: this.sessionId }
          : { type: "start", ...this.start },
      );
      this.#beat();
    };
    socket.onmessage = ({ data }) => {
      if (socket === this.socket) this.#receive(data);
    };
    socket.onclose = (event) => {
      clearTimeout(patience);
      if (socket === this.socket) this.#closed(event);
    };
  }

  #beat() {
    clearInterval(this.heart);
    this.heart = setInterval(() => {
      if (Date.now() - this.lastHeard > SILENCE_MS) this.socket.close();
      else if (this.connected) this.#send({ type: "ping", t: Math.round(performance.now()) });
    }, PING_MS);
  }

  #receive(data) {
    this.lastHeard = Date.now();
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    const handlers = {
      ack: () => this.#acked(message),
      chunk_ack: () => this.#chunkAcked(message),
      interim_transcript: () => this.#emit("interim", message),
      processing: () => {
        this.state = "processing";
        this.#emit("processing", message);
      },
      final: () => {
        this.#over();
        this.#emit("final", message);
        this.socket.close(1000);
      },
      error: () => this.#failed(message),
    };
    handlers[message.type]?.();
  }

  #acked(message) {
    this.sessionId = message.session_id;
    this.window = message.limits?.window_chunks ?? DEFAULT_WINDOW;
    this.outbox.acknowledge(message.next_seq);
    this.outbox.rewind(message.next_seq);
    this.stopSent = false;
    this.tries = 0;
    this.state = "ready";
    this.#emit("ready", message);
    this.#drain();
  }

  #chunkAcked(message) {
    this.outbox.acknowledge(message.next_seq);
    if (this.heldBack) {
      this.heldBack = false;
      this.outbox.rewind();
    }
    this.#drain();
  }

  #drain() {
    if (this.state !== "ready" || !this.connected || this.heldBack) return;
    this.outbox.drain((bytes) => this.socket.send(bytes), this.window);
    if (this.wantsStop && this.outbox.allSent && !this.stopSent) {
      this.stopSent = true;
      const last = this.outbox.count - 1;
      this.#send(last >= 0 ? { type: "stop", last_seq: last } : { type: "stop" });
    }
  }

  /** Every chunk in flight may be refused for the same gap: going back once is enough. */
  #rewind(nextSeq) {
    if (Date.now() - (this.rewoundAt ?? 0) < REWIND_PAUSE_MS) return;
    this.rewoundAt = Date.now();
    this.outbox.acknowledge(nextSeq ?? this.outbox.first);
    this.outbox.rewind(nextSeq);
    this.stopSent = false;
    this.#drain();
  }

  #failed(message) {
    const quiet = {
      chunk_out_of_order: () => this.#rewind(message.next_seq),
      chunks_missing: () => {
        this.rewoundAt = 0;
        this.#rewind(message.next_seq);
      },
      too_fast: () => {
        this.heldBack = true;
        this.stopSent = false; // it may be the stop that was refused
        setTimeout(() => {
          if (!this.heldBack) return;
          this.heldBack = false;
          this.outbox.rewind();
          this.#drain();
        }, message.retry_after_ms ?? 1000);
      },
      going_away: () => {
        this.notBefore = message.retry_after_ms ?? 1000;
      },
      already_started: () => {},
      not_started: () => {},
    };
    if (quiet[message.code]) {
      quiet[message.code]();
      return;
    }
    this.lastProblem = message;
    if (WORTH_WAITING.has(message.code) && this.sessionId) {
      this.notBefore = message.retry_after_ms ?? 1000;
      return;
    }
    if (message.code === "duration_limit") this.wantsStop = this.stopSent = true;
    // A lost resume is worth no reconnect; an error of the server's own is: the close says so.
    if (message.code === "not_found" || (message.fatal && message.code !== "internal")) {
      this.#over(message.code === "idle" ? "paused" : "over");
    }
    if (message.code !== "internal") this.#emit("problem", message);
  }

  #over(state = "over") {
    this.state = state;
    clearInterval(this.heart);
    clearTimeout(this.retry);
  }

  #closed(event) {
    this.connected = false;
    clearInterval(this.heart);
    if (this.state === "over" || this.state === "paused") return;
    const delivered = this.stopSent && this.outbox.first >= this.outbox.count;
    if (this.state === "processing" || (delivered && this.sessionId)) {
      this.#over();
      this.#emit("detached");
      return;
    }
    const full = event.code === 4429 && WORTH_WAITING.has(this.lastProblem?.code);
    if (FINAL_CLOSES.has(event.code) && !(full && this.sessionId)) {
      this.#over(event.code === 4408 ? "paused" : "over");
      this.#emit("problem", { code: FINAL_CLOSES.get(event.code), fatal: true });
      return;
    }
    this.#reconnect();
  }

  #reconnect() {
    if (this.tries >= MAX_TRIES) {
      this.#over();
      const code = this.lastProblem?.code === "internal" ? "internal" : "unreachable";
      this.#emit("problem", { code, fatal: true, retryable: true });
      return;
    }
    this.state = "connecting";
    this.#emit("reconnecting");
    const wait = backoff(this.tries, this.notBefore ?? 0);
    this.tries += 1;
    this.notBefore = 0;
    this.retry = setTimeout(() => this.#connect(), wait);
  }
}

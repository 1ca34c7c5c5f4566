// What one sees of a recording. Knows the page's parts, nothing of sound or sockets.

import { clock } from "../clock.js";
import { explain, say } from "./says.js";
import { Wave } from "./wave.js";

/** Which buttons a state shows. */
const BUTTONS = {
  idle: ["start"],
  asking: ["cancel"],
  connecting: ["stop", "cancel"],
  recording: ["stop", "pause", "cancel"],
  reconnecting: ["stop", "cancel"],
  stopping: ["cancel"],
  processing: [],
  paused: ["go-on", "stop", "cancel"],
  done: ["again"],
  error: ["again"],
};
const ANNOUNCE_MS = 2500;
/** About two lines on a phone. */
const CAPTION_CHARS = 70;

export class View {
  constructor(root) {
    this.root = root;
    this.parts = {};
    for (const part of root.querySelectorAll("[data-role]")) this.parts[part.dataset.role] = part;
    this.wave = new Wave(this.parts.wave);
    this.announced = 0;
  }

  on(button, handler) {
    this.parts[button].addEventListener("click", handler);
  }

  get state() {
    return this.root.dataset.state;
  }

  /** `status`: the code of what to say, if it is not the state's own. */
  show(state, status = state) {
    const hadFocus = this.root.querySelector(".speak-buttons")?.contains(document.activeElement);
    this.root.dataset.state = state;
    const text = say(`status.${status}`);
    if (this.parts.status.textContent !== text) this.parts.status.textContent = text;
    for (const name of ["start", "stop", "pause", "go-on", "cancel", "again"]) {
      this.parts[name].hidden = !BUTTONS[state].includes(name);
      this.parts[name].disabled = false;
    }
    if (hadFocus && BUTTONS[state].length) this.parts[BUTTONS[state][0]].focus();
    if (state !== "recording") this.hint(false);
  }

  reset() {
    this.wave.clear();
    this.time(0);
    this.error("");
    this.parts.transcript.replaceChildren();
    this.parts.caption.textContent = "";
    this.parts.announce.textContent = "";
    this.parts.result.replaceChildren();
    this.parts.after.hidden = true;
    this.announced = 0;
    this.announcedAt = 0;
  }

  time(ms) {
    const text = clock(ms);
    if (this.parts.timer.textContent !== text) this.parts.timer.textContent = text;
  }

  hint(visible) {
    this.parts.hint.hidden = !visible;
  }

  error(code) {
    this.parts.error.hidden = true;
    if (!code) return;
    const { title, text } = explain(code);
    this.parts["error-title"].textContent = title;
    this.parts["error-text"].textContent = text;
    this.parts.error.hidden = false;
    this.parts.error.scrollIntoView({ block: "nearest" });
  }

  /** What is settled in full ink, the rest lighter. `stable` counts code points. */
  transcript(text, stable) {
    const points = Array.from(text);
    const settled = points.slice(0, stable).join("");
    const rest = document.createElement("span");
    rest.className = "unsettled";
    rest.textContent = points.slice(stable).join("");
    const box = this.parts.transcript;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 48;
    box.replaceChildren(settled, ...(rest.textContent ? [rest] : []));
    if (atEnd) box.scrollTop = box.scrollHeight;
    this.parts.caption.textContent = text.slice(-CAPTION_CHARS).replace(/^\S*\s/, text.length > CAPTION_CHARS ? "… " : "$&");
    this.#announce(points, stable);
  }

  /** Read out only what will not change, and not more often than one can listen. */
  #announce(points, stable) {
    const now = Date.now();
    if (stable <= this.announced || now - (this.announcedAt ?? 0) < ANNOUNCE_MS) return;
    this.parts.announce.textContent = points.slice(this.announced, stable).join("").trim();
    this.announced = stable;
    this.announcedAt = now;
  }

  link(url) {
    this.parts["session-link"].href = url;
    this.parts.after.hidden = false;
  }

  result(html) {
    const box = this.parts.result;
    window.htmx.swap(box, html, { swapStyle: "innerHTML" });
    const heading = box.querySelector("[data-focus]");
    heading?.focus({ preventScroll: true });
    box.scrollIntoView({ block: "start", behavior: "smooth" });
  }
}

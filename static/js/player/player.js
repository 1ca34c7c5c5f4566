// One recording on a page: its picture, its buttons, its marks. Without scripts the browser's own
// player is there instead.

import { clock } from "../clock.js";
import { Waveform } from "./waveform.js";

const LEAD_MS = 150;
const STEP_S = 2;
const PAGE_S = 10;
/** As wide as a mark is, and how many rows of them there are at the most. */
const MARK_PX = 32;
const MOST_ROWS = 4;

const players = new WeakMap();

/** The player of the recording that `element` belongs to, or null. A page may do with a bare
 *  <audio>: then words and moments play, and there is no picture. */
export function playerOf(element) {
  const region = element.closest("[data-recording]");
  const root = region?.querySelector("[data-player]") ?? (region?.querySelector("audio") ? region : null);
  return root ? playerAt(root) : null;
}

/** The player on `root`, made when first asked for. */
export function playerAt(root) {
  if (!players.has(root)) players.set(root, new Player(root));
  return players.get(root);
}

class Player {
  constructor(root) {
    this.root = root;
    this.region = root.closest("[data-recording]");
    this.audio = root.querySelector("audio");
    this.durationMs = Math.max(1, Number(root.dataset.duration ?? 0));
    this.parts = {};
    for (const part of root.querySelectorAll("[data-player-part]")) this.parts[part.dataset.playerPart] = part;
    this.untilMs = null;
    this.dressed = root.hasAttribute("data-player");
    if (this.dressed) this.#dress();
    this.#listen();
  }

  /** Play from `ms`, to `untilMs` if given. Resolves when that has been heard or was stopped. */
  play(ms, untilMs = null) {
    this.stopped?.();
    this.untilMs = untilMs;
    const heard = new Promise((resolve) => {
      this.stopped = resolve;
    });
    const go = () => {
      this.audio.currentTime = Math.max(0, ms - LEAD_MS) / 1000;
      this.audio.play().catch(() => this.#stopped(false));
    };
    if (this.audio.readyState >= HTMLMediaElement.HAVE_METADATA) {
      go();
    } else {
      this.audio.addEventListener("loadedmetadata", go, { once: true });
      this.audio.load();
    }
    return heard;
  }

  toggle() {
    this.untilMs = null;
    if (this.audio.paused) this.audio.play().catch(() => {});
    else this.audio.pause();
  }

  move(seconds) {
    this.seek(this.audio.currentTime + seconds);
  }

  seek(seconds) {
    this.untilMs = null;
    this.audio.currentTime = Math.min(Math.max(0, seconds), this.durationMs / 1000);
  }

  /** To the next (1) or previous (-1) correction from the one in focus, and play its sentence. */
  step(by) {
    const stops = [...this.region.querySelectorAll("[data-stop]")];
    if (!stops.length) return;
    const at = stops.findIndex((stop) => stop.contains(document.activeElement) || stop === this.stop);
    const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length;
    this.goTo(stops[next]);
    stops[next].querySelector("[data-seek-ms]")?.click();
  }

  /** Bring `part` (a correction or a comment) into sight and focus. */
  goTo(part) {
    this.stop = part;
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block: "center", behavior: "smooth" });
    for (const mark of this.root.querySelectorAll("[data-goto]")) {
      mark.toggleAttribute("aria-current", mark.dataset.goto === part.id);
    }
  }

  #dress() {
    const { audio, parts } = this;
    audio.controls = false;
    audio.hidden = true;
    for (const name of ["stage", "bar", "keys"]) parts[name].hidden = false;
    new ResizeObserver(() => this.#placeMarks()).observe(parts.stage);
    parts.toggle.addEventListener("click", () => this.toggle());
    parts.wave.addEventListener("pointerdown", (event) => {
      const { left, width } = parts.wave.getBoundingClientRect();
      this.seek(((event.clientX - left) / width) * (this.durationMs / 1000));
    });
    parts.wave.addEventListener("keydown", (event) => this.#slide(event));
    this.waveform = new Waveform(parts.canvas, audio, this.durationMs);
    if (this.root.dataset.peaksUrl) this.waveform.load(this.root.dataset.peaksUrl);
    this.#show();
  }

  /** Each at its moment; one that would lie upon another goes a row further down. */
  #placeMarks() {
    const width = this.parts.stage.clientWidth;
    const lastOf = [];
    for (const mark of this.root.querySelectorAll("[data-mark-ms]")) {
      const share = Math.min(1, Number(mark.dataset.markMs) / this.durationMs);
      const fits = lastOf.findIndex((last) => share * width - last >= MARK_PX);
      const row = fits < 0 ? Math.min(lastOf.length, MOST_ROWS - 1) : fits;
      lastOf[row] = share * width;
      mark.style.left = `${100 * share}%`;
      mark.style.setProperty("--row", row);
      mark.parentElement.style.setProperty("--rows", lastOf.length);
    }
  }

  #listen() {
    const { audio } = this;
    const away = () => this.parts.away?.toggleAttribute("hidden", !audio.error);
    for (const name of ["error", "loadedmetadata"]) audio.addEventListener(name, away);
    away();
    audio.addEventListener("play", () => this.#follow());
    audio.addEventListener("pause", () => this.#stopped(this.ended));
    audio.addEventListener("ended", () => this.#stopped(true));
    for (const name of ["timeupdate", "seeked"]) audio.addEventListener(name, () => this.#show());
  }

  #slide(event) {
    const places = { Home: 0, End: this.durationMs / 1000 };
    const moves = { ArrowUp: STEP_S, ArrowDown: -STEP_S, PageUp: PAGE_S, PageDown: -PAGE_S };
    if (event.key in places) this.seek(places[event.key]);
    else if (event.key in moves) this.move(moves[event.key]);
    else return;
    event.preventDefault();
  }

  /** Each frame while it plays: `timeupdate` alone would overrun a sentence by a quarter second. */
  #follow() {
    this.ended = false;
    const look = () => {
      if (this.audio.paused) return;
      if (this.untilMs !== null && this.audio.currentTime * 1000 >= this.untilMs) {
        this.ended = true;
        this.audio.pause();
        return;
      }
      this.#show();
      requestAnimationFrame(look);
    };
    look();
  }

  #stopped(heardAll) {
    this.stopped?.(heardAll);
    this.stopped = null;
    this.#show();
  }

  #show() {
    this.#markWord();
    if (!this.dressed) return;
    const { audio, parts } = this;
    const now = clock(audio.currentTime * 1000);
    parts.toggle.setAttribute("aria-pressed", String(!audio.paused));
    if (parts.time.textContent !== now) parts.time.textContent = now;
    parts.wave.setAttribute("aria-valuenow", String(Math.round(audio.currentTime)));
    parts.wave.setAttribute("aria-valuetext", now);
    this.waveform.draw();
  }

  #markWord() {
    const ms = this.audio.currentTime * 1000;
    for (const word of this.region.querySelectorAll("[data-end-ms]")) {
      const now = !this.audio.paused && ms >= Number(word.dataset.seekMs) && ms < Number(word.dataset.endMs);
      word.classList.toggle("now", now);
    }
  }
}

export { STEP_S };

// Buttons that speak: a press plays the text, another stops it. Works for what htmx brings later.

import { message, toast } from "./toast.js";

// The server takes 500 characters at a time; shorter pieces begin sooner.
const PIECE_CHARS = 300;

// One player for all: two voices at once help nobody, and a player that a press has once started
// may go on without one (iOS).
const player = new Audio();
let current = null;
let pieces = [];

/** `text` cut at the ends of sentences, or between words where a sentence is too long. */
function cut(text) {
  const found = [];
  let rest = text.trim().replace(/\s+/g, " ");
  while (rest.length > PIECE_CHARS) {
    const head = rest.slice(0, PIECE_CHARS);
    const sentence = Math.max(...[". ", "! ", "? "].map((end) => head.lastIndexOf(end) + 1));
    const at = sentence || head.lastIndexOf(" ") || PIECE_CHARS;
    const end = at > 0 ? at : PIECE_CHARS;
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest ? [...found, rest] : found;
}

function show(button, state) {
  button.setAttribute("aria-pressed", String(state !== "silent"));
  button.toggleAttribute("aria-busy", false);
  if (state === "loading") button.setAttribute("aria-busy", "true");
}

function stop() {
  if (!current) return;
  const button = current;
  current = null;
  pieces = [];
  player.pause();
  show(button, "silent");
}

function playNext() {
  const text = pieces.shift();
  if (!current || text === undefined) {
    stop();
    return;
  }
  const { hearUrl, hearAccent, hearSlow } = current.dataset;
  const query = new URLSearchParams({ text, accent: hearAccent });
  if (hearSlow !== undefined) query.set("slow", "1");
  player.src = `${hearUrl}?${query}`;
  player.play().catch((error) => {
    // A press on another button interrupts this one; that is not a failure.
    if (error.name !== "AbortError") failed();
  });
}

function failed() {
  if (!current) return;
  stop();
  toast(message(navigator.onLine ? "failed" : "offline"));
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-hear]") : null;
  if (!button) return;
  const again = button === current;
  stop();
  if (again) return;
  current = button;
  pieces = cut(button.dataset.hear);
  show(button, "loading");
  playNext();
});

player.addEventListener("playing", () => current && show(current, "playing"));
player.addEventListener("ended", playNext);
player.addEventListener("error", failed);
// The button that was pressed may be replaced by a new answer.
document.addEventListener("htmx:afterSwap", () => current && !current.isConnected && stop());

// Listening to a recording by keyboard: its picture, its moments, and the way to the next one.

import { clock } from "../clock.js";
import { Waveform } from "../player/waveform.js";

const SEEK_S = 2;
const LONG_SEEK_S = 10;
const LEAD_MS = 150;
const SVG = "http://www.w3.org/2000/svg";

const page = document.querySelector("[data-review]");
const audio = page?.querySelector("audio");
const duration = Math.max(1, Number(page?.dataset.durationMs ?? 0));

function showMarks(wave) {
  for (const moment of page.querySelectorAll("[data-moment-ms]")) {
    const mark = document.createElementNS(SVG, "line");
    const x = `${(100 * Number(moment.dataset.momentMs)) / duration}%`;
    for (const [name, value] of [["x1", x], ["x2", x], ["y1", "0"], ["y2", "100%"]]) mark.setAttribute(name, value);
    wave.querySelector("svg").append(mark);
  }
}

function markWord() {
  const ms = audio.currentTime * 1000;
  for (const word of page.querySelectorAll("[data-end-ms]")) {
    const now = !audio.paused && ms >= Number(word.dataset.seekMs) && ms < Number(word.dataset.endMs);
    word.classList.toggle("now", now);
  }
}

async function follow(wave) {
  const picture = new Waveform(wave.querySelector("canvas"), audio, duration);
  const show = () => {
    picture.draw();
    markWord();
  };
  for (const name of ["timeupdate", "seeked", "pause", "play"]) audio.addEventListener(name, show);
  wave.addEventListener("click", (event) => {
    const box = wave.getBoundingClientRect();
    audio.currentTime = (((event.clientX - box.left) / box.width) * duration) / 1000;
  });
  showMarks(wave);
  await picture.load(wave.dataset.peaksUrl);
  wave.dataset.drawn = "true";
}

function seek(seconds) {
  audio.currentTime = Math.min(Math.max(0, seconds), duration / 1000);
}

function comment() {
  const form = page.querySelector("[data-comment]");
  audio?.pause();
  const ms = Math.min(duration, Math.round((audio?.currentTime ?? 0) * 1000));
  form.elements.moment_ms.value = String(ms);
  form.querySelector("[data-at]").textContent = clock(ms);
  form.querySelector("[data-at-row]").hidden = false;
  form.elements.text.focus();
}

const KEYS = {
  " ": () => (audio.paused ? audio.play() : audio.pause()),
  ArrowLeft: (event) => seek(audio.currentTime - (event.shiftKey ? LONG_SEEK_S : SEEK_S)),
  ArrowRight: (event) => seek(audio.currentTime + (event.shiftKey ? LONG_SEEK_S : SEEK_S)),
  c: comment,
  l: () => page.querySelector("[data-listened]")?.requestSubmit(),
  n: () => page.querySelector("[data-next]")?.click(),
};
const NEED_SOUND = [" ", "ArrowLeft", "ArrowRight"];

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (!page || event.altKey) return;
  if (target.matches("[data-comment] textarea")) {
    if (key === "Escape") target.blur();
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) target.form.requestSubmit();
    return;
  }
  const act = KEYS[key];
  if (!act || event.ctrlKey || event.metaKey || target.closest("input, textarea, select")) return;
  // A focused button keeps its own space bar, but for the words: there it plays and stops.
  if (key === " " && target.matches("a, button:not([data-seek-ms]), summary, audio")) return;
  if (!audio && NEED_SOUND.includes(key)) return;
  event.preventDefault();
  act(event);
});

page?.addEventListener("click", (event) => {
  const moment = event.target.closest("[data-seek-ms]");
  if (moment && audio) {
    seek((Number(moment.dataset.seekMs) - LEAD_MS) / 1000);
    audio.play().catch(() => {});
  }
  if (event.target.closest("[data-comment-here]")) comment();
  if (event.target.closest("[data-whole]")) {
    const form = page.querySelector("[data-comment]");
    form.elements.moment_ms.value = "";
    form.querySelector("[data-at-row]").hidden = true;
  }
});

const wave = page?.querySelector("[data-wave]");
if (wave && audio) follow(wave);
// Tests wait for this before they press a key.
if (page) page.dataset.ready = "true";

// Listening to a recording by keyboard: its waveform, its moments, and the way to the next one.

const SEEK_S = 2;
const LONG_SEEK_S = 10;
const SVG = "http://www.w3.org/2000/svg";

const page = document.querySelector("[data-review]");
const audio = page?.querySelector("audio");
const duration = Number(page?.dataset.durationMs ?? 0);

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function line(name, ms) {
  const mark = document.createElementNS(SVG, "line");
  mark.setAttribute("class", name);
  mark.setAttribute("y1", "0");
  mark.setAttribute("y2", "100%");
  place(mark, ms);
  return mark;
}

function place(mark, ms) {
  const x = `${duration ? (100 * ms) / duration : 0}%`;
  mark.setAttribute("x1", x);
  mark.setAttribute("x2", x);
}

/** The loudest sample of each of `count` stretches, 0–1. */
function peaksOf(samples, count) {
  const size = Math.max(1, Math.floor(samples.length / count));
  return Array.from({ length: count }, (_, n) => {
    let peak = 0;
    for (let at = n * size; at < (n + 1) * size; at += 8) peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
}

function draw(canvas, peaks) {
  const scale = window.devicePixelRatio || 1;
  const width = canvas.clientWidth * scale;
  const height = canvas.clientHeight * scale;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(canvas).color;
  const loudest = Math.max(...peaks, 0.05);
  const step = width / peaks.length;
  peaks.forEach((peak, n) => {
    const tall = Math.max(2 * scale, (peak / loudest) * (height - 12 * scale));
    pen.fillRect(n * step + step * 0.15, (height - tall) / 2, step * 0.7, tall);
  });
}

async function drawWave(wave) {
  const canvas = wave.querySelector("canvas");
  const answer = await fetch(audio.src);
  if (!answer.ok) return;
  const context = new OfflineAudioContext(1, 1, 16000);
  const sound = await context.decodeAudioData(await answer.arrayBuffer());
  const samples = sound.getChannelData(0);
  const redraw = () => draw(canvas, peaksOf(samples, Math.max(40, Math.floor(canvas.clientWidth / 4))));
  redraw();
  new ResizeObserver(redraw).observe(canvas);
  wave.dataset.drawn = "true";
}

function showMarks(wave) {
  const svg = wave.querySelector("svg");
  for (const moment of page.querySelectorAll("[data-moment-ms]")) {
    svg.append(line("p-mark", Number(moment.dataset.momentMs)));
  }
  const now = line("p-now", 0);
  svg.append(now);
  const follow = () => place(now, audio.currentTime * 1000);
  for (const name of ["timeupdate", "seeked", "pause"]) audio.addEventListener(name, follow);
  wave.addEventListener("click", (event) => {
    const box = wave.getBoundingClientRect();
    audio.currentTime = (((event.clientX - box.left) / box.width) * duration) / 1000;
  });
}

function seek(seconds) {
  audio.currentTime = Math.min(Math.max(0, audio.currentTime + seconds), duration / 1000);
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
  ArrowLeft: (event) => seek(event.shiftKey ? -LONG_SEEK_S : -SEEK_S),
  ArrowRight: (event) => seek(event.shiftKey ? LONG_SEEK_S : SEEK_S),
  c: comment,
  l: () => page.querySelector("[data-listened]")?.requestSubmit(),
  n: () => page.querySelector("[data-next]")?.click(),
};

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.target.matches("[data-comment] textarea")) {
    if (event.key === "Escape") event.target.blur();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit();
    return;
  }
  const act = KEYS[event.key];
  if (!act || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  // A focused button keeps its own space bar, but for the words: there it plays and stops.
  if (event.key === " " && event.target.matches("a, button:not([data-seek-ms]), summary, audio")) return;
  if (!audio && event.key !== "n" && event.key !== "l" && event.key !== "c") return;
  event.preventDefault();
  act(event);
});

page?.querySelector("[data-comment-here]")?.addEventListener("click", comment);
page?.querySelector("[data-whole]")?.addEventListener("click", () => {
  const form = page.querySelector("[data-comment]");
  form.elements.moment_ms.value = "";
  form.querySelector("[data-at-row]").hidden = true;
});

const wave = page?.querySelector("[data-wave]");
if (wave && audio) {
  showMarks(wave);
  // Without the sound's bytes (another origin, a format that is not decoded) the player does alone.
  drawWave(wave).catch(() => wave.setAttribute("data-drawn", "false"));
}

// Tests wait for this before they press a key.
if (page) page.dataset.ready = "true";

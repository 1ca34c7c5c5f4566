// A recording drawn: bars for its loudness, played ones in full colour. Knows one canvas and one
// <audio>, nothing of words or corrections.

import { colourAt } from "../colour.js";

const GAP = 1;
const LEAST_BAR = 2;

export class Waveform {
  /** @param {HTMLCanvasElement} canvas @param {HTMLAudioElement} audio */
  constructor(canvas, audio, durationMs) {
    this.canvas = canvas;
    this.audio = audio;
    this.durationMs = durationMs;
    this.peaks = [];
    new ResizeObserver(() => this.draw()).observe(canvas);
    // Colours are the page's, so they change with its theme.
    new MutationObserver(() => this.draw()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  async load(url) {
    try {
      const answer = await fetch(url);
      if (answer.ok) this.peaks = (await answer.json()).peaks;
    } catch {
      // Not drawn, but it plays all the same.
    }
    this.draw();
  }

  draw() {
    const { canvas, peaks } = this;
    const { width, height } = canvas.getBoundingClientRect();
    if (!width) return;
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const ink = canvas.getContext("2d");
    ink.scale(scale, scale);
    const ahead = colourAt(canvas, "--line-strong");
    const behind = colourAt(canvas, "--spruce");
    const played = (this.audio.currentTime * 1000) / this.durationMs;
    const count = Math.min(peaks.length, Math.floor(width / (GAP + 2)));
    const step = width / count;
    for (let bar = 0; bar < count; bar += 1) {
      const from = Math.floor((bar * peaks.length) / count);
      const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count));
      const loud = Math.max(...peaks.slice(from, to)) / 100;
      const size = Math.max(LEAST_BAR, loud * (height - 12));
      ink.fillStyle = bar / count < played ? behind : ahead;
      ink.fillRect(bar * step, (height - size) / 2, step - GAP, size);
    }
    ink.fillStyle = colourAt(canvas, "--ink");
    ink.fillRect(Math.min(width - 2, played * width), 0, 2, height);
  }
}

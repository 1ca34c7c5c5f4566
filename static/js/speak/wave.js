// The level of the microphone as a row of bars, the newest at the end: so one sees that one is
// heard. Attributes only: the page allows no inline styles.

const BARS = 40;
const SVG = "http://www.w3.org/2000/svg";
const SIZE = { width: 320, height: 88 };
const GAP = 3;

export class Wave {
  constructor(svg) {
    this.levels = new Array(BARS).fill(0);
    const step = SIZE.width / BARS;
    this.bars = this.levels.map((_, index) => {
      const bar = document.createElementNS(SVG, "rect");
      bar.setAttribute("x", String(index * step + GAP / 2));
      bar.setAttribute("width", String(step - GAP));
      bar.setAttribute("rx", "2");
      svg.append(bar);
      return bar;
    });
    this.#draw();
  }

  /** `peak` 0–1. The ear hears in decibels: −50 dB and less is the floor. */
  push(peak) {
    const decibels = 20 * Math.log10(Math.max(peak, 1e-5));
    this.levels.push(Math.min(1, Math.max(0, (decibels + 50) / 50)) ** 2);
    this.levels.shift();
    this.#draw();
  }

  clear() {
    this.levels.fill(0);
    this.#draw();
  }

  #draw() {
    this.bars.forEach((bar, index) => {
      const height = 4 + this.levels[index] * (SIZE.height - 16);
      bar.setAttribute("height", height.toFixed(1));
      bar.setAttribute("y", ((SIZE.height - height) / 2).toFixed(1));
    });
  }
}

// Draws each chart of the page out of the table beneath it, in the colours of the theme. The library
// is as heavy as the rest of the page: it is fetched when the first chart comes into view.

import { colourAt } from "./colour.js";

/* global Chart */

const TONES = { 1: "--spruce", 2: "--chart-2", 3: "--chart-3", 4: "--chart-4", 5: "--chart-5" };
const drawn = new Map();

function readTable(table, canvas) {
  const heads = [...table.tHead.querySelectorAll("th")];
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.querySelector("th").textContent.trim()),
    series: heads.map((head, place) => ({
      label: head.textContent.trim(),
      shape: head.dataset.shape,
      tone: colourAt(canvas, TONES[head.dataset.tone]),
      values: rows.map((row) => {
        const text = row.querySelectorAll("td")[place].dataset.value;
        return text === "" ? null : Number(text);
      }),
    })),
  };
}

function dataset({ label, shape, tone, values }) {
  const base = { label, data: values, borderColor: tone, backgroundColor: tone };
  if (shape === "bar") {
    return { ...base, type: "bar", borderRadius: 4, maxBarThickness: 28, order: 2 };
  }
  if (shape === "goal") {
    return {
      ...base, type: "line", borderDash: [5, 5], borderWidth: 2, pointRadius: 0,
      pointHitRadius: 8, order: 1,
    };
  }
  return {
    ...base, type: "line", borderWidth: 2.5, pointRadius: 3, pointHoverRadius: 5, cubicInterpolationMode: "monotone",
    spanGaps: true, order: 1,
  };
}

function options(canvas, rtl) {
  const { unit } = canvas.dataset;
  const ink = colourAt(canvas, "--ink-soft");
  const line = colourAt(canvas, "--line");
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  const named = (value) => (unit ? `${value} ${unit}` : `${value}`);
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300 },
    interaction: { mode: "index", intersect: false },
    scales: {
      x: {
        reverse: rtl,
        grid: { display: false },
        border: { color: line },
        ticks: { color: ink, font, maxRotation: 0, autoSkipPadding: 16 },
      },
      y: {
        position: rtl ? "right" : "left",
        beginAtZero: true,
        suggestedMax: unit === "%" ? 100 : undefined,
        grid: { color: line },
        border: { display: false },
        ticks: { color: ink, font, precision: 0, maxTicksLimit: 5, padding: 6 },
      },
    },
    plugins: {
      legend: {
        rtl,
        labels: { color: ink, font, usePointStyle: true, boxWidth: 8, boxHeight: 8, padding: 14 },
        position: "bottom",
      },
      tooltip: {
        rtl,
        padding: 10,
        titleFont: font,
        bodyFont: font,
        callbacks: {
          label: (item) => `${item.dataset.label}: ${named(item.formattedValue)}`,
        },
      },
    },
  };
}

function draw(canvas) {
  const table = document.getElementById(canvas.dataset.chart);
  if (!table || typeof Chart === "undefined") return;
  const { labels, series } = readTable(table, canvas);
  const shown = series.filter(({ shape }) => shape !== "count");
  drawn.get(canvas)?.destroy();
  const config = options(canvas, getComputedStyle(canvas).direction === "rtl");
  if (shown.length < 2) config.plugins.legend.display = false;
  drawn.set(canvas, new Chart(canvas, {
    type: "bar", data: { labels, datasets: shown.map(dataset) }, options: config,
  }));
}

function drawAll() {
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.destroy();
      drawn.delete(canvas);
    }
  }
  for (const canvas of document.querySelectorAll("canvas[data-chart]")) draw(canvas);
}

let fetching = false;

function fetchLibrary() {
  if (fetching) return;
  fetching = true;
  const script = document.createElement("script");
  script.src = document.querySelector("script[data-charts]").dataset.charts;
  // Text is measured when it is drawn: the font must be there.
  script.onload = () => document.fonts.ready.then(drawAll);
  script.onerror = () => { fetching = false; };
  document.head.append(script);
}

function watch() {
  for (const canvas of document.querySelectorAll("canvas[data-chart]")) seen.observe(canvas);
}

const seen = new IntersectionObserver((entries) => {
  if (entries.some(({ isIntersecting }) => isIntersecting)) fetchLibrary();
});
watch();
document.addEventListener("htmx:afterSettle", () => {
  watch();
  drawAll();
});
new MutationObserver(drawAll).observe(document.documentElement, {
  attributes: true, attributeFilter: ["data-theme"],
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);

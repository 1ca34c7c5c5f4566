// Recordings on this page, also those put into it later: a word, a correction or a mark plays the
// sound from its own time; keys work while the focus is in a result.

import { STEP_S, playerAt, playerOf } from "./player/player.js";

function dress(within) {
  for (const root of within.querySelectorAll("[data-player]")) playerAt(root);
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const player = target && playerOf(target);
  if (!player) return;
  const { dataset } = target.closest("[data-seek-ms], [data-step], [data-compare]") ?? {};
  if (!dataset) return;
  if (dataset.step) player.step(Number(dataset.step));
  if (dataset.compare !== undefined) compare(player, target.closest("[data-stop]"));
  if (dataset.seekMs !== undefined) {
    if (dataset.goto) player.goTo(document.getElementById(dataset.goto));
    player.play(Number(dataset.seekMs), dataset.stopMs ? Number(dataset.stopMs) : null);
  }
});

/** One's own voice, then the model's. */
async function compare(player, part) {
  const { seekMs, stopMs } = part.querySelector("[data-stop-ms]").dataset;
  if (await player.play(Number(seekMs), Number(stopMs))) part.querySelector("[data-hear]").click();
}

// Only inside a result, so that nobody's typing or screen reader is in the way (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
  const player = target.matches("input, textarea, select, audio") ? null : playerOf(target);
  if (!player?.dressed) return;
  const pressed = target.closest("button, a, summary");
  const keys = {
    " ": () => player.toggle(),
    ArrowLeft: () => player.move(-STEP_S),
    ArrowRight: () => player.move(STEP_S),
    n: () => player.step(1),
    p: () => player.step(-1),
  };
  if (!(event.key in keys) || (event.key === " " && pressed)) return;
  event.preventDefault();
  keys[event.key]();
});

dress(document);
document.addEventListener("htmx:load", ({ detail: { elt } }) => elt instanceof Element && dress(elt));

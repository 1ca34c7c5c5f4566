// A recording and its words: a word or a correction plays the sound from its own time, and the
// word that is being heard is marked. Works for results that are put into the page later.

const LEAD_MS = 150;

function audioOf(element) {
  return element.closest("[data-recording]")?.querySelector("audio") ?? null;
}

// Where to fall silent again, for a word that is heard by itself.
const stops = new WeakMap();

function playFrom(audio, ms, stopMs) {
  const go = () => {
    stops.set(audio, stopMs);
    audio.currentTime = Math.max(0, ms - LEAD_MS) / 1000;
    audio.play().catch(() => {});
  };
  if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) {
    go();
  } else {
    audio.addEventListener("loadedmetadata", go, { once: true });
    audio.load();
  }
}

function markWord(audio) {
  const ms = audio.currentTime * 1000;
  if (ms >= (stops.get(audio) ?? Infinity) + LEAD_MS) {
    stops.delete(audio);
    audio.pause();
  }
  const words = audio.closest("[data-recording]")?.querySelectorAll("[data-end-ms]") ?? [];
  for (const word of words) {
    const now = !audio.paused && ms >= Number(word.dataset.seekMs) && ms < Number(word.dataset.endMs);
    word.classList.toggle("now", now);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-seek-ms]") : null;
  if (!button) return;
  const audio = audioOf(button);
  if (!audio) return;
  const { seekMs, stopMs } = button.dataset;
  playFrom(audio, Number(seekMs), stopMs === undefined ? Infinity : Number(stopMs));
});

// Media events do not bubble, but they are captured on the way down.
for (const name of ["timeupdate", "pause", "ended", "seeked"]) {
  document.addEventListener(name, (event) => {
    if (event.target instanceof HTMLAudioElement) markWord(event.target);
  }, true);
}

// The review page's keys, its watch, and the microphone of cards that are said.

import { clock } from "./clock.js";
import { message, toast } from "./toast.js";

const MAX_RECORD_MS = 15_000;

let shownAt = performance.now();
let recorder = null;

function own(code) {
  const store = document.getElementById("review-messages");
  return store?.content.querySelector(`[data-code="${code}"]`)?.textContent.trim() ?? "";
}

function stage() {
  return document.getElementById("review");
}

function isTyping(target) {
  return target instanceof Element && target.matches("input:not([type=hidden]), textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || document.querySelector("details.menu[open]")) return;
  const key = event.key.toLowerCase();
  const pressed = stage()?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (pressed) {
    event.preventDefault();
    pressed.click();
    return;
  }
  // A button in focus takes these keys itself.
  const free = !(event.target instanceof Element && event.target.closest("button, a, summary"));
  if ((key === " " || key === "enter") && free) {
    const next = stage()?.querySelector(".review-grade.is-proposed, [data-record], .review-form .button");
    if (next) {
      event.preventDefault();
      next.click();
    }
  }
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const giveUp = target?.closest("[data-give-up]");
  if (giveUp?.form) giveUp.form.elements.answer.value = "";
  const record = target?.closest("[data-record]");
  if (record) recordToggle(record);
});

// The time is read when the question is sent, not when the page was drawn.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt.matches?.("[data-review-question]")) {
    detail.parameters.set("elapsed_ms", String(Math.round(performance.now() - shownAt)));
  }
});

document.addEventListener("htmx:afterSettle", () => {
  shownAt = performance.now();
});
document.addEventListener("htmx:beforeSwap", () => recorder?.cancel());

/* Saying ------------------------------------------------------------------------------- */

function recordShow(button, isOn, status = "") {
  button.setAttribute("aria-pressed", String(isOn));
  button.querySelector("[data-record-idle]").hidden = isOn;
  button.querySelector("[data-record-busy]").hidden = !isOn;
  button.form.querySelector("[data-record-status]").textContent = status;
}

async function recordToggle(button) {
  if (recorder) {
    recorder.stop();
    return;
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch {
    recordShow(button, false, own("no_microphone"));
    return;
  }
  const startedAt = performance.now();
  const ticking = setInterval(() => {
    recordShow(button, true, clock(performance.now() - startedAt));
  }, 500);
  recorder = recorderStart(stream, (sound) => {
    clearInterval(ticking);
    if (sound) said(button, sound);
  });
  recordShow(button, true, clock(0));
}

function recorderStart(stream, done) {
  const media = new MediaRecorder(stream);
  const pieces = [];
  const timer = setTimeout(() => media.stop(), MAX_RECORD_MS);
  let cancelled = false;
  media.addEventListener("dataavailable", ({ data }) => pieces.push(data));
  media.addEventListener("stop", () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    recorder = null;
    done(cancelled ? null : new Blob(pieces, { type: media.mimeType }));
  });
  media.start();
  return {
    stop: () => media.stop(),
    cancel: () => {
      cancelled = true;
      if (media.state !== "inactive") media.stop();
    },
  };
}

async function said(button, sound) {
  recordShow(button, false, own("recognising"));
  button.disabled = true;
  const { form } = button;
  try {
    const response = await fetch(form.dataset.sayUrl, {
      method: "POST",
      body: sound,
      headers: {
        "Content-Type": sound.type || "application/octet-stream",
        "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
      },
    });
    const body = await response.json();
    if (!response.ok) throw new Error(body.detail);
    form.elements.answer.value = body.heard;
    if (body.heard) form.requestSubmit();
    else recordShow(button, false, body.message);
  } catch (error) {
    recordShow(button, false);
    toast(error instanceof TypeError ? message("offline") : error.message || message("failed"));
  } finally {
    button.disabled = false;
  }
}

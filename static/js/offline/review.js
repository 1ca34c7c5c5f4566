// Reviewing without a network: the cards of this device, one at a time, answers kept until there is
// one again.

import { judge } from "./judge.js";
import { answerKeep, answersAll, cardsAll } from "./store.js";

// What needs a recogniser or a voice waits for the network.
const SILENT = new Set(["RECALL", "CLOZE", "CORRECT"]);

const stage = document.getElementById("offline-review");
let shownAt = 0;
let total = 0;
let done = 0;

function part(name) {
  return document.getElementById(`offline-${name}`).content.firstElementChild.cloneNode(true);
}

function put(root, slot, text) {
  for (const place of root.querySelectorAll(`[data-slot="${slot}"]`)) place.textContent = text;
}

function show(root) {
  stage.replaceChildren(root);
  root.querySelector("[data-focus]")?.focus();
}

function prompted(card) {
  const prompt = card.prompts.find(({ type }) => SILENT.has(type));
  return prompt ? { card, prompt } : null;
}

async function next() {
  const ready = (await cardsAll())
    .filter((card) => new Date(card.due) <= new Date())
    .map(prompted)
    .filter(Boolean);
  total = Math.max(total, done + ready.length);
  if (ready.length) question(ready[0]);
  else await end();
}

function question({ card, prompt }) {
  const root = part("question");
  const progress = root.querySelector("progress");
  progress.max = total;
  progress.value = done;
  root.querySelector(`[data-task="${prompt.type}"]`).hidden = false;
  put(root, "question", prompt.question);
  put(root, "hint", prompt.hint);
  const input = root.querySelector("[name=answer]");
  if (prompt.type === "CORRECT") input.value = prompt.question;
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const given = event.submitter?.hasAttribute("data-give-up") ? "" : input.value;
    answer({ card, prompt, given, elapsed: Math.round(performance.now() - shownAt) });
  });
  show(root);
  shownAt = performance.now();
}

function answer({ card, prompt, given, elapsed }) {
  const judged = judge(prompt.answers, given);
  const root = part("answer");
  root.querySelector(`[data-verdict="${judged.verdict}"]`).hidden = false;
  root.querySelector(".review-verdict").classList.add(judged.rating > 1 ? "is-right" : "is-wrong");
  put(root, "question", prompt.question);
  put(root, "given", given);
  put(root, "expected", judged.expected);
  put(root, "explanation", prompt.explanation);
  for (const button of root.querySelectorAll("[data-rating]")) {
    const rating = Number(button.dataset.rating);
    if (rating === judged.rating) {
      button.classList.add("is-proposed");
      button.setAttribute("data-focus", "");
    }
    button.addEventListener("click", () => grade({ card, prompt, given, elapsed, rating }), { once: true });
  }
  show(root);
}

async function grade({ card, prompt, given, elapsed, rating }) {
  await answerKeep({
    client_id: crypto.randomUUID(),
    card_id: card.id,
    card_type: prompt.type,
    rating,
    answer: given,
    reviewed_at: new Date().toISOString(),
    elapsed_ms: elapsed,
  });
  done += 1;
  await next();
}

async function end() {
  const waiting = (await answersAll()).length;
  const root = part(waiting ? "done" : "none");
  put(root, "count", String(waiting));
  show(root);
}

document.addEventListener("keydown", (event) => {
  if (event.target instanceof Element && event.target.matches("input, textarea")) return;
  stage.querySelector(`[data-rating="${CSS.escape(event.key)}"]`)?.click();
});
// Back on the network the page itself knows better.
addEventListener("online", () => location.assign("/review"));

next();

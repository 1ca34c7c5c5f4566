// Bringing this device and the server together: answers go out, then the queue comes in.

import { answersAll, answersForget, everythingForget, ownerOf, queueKeep } from "./store.js";

const BATCH = 200;
const DUE = 100;

function token() {
  try {
    return JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";
  } catch {
    return "";
  }
}

/** Send what was answered without a network. The same answer twice changes nothing there. */
async function answersSend() {
  let sent = 0;
  for (let waiting = await answersAll(); waiting.length; waiting = await answersAll()) {
    const answers = waiting.slice(0, BATCH);
    const response = await fetch("/api/reviews/grades", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ sent_at: new Date().toISOString(), answers }),
    });
    if (!response.ok) throw new Error(`grades: ${response.status}`);
    // Taken or refused for good (a card deleted meanwhile): either way it has been heard.
    await answersForget(answers.map((answer) => answer.client_id));
    sent += answers.length;
  }
  return sent;
}

async function queueFetch(owner) {
  const response = await fetch(`/api/reviews/due?limit=${DUE}`, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`due: ${response.status}`);
  await queueKeep(owner, (await response.json()).cards);
}

/** Both ways, for the person who is signed in on this page. Resolves with the number sent. */
export async function synchronise(owner) {
  const before = await ownerOf();
  if (before && before !== owner) await everythingForget();
  const sent = await answersSend();
  await queueFetch(owner);
  return sent;
}

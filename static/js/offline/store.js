// What this device keeps of one person's reviews: cards that are due, and answers not yet sent.

const NAME = "learnenglish";

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("cards", { keyPath: "id" });
      request.result.createObjectStore("answers", { keyPath: "client_id" });
      request.result.createObjectStore("about", { keyPath: "key" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Run `work(store…)` in one transaction; resolves with its result when that is written. */
async function within(names, mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode);
      const result = work(...names.map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => resolve(result instanceof IDBRequest ? result.result : result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const cardsAll = () => within(["cards"], "readonly", (cards) => cards.getAll());
export const answersAll = () => within(["answers"], "readonly", (answers) => answers.getAll());

export async function ownerOf() {
  return (await within(["about"], "readonly", (about) => about.get("owner")))?.value ?? "";
}

/** The queue as the server has it now, without cards whose answers wait to be sent. */
export function queueKeep(owner, cards) {
  return within(["cards", "answers", "about"], "readwrite", (kept, answers, about) => {
    about.put({ key: "owner", value: owner });
    kept.clear();
    answers.getAll().onsuccess = ({ target }) => {
      const answered = new Set(target.result.map((answer) => answer.card_id));
      for (const card of cards) if (!answered.has(card.id)) kept.put(card);
    };
  });
}

/** One answer: kept, and its card put away, both or neither. */
export function answerKeep(answer) {
  return within(["cards", "answers"], "readwrite", (cards, answers) => {
    answers.put(answer);
    cards.delete(answer.card_id);
  });
}

export function answersForget(clientIds) {
  return within(["answers"], "readwrite", (answers) => {
    for (const id of clientIds) answers.delete(id);
  });
}

/** Nothing of anybody stays: somebody else may sign in here. */
export function everythingForget() {
  return within(["cards", "answers", "about"], "readwrite", (...stores) => {
    for (const store of stores) store.clear();
  });
}

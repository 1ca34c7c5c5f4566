// Installed or not: the service worker, and reviews that work without a network.

import { everythingForget } from "./offline/store.js";
import { synchronise } from "./offline/sync.js";
import { message, toast } from "./toast.js";

const owner = document.body.dataset.person ?? "";

async function bring() {
  try {
    const sent = await synchronise(owner);
    if (!sent) return;
    toast(message("reviews_sent"));
    // What this page says of the queue was true before they arrived.
    if (location.pathname === "/review") location.reload();
  } catch {
    // Without a network, or signed out meanwhile: it is tried again on the next page.
  }
}

if ("serviceWorker" in navigator && "indexedDB" in window) {
  navigator.serviceWorker.register("/sw.js").catch(() => {
    // A private window: the site works without.
  });
  if (owner) {
    bring();
    addEventListener("online", bring);
  } else {
    everythingForget().catch(() => {
      // Then there was nothing.
    });
  }
}

// Installed or not: the service worker, and reviews that work without a network.

import { everythingForget } from "./offline/store.js";
import { synchronise } from "./offline/sync.js";
import { message, toast } from "./toast.js";

const ARRIVED = "reviews-sent";
const owner = document.body.dataset.person ?? "";

function arrivedTell() {
  if (!sessionStorage.getItem(ARRIVED)) return;
  sessionStorage.removeItem(ARRIVED);
  toast(message("reviews_sent"));
}

async function bring() {
  try {
    if (!(await synchronise(owner))) return;
    sessionStorage.setItem(ARRIVED, "1");
    // What this page says of the queue was true before they arrived.
    if (location.pathname === "/review") location.reload();
    else arrivedTell();
  } catch {
    // Without a network, or signed out meanwhile: it is tried again on the next page.
  }
}

if ("serviceWorker" in navigator && "indexedDB" in window) {
  navigator.serviceWorker.register("/sw.js").catch(() => {
    // A private window: the site works without.
  });
  if (owner) {
    arrivedTell();
    bring();
    addEventListener("online", bring);
  } else {
    everythingForget().catch(() => {
      // Then there was nothing.
    });
  }
}

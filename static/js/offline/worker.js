// The service worker: the shell of the site without a network. PRECACHE, VERSION and IS_HASHED stand
// before this text. Pages and answers of the API are never kept here: they are somebody's own.

const SHELL = `shell-${VERSION}`;
const PATIENCE_MS = 10_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(PRECACHE.map((url) => new Request(url, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(asset(request));
});

/** The network's page, or the shell that stands in for it. */
async function page(request, url) {
  try {
    return await patiently(fetch(request));
  } catch {
    const shell = url.pathname.startsWith("/review") ? "/offline/review" : "/offline";
    return (await caches.match(shell, { ignoreVary: true })) ?? Response.error();
  }
}

/** Files whose name tells their content come from the shell; others only if nothing else can be had. */
async function asset(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && IS_HASHED) return kept;
  try {
    return await fetch(request);
  } catch {
    return kept ?? Response.error();
  }
}

/** A network that is there but does not answer is no network. */
function patiently(promise) {
  return Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), PATIENCE_MS)),
  ]);
}

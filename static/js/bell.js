// The bell of the header: a socket says how many notifications wait; when that is another number
// than the bell shows, the server draws the bell anew. Without a socket it is asked every minute.

const ASK_EVERY_MS = 60_000;
const AGAIN_FROM_MS = 2_000;
const AGAIN_TO_MS = 60_000;

let wait = AGAIN_FROM_MS;
let socket = null;

function bell() {
  return document.getElementById("bell");
}

function redraw() {
  const shown = bell();
  if (shown && globalThis.htmx) globalThis.htmx.trigger(shown, "bell-changed");
}

function hear({ data }) {
  const { type, count } = JSON.parse(data);
  if (type === "unread" && String(count) !== bell()?.dataset.unread) redraw();
}

function connect() {
  if (document.hidden || socket) return;
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  socket = new WebSocket(`${scheme}//${location.host}/ws/notifications`);
  socket.addEventListener("open", () => {
    wait = AGAIN_FROM_MS;
  });
  socket.addEventListener("message", hear);
  socket.addEventListener("close", ({ code }) => {
    socket = null;
    if (code === 4401) return;
    setTimeout(connect, wait);
    wait = Math.min(AGAIN_TO_MS, wait * 2);
  });
}

if (bell()) {
  connect();
  setInterval(() => {
    if (!document.hidden && socket?.readyState !== WebSocket.OPEN) redraw();
  }, ASK_EVERY_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      socket?.close();
    } else {
      connect();
    }
  });
  addEventListener("pagehide", () => socket?.close());
}

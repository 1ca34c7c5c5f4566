// What every page needs: theme, menus, copying, the look-up box, messages of failed requests.

import { clock } from "./clock.js";
import { message, toast } from "./toast.js";

const root = document.documentElement;

function themeNow() {
  if (root.dataset.theme) return root.dataset.theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function themeToggle() {
  const next = themeNow() === "dark" ? "light" : "dark";
  root.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Not kept, but it holds for this page.
  }
}

async function copyFrom(button) {
  const source = document.querySelector(button.dataset.copy);
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    toast(message("copied"));
  } catch {
    getSelection()?.selectAllChildren(source);
    toast(message("copy_failed"));
  }
}

function menusClose(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;
  menusClose(target.closest("details.menu"));
  if (target.closest("[data-theme-toggle]")) themeToggle();
  const copier = target.closest("[data-copy]");
  if (copier) copyFrom(copier);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const open = document.querySelector("details.menu[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary")?.focus();
    }
  }
  // In the look-up box Enter asks; Shift+Enter makes a new line. While a word is being composed
  // (Japanese, Chinese, Korean keyboards) Enter belongs to the keyboard.
  const box = event.target;
  if (
    event.key === "Enter" && !event.shiftKey && !event.isComposing &&
    box instanceof HTMLTextAreaElement && box.hasAttribute("data-enter-submits")
  ) {
    event.preventDefault();
    if (box.value.trim()) box.form?.requestSubmit();
  }
});

// An error the server drew as a fragment is shown in place; a whole error page is not.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status < 400) return;
  const text = xhr.responseText || "";
  if (text.trim() && !/<!doctype/i.test(text)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  toast(message(status === 429 ? "too_many" : status === 401 || status === 403 ? "signed_out" : "failed"));
});
document.addEventListener("htmx:sendError", () => toast(message("offline")));
document.addEventListener("htmx:timeout", () => toast(message("offline")));

/** Numbers of cards that wait: new content may tell a new one. */
function waitingShow(within) {
  const told = within.matches("[data-left]") ? within : within.querySelector("[data-left]");
  if (!told) return;
  for (const badge of document.querySelectorAll("[data-due-count]")) {
    badge.textContent = told.dataset.left;
    badge.hidden = told.dataset.left === "0";
  }
}

function durationsShow(within) {
  for (const span of within.querySelectorAll("[data-duration-ms]")) {
    span.textContent = clock(Number(span.dataset.durationMs));
  }
}

// Say in one sentence that new content has come; reading all of it aloud would be too much.
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (!(elt instanceof Element)) return;
  durationsShow(elt);
  waitingShow(elt);
  const said = elt.matches("[data-announce]") ? elt : elt.querySelector("[data-announce]");
  const announcer = document.getElementById("announcer");
  if (!said || !announcer || elt === document.body) return;
  announcer.textContent = said.dataset.announce;
  // On a phone the keyboard would hide the answer.
  if (matchMedia("(pointer: coarse)").matches) document.activeElement?.blur();
});
durationsShow(document);

// Whoever makes an account reads times of their own from the start.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.body.dataset.person) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `time_zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
}

// Where there is one thing to do, or one to mend, writing begins there.
const wrong = document.querySelector("main [aria-invalid='true']");
(wrong ?? document.querySelector("[data-focus-first] input:not([type=hidden])"))?.focus();

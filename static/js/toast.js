// Short messages at the edge of the page, in the words the page carries.

const SHOWN_MS = 7000;

/** The translated text that the page carries for `code`. */
export function message(code) {
  const store = document.getElementById("app-messages");
  const found = store?.content.querySelector(`[data-code="${CSS.escape(code)}"]`);
  return found ? found.textContent.trim() : "";
}

export function toast(text) {
  const box = document.getElementById("toasts");
  if (!box || !text) return;
  const item = document.createElement("p");
  item.className = "toast";
  item.textContent = text;
  box.append(item);
  setTimeout(() => item.remove(), SHOWN_MS);
}

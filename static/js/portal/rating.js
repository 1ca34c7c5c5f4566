// Rating by keyboard: 1 to 5 are stars, s passes over, c goes to the comment.

const form = document.querySelector("[data-rating]");

document.addEventListener("keydown", (event) => {
  if (!form || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key >= "1" && event.key <= "5") form.querySelector(`[value="${event.key}"]`).click();
  else if (event.key === "s") document.querySelector("[data-skip]")?.click();
  else if (event.key === "c") form.elements.comment.focus();
  else return;
  event.preventDefault();
});

// Tests wait for this before they press a key.
if (form) form.dataset.ready = "true";

// The page's words, which the server has translated (speaking/_says.html).

function entry(code) {
  const store = document.getElementById("speak-says");
  return store?.content.querySelector(`[data-code="${CSS.escape(code)}"]`) ?? null;
}

/** A short text, such as a status. */
export function say(code) {
  return entry(code)?.textContent.trim() ?? "";
}

/** What happened and what to do. A code without an entry gets the general one. */
export function explain(code) {
  const found = entry(code) ?? entry("internal");
  return {
    title: found?.querySelector("b")?.textContent ?? code,
    text: found?.querySelector("span")?.textContent ?? "",
  };
}

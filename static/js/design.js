// The component page: shows a token by using it. data-show is "property: --token".

for (const sample of document.querySelectorAll("[data-show]")) {
  const [property, token] = sample.dataset.show.split(": ");
  sample.style.setProperty(property, `var(${token})`);
}

// Shows the API's description. Redoc's menu asks its maker's server for a logo: that stays out.

const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src");
const setAttribute = Element.prototype.setAttribute;

function isOurs(value) {
  return new URL(value, location.href).origin === location.origin || String(value).startsWith("data:");
}

Object.defineProperty(HTMLImageElement.prototype, "src", {
  ...source,
  set(value) {
    if (isOurs(value)) source.set.call(this, value);
  },
});
HTMLImageElement.prototype.setAttribute = function (name, value) {
  if (name !== "src" || isOurs(value)) setAttribute.call(this, name, value);
};

document.body.style.margin = "0";
const place = document.getElementById("redoc");
const font = { fontFamily: "system-ui, sans-serif" };
Redoc.init(place.dataset.schema, { theme: { typography: { ...font, headings: font } } }, place);

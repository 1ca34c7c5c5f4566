/** The colour that the token `name` has where `element` is: what a canvas can paint with. */
export function colourAt(element, name) {
  const before = element.style.color;
  element.style.color = `var(${name})`;
  const { color } = getComputedStyle(element);
  element.style.color = before;
  return color;
}

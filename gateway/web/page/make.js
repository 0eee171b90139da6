/** An element with attributes, and with what is in it: elements and texts. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === 'function') element.addEventListener(key, value);
    else element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Elements made from text that is never trusted: it is set as text, never read as HTML.

// el("p", { class: "sr-x", dir: "auto", onclick: f }, "words", otherElement)
export function el(name, props = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value)
    else made.setAttribute(key, value === true ? "" : value)
  }
  made.append(...children.filter(child => child !== undefined && child !== null && child !== false))
  return made
}

// A button that does what a key does, and says which.
export function button(label, act, { key, name, ...props } = {}) {
  const made = el("button", { type: "button", class: "sr-button", "data-act": name ?? label, ...props, onclick: act }, label)
  if (key) made.append(el("kbd", { "aria-hidden": "true" }, key))
  return made
}

// Someone's words, in their own direction.
export const words = (text, lang, name = "bdi", props = {}) => el(name, { dir: "auto", lang, ...props }, text)

// Replace what `host` holds; whoever had the focus in it gets it back.
export function refill(host, ...children) {
  const held = host.contains(document.activeElement) ? document.activeElement.dataset.act : undefined
  host.replaceChildren(...children.filter(Boolean))
  if (held) host.querySelector(`[data-act="${CSS.escape(held)}"]`)?.focus({ preventScroll: true })
}

export const isTyping = node => Boolean(node?.closest?.("input, textarea, select, [contenteditable]"))

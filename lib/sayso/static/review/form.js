// A few lines to type or choose: a condition, a date, a new issue, a new event.

import { button, el, words } from "./dom.js"

// `fields`: [{ name, label, value, placeholder, isLong, options: [{ value, label }] }]; `onDone(values)` with Enter, `onClose()` with Escape. `said` as of a box.
export function openForm(host, { label, fields, hint, said, done = "Save", onDone, onClose }) {
  const inputs = fields.map(field => {
    const input = el(field.options ? "select" : field.isLong ? "textarea" : "input", {
      class: "sr-input", name: field.name, placeholder: field.placeholder, autocomplete: "off", dir: "auto", "aria-label": field.label,
      inputmode: field.inputmode, rows: field.isLong ? 2 : undefined,
    }, ...(field.options ?? []).map(({ value, label }) => el("option", { value }, label)))
    input.value = field.value ?? ""
    return input
  })
  const frame = el("form", { class: `sr-box${said ? " sr-apart" : ""}`, "aria-label": label, onkeydown: pressed, onsubmit: event => { event.preventDefault(); finish() } },
    said && words(said, undefined, "blockquote", { class: "sr-words" }),
    el("div", { class: "sr-label" }, label),
    ...fields.map((field, i) => el("label", { class: "sr-field" }, fields.length > 1 && el("span", {}, field.label), inputs[i])),
    hint && el("p", { class: "sr-hint" }, hint),
    el("div", { class: "sr-row" }, button(done, finish, { key: "Enter" }), button("Cancel", close, { key: "Esc" })))
  host.replaceChildren(frame)
  const first = inputs[fields.findIndex(field => field.isFirst)] ?? inputs.find(input => !input.value) ?? inputs[0]
  first.focus({ preventScroll: true })
  first.select?.()
  frame.scrollIntoView({ block: "nearest" })
  return close

  function pressed(event) {
    if (event.key === "Escape") close()
    else if (event.key === "Enter" && !event.shiftKey && event.target.matches("input, textarea, select")) finish()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function finish() {
    const values = Object.fromEntries(fields.map((field, i) => [field.name, inputs[i].value.trim()]))
    const missing = fields.findIndex(field => field.isNeeded && !values[field.name])
    if (missing >= 0) return inputs[missing].focus()
    frame.remove()
    onDone(values)
  }

  function close() {
    frame.remove()
    onClose?.()
  }
}

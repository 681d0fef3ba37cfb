// A list to choose from by typing: speakers, issues, kinds, articles.

import { button, el, words } from "./dom.js"

const MOST = 60
let number = 0

// `said`: the words that it is about, if not the card's: then it stands in the card's place. `find(query)` gives [{ value, label, note, lang, group }]; `onChoose(option, query)` gets the one chosen.
// Returns a function that closes the box.
export function openBox(host, { label, placeholder, find, onChoose, onClose, hint, said, isInstant }) {
  const id = `sr-box-${++number}`
  let options = [], current = 0
  const list = el("ul", { role: "listbox", id, class: "sr-options", "aria-label": label })
  const input = el("input", {
    type: "text", class: "sr-input", role: "combobox", "aria-expanded": "true", "aria-controls": id, autocomplete: "off",
    "aria-label": label, placeholder, spellcheck: "false", oninput: () => fill(), onkeydown: pressed,
  })
  const frame = el("div", { class: `sr-box${said ? " sr-apart" : ""}` }, said && words(said, undefined, "blockquote", { class: "sr-words" }), el("div", { class: "sr-box-head" }, el("span", { class: "sr-label" }, label), button("Cancel", () => close(), { key: "Esc", name: "box-cancel", class: "sr-button sr-small" })), input, list, hint && el("p", { class: "sr-hint" }, hint))
  host.replaceChildren(frame)
  fill()
  input.focus({ preventScroll: true })
  frame.scrollIntoView({ block: "nearest" })
  return close

  function fill() {
    options = find(input.value.trim()).slice(0, MOST)
    current = 0
    let group
    list.replaceChildren(...options.flatMap((option, i) => {
      const head = option.group && option.group !== group ? [el("li", { class: "sr-group", role: "presentation" }, option.group)] : []
      group = option.group
      return [...head, row(option, i)]
    }))
    if (!options.length) list.append(el("li", { class: "sr-group", role: "presentation" }, "Nothing of that name"))
    mark()
    if (options.length === 1 && isInstant?.(input.value.trim())) choose(0)
  }

  function row(option, i) {
    return el("li", { role: "option", id: `${id}-${i}`, class: "sr-option", onpointerdown: event => event.preventDefault(), onclick: () => choose(i) },
      words(option.label, option.lang), option.note && el("small", { dir: "auto" }, option.note))
  }

  function mark() {
    list.querySelectorAll("[role=option]").forEach((node, i) => node.setAttribute("aria-selected", String(i === current)))
    const node = list.querySelector(`#${id}-${current}`)
    node ? input.setAttribute("aria-activedescendant", node.id) : input.removeAttribute("aria-activedescendant")
    node?.scrollIntoView({ block: "nearest" })
  }

  function pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options.length) current = (current + step + options.length) % options.length
    else if (event.key === "Enter") choose(current)
    else if (event.key === "Escape") close()
    else return
    event.preventDefault()
    event.stopPropagation()
    mark()
  }

  function choose(i) {
    const option = options[i]
    if (!option) return
    const query = input.value.trim()
    close(false)
    onChoose(option, query)
  }

  function close(isLeft = true) {
    frame.remove()
    if (isLeft) onClose?.()
  }
}

// Those whose label or note holds every word of the query; names that begin with it first.
export function matching(options, query) {
  const parts = fold(query).split(/\s+/).filter(Boolean)
  if (!parts.length) return options
  const found = options.filter(option => {
    const text = option.folded ??= fold(`${option.label} ${option.also ?? ""}`)
    return parts.every(part => text.includes(part))
  })
  const begins = option => fold(option.label).startsWith(parts[0])
  return [...found.filter(begins), ...found.filter(option => !begins(option))]
}

export const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

// What can be done with words that are selected in the article, beside them.

import { button, el } from "./dom.js"

export class SelectionBar {
  constructor(screen) {
    this.screen = screen
    this.root = el("div", { class: "sr-selection", role: "toolbar", "aria-label": "With the selected words", hidden: true, onpointerdown: event => event.preventDefault() })
    screen.root.append(this.root)
    this.listener = () => this.update()
    document.addEventListener("selectionchange", this.listener)
  }

  update() {
    const { desk, article, picker } = this.screen
    const chosen = desk?.lists && !picker && article.text !== undefined ? article.selection() : undefined
    this.root.hidden = !chosen
    if (!chosen) return
    const isQuote = desk.shown()?.kind === "quote"
    const act = (name, label, key) => button(label, () => this.screen.act(name), { key, name: `selected-${name}` })
    this.root.replaceChildren(act("add", "New quote", "n"), act("addEvent", "New event", "N"), ...(isQuote ? [act("edit", "Words of this quote", "e"), act("split", "Split here", "x")] : []))
    const place = getSelection().getRangeAt(0).getBoundingClientRect()
    const frame = this.screen.root.getBoundingClientRect()
    this.root.style.top = `${place.bottom - frame.top + 6}px`
    this.root.style.left = `${Math.max(0, Math.min(place.left - frame.left, frame.width - this.root.offsetWidth))}px`
  }

  close() { document.removeEventListener("selectionchange", this.listener) }
}

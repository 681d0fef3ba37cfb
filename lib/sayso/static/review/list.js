// The queue: every item in one line, what waits first to be decided.

import { button, el, refill, words } from "./dom.js"
import { counts, isWaiting } from "./optimistic.js"

export class List {
  constructor(host, screen) {
    this.screen = screen
    this.head = el("div", { class: "sr-queue-head" })
    this.rows = el("ol", { class: "sr-rows" })
    host.append(el("section", { class: "sr-queue", "aria-label": "Queue" }, this.head, this.rows))
    this.drawn = new Map()
  }

  draw() {
    const { desk } = this.screen
    refill(this.head,
      el("span", { class: "sr-label" }, desk.nWaiting ? `${desk.nWaiting} of ${desk.order.length} wait` : "Nothing waits"),
      button(desk.inOrder ? "In reading order" : "By effect on the matrix", () => this.screen.act("sort"), { key: "l", name: "sort", class: "sr-button sr-small" }))
    const rows = desk.order.map(id => this.row(desk.shown(id)))
    for (const [id] of this.drawn) if (!desk.items.has(id)) this.drawn.delete(id)
    const same = rows.length === this.rows.children.length && rows.every((row, i) => row === this.rows.children[i])
    if (!same) refill(this.rows, ...rows)
    this.keepInView()
  }

  // A row is made anew only if it says something else.
  row(item) {
    const { desk } = this.screen
    const isSelected = item.id === desk.selected
    const says = [isWaiting(item), counts(item), isSelected, this.who(item), this.what(item), item.effect].join("|")
    const known = this.drawn.get(item.id)
    if (known?.says === says) return known.node
    const node = el("li", {}, el("button", {
      type: "button", class: `sr-item${isSelected ? " sr-selected" : ""}${isWaiting(item) ? "" : " sr-decided"}`, "data-act": `item-${item.id}`,
      "aria-current": isSelected ? "true" : undefined, onclick: () => { desk.select(item.id); this.screen.render() },
    }, el("span", { class: "sr-tick", "aria-label": isWaiting(item) ? "waits" : item.status }, counts(item) ? "✓" : isWaiting(item) ? "" : "✕"),
    el("span", { class: "sr-line" }, words(this.who(item), undefined, "b"), " ", words(this.what(item), desk.lists.article.lang)),
    item.effect > 0 && isWaiting(item) && el("span", { class: "sr-effect", title: "How much the matrix would move" }, item.effect.toFixed(1))))
    this.drawn.set(item.id, { says, node })
    return node
  }

  who(item) {
    if (item.kind === "event") return "Event"
    if (item.kind === "copy") return "Copy?"
    return this.screen.desk.actorName(item.speaker?.ref) ?? item.speaker?.words ?? "Nobody yet"
  }

  what(item) {
    if (item.kind === "copy") return item.original
    if (item.kind === "event") return item.title
    const { text } = this.screen.desk.lists.article
    const start = item.spans[0][0]
    return text.slice(start, Math.min(item.spans.at(-1)[1], start + 90)).replace(/\s+/g, " ")
  }

  keepInView() {
    const row = this.rows.querySelector(".sr-selected")
    if (!row) return
    const [own, frame] = [row.getBoundingClientRect(), this.rows.getBoundingClientRect()]
    if (own.top < frame.top) this.rows.scrollTop -= frame.top - own.top + 40
    else if (own.bottom > frame.bottom) this.rows.scrollTop += own.bottom - frame.bottom + 40
  }
}

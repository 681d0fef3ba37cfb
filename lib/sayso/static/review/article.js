// The article: its paragraphs, with what was found highlighted in place. Only paragraphs that change are made anew.

import { el } from "./dom.js"
import { counts, isWaiting } from "./optimistic.js"

export class Article {
  constructor(host, onChoose) {
    this.host = host
    this.onChoose = onChoose
    host.addEventListener("click", event => this.clicked(event))
  }

  load({ text, lang, title }) {
    this.text = text
    this.host.lang = lang ?? ""
    this.host.setAttribute("aria-label", title)
    this.paragraphs = []
    let start = 0
    for (const line of text.split("\n")) {
      const node = el("p", { dir: "auto", class: "sr-paragraph" })
      this.paragraphs.push({ start, end: start + line.length, node, drawn: undefined })
      start += line.length + 1
    }
    this.host.replaceChildren(...this.paragraphs.map(paragraph => paragraph.node))
    this.host.scrollTop = 0
  }

  // `marks`: [{ start, end, css, id }]; of those that overlap every class shows.
  draw(marks) {
    const sorted = marks.filter(mark => mark.end > mark.start).sort((a, b) => a.start - b.start)
    let first = 0
    for (const paragraph of this.paragraphs) {
      while (first < sorted.length && sorted[first].end <= paragraph.start && sorted[first].start < paragraph.start) first++
      const own = []
      for (let i = first; i < sorted.length && sorted[i].start < paragraph.end; i++) {
        if (sorted[i].end > paragraph.start) own.push(sorted[i])
      }
      const drawn = own.map(mark => `${mark.start} ${mark.end} ${mark.css} ${mark.id}`).join("|")
      if (drawn === paragraph.drawn) continue
      paragraph.drawn = drawn
      paragraph.node.replaceChildren(...segments(this.text, paragraph, own))
    }
  }

  // Bring a place into view, if it is not.
  show(start) {
    const paragraph = this.paragraphs?.findLast(each => each.start <= start)
    if (!paragraph) return
    const mark = [...paragraph.node.querySelectorAll("[data-start]")].findLast(each => Number(each.dataset.start) <= start)
    const node = mark ?? paragraph.node
    const own = node.getBoundingClientRect()
    const scroller = this.host.scrollHeight > this.host.clientHeight + 1 ? this.host : this.host.closest(".stMain") ?? document.scrollingElement
    const frame = scroller.getBoundingClientRect()
    const covered = parseFloat(getComputedStyle(this.host).scrollPaddingBottom) || 0 // by the card, on a phone
    const top = Math.max(frame.top, 64), bottom = Math.min(frame.bottom, innerHeight - covered)
    if (own.top < top + 24 || own.bottom > bottom - 24) scroller.scrollBy({ top: own.top - top - (bottom - top) * 0.3, behavior: "instant" })
  }

  // What is selected in the article, as [start, end] without the space around it; undefined if nothing is.
  selection() {
    const chosen = getSelection()
    if (!chosen?.rangeCount || chosen.isCollapsed) return undefined
    const range = chosen.getRangeAt(0)
    if (!this.host.contains(range.commonAncestorContainer)) return undefined
    let [start, end] = [this.place(range.startContainer, range.startOffset), this.place(range.endContainer, range.endOffset)]
    while (start < end && /\s/.test(this.text[start])) start++
    while (end > start && /\s/.test(this.text[end - 1])) end--
    return start < end ? [start, end] : undefined
  }

  // The place in the text of a place in the page.
  place(node, offset) {
    const paragraph = this.paragraphs.find(each => each.node.contains(node))
    if (!paragraph) { // the host itself: `offset` counts paragraphs
      return offset < this.paragraphs.length ? this.paragraphs[offset].start : this.text.length
    }
    const range = document.createRange()
    range.setStart(paragraph.node, 0)
    range.setEnd(node, offset)
    return paragraph.start + range.toString().length
  }

  clicked(event) {
    const mark = event.target.closest?.("[data-id]")
    if (mark && getSelection().isCollapsed) this.onChoose(mark.dataset.id)
  }
}

// A paragraph cut wherever a mark begins or ends.
function segments(text, { start, end }, marks) {
  if (!marks.length) return [text.slice(start, end)]
  const cuts = [...new Set([start, end, ...marks.flatMap(mark => [mark.start, mark.end])])]
    .filter(place => place >= start && place <= end).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => {
    const over = marks.filter(mark => mark.start <= from && mark.end >= cuts[i + 1])
    const words = text.slice(from, cuts[i + 1])
    if (!over.length) return words
    const nearest = over.reduce((a, b) => b.end - b.start <= a.end - a.start ? b : a)
    const css = [...new Set(over.flatMap(mark => mark.css.split(" ")))].join(" ")
    const name = css.includes("sr-selected") ? "mark" : "span"
    return el(name, { class: css, "data-id": nearest.id || undefined, "data-start": from }, words)
  })
}

// The marks of all items: how each looks in the text.
export function marksOf(items, selected, picking) {
  const marks = []
  const add = (span, css, id) => span && marks.push({ start: span[0], end: span[1], css, id })
  for (const item of items) {
    const isSelected = item.id === selected
    if (item.kind === "copy" || (!isSelected && !isWaiting(item) && !counts(item))) continue
    const state = counts(item) ? "taken" : isWaiting(item) ? "proposed" : "refused"
    const css = `sr-${item.kind} sr-${item.kind}-${state}${isSelected ? ` sr-${item.kind}-selected sr-selected` : ""}`
    if (!(isSelected && picking)) for (const span of item.spans) add(span, css, item.id)
    if (item.speaker?.span) add(item.speaker.span, isSelected ? "sr-speaker sr-speaking" : "sr-speaker", item.id)
  }
  if (picking) for (const span of picking.spans) add(span, "sr-picking", "")
  return marks
}

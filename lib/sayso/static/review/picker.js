// Words chosen by keyboard: of a quote that is there, of a new one, or the place where one is cut.

import { sentenceAt, wordEdge } from "./words.js"

export class Picker {
  // `spans`: what is chosen at first. `onDone(spans)` is called with Enter, nothing with Escape.
  constructor({ text, lang, spans, hint, onDone, onMove, isCut = false }) {
    Object.assign(this, { text, lang, hint, onDone, onMove, isCut })
    this.spans = spans.map(span => [...span])
    this.bounds = [spans[0][0], spans.at(-1)[1]]
  }

  // True if the key was the picker's.
  press(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step) this.isCut ? this.cut(step) : event.shiftKey ? this.moveEnd(step) : this.moveStart(step)
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.leap(event.key === "ArrowDown" ? 1 : -1)
    else return false
    this.onMove()
    return true
  }

  moveStart(step) {
    const first = this.spans[0]
    const place = wordEdge(this.text, this.lang, first[0], step, 0)
    if (place < first[1]) first[0] = place
  }

  moveEnd(step) {
    const last = this.spans.at(-1)
    const place = wordEdge(this.text, this.lang, last[1], step, 1)
    if (place > last[0]) last[1] = place
  }

  leap(step) {
    if (this.isCut) return
    this.spans = [[...sentenceAt(this.text, this.lang, this.spans[0][0], step)]]
  }

  // The place of a cut is where the first of two parts ends.
  cut(step) {
    const place = wordEdge(this.text, this.lang, this.at, step, 0)
    if (place > this.bounds[0] && place < this.bounds[1]) this.spans = [[this.bounds[0], place]]
  }

  get at() { return this.spans[0][1] }
}

// Which key does what: one table for the keyboard and for the sheet.

import { isTyping } from "./dom.js"

export const KEYS = [
  ["Decide", [
    ["Enter", ["Enter", "a"], "accept, and on to the next", "accept"],
    ["r", ["r"], "reject", "reject"],
    ["o", ["o"], "reopen what was rejected", "reopen"],
    ["1 – 5", ["1", "2", "3", "4", "5"], "stance, −− to ++, on the issue shown", "stance"],
    ["u", ["u"], "undo", "undo"],
    ["U", ["U"], "redo", "redo"],
  ]],
  ["Code", [
    ["i", ["i"], "choose or create the issue", "issue"],
    ["c", ["c"], "condition (“only if …”)", "condition"],
    ["0", ["0", "Backspace"], "remove the stance", "uncode"],
    ["w", ["w"], "of an event: whose stance it shows", "whose"],
    ["v", ["v"], "credibility, 1 – 6", "credibility"],
  ]],
  ["Correct", [
    ["s", ["s"], "another speaker; of an event: the same as another", "speaker"],
    ["e", ["e"], "other words; of an event: its title", "edit"],
    ["d", ["d"], "date", "date"],
    ["t", ["t"], "kind", "kind"],
    ["x", ["x"], "split", "split"],
    ["m", ["m"], "merge with the next; of an event: how real", "merge"],
    ["p", ["p"], "of an event: who took part", "participants"],
    ["n", ["n"], "add a quote that was missed", "add"],
    ["N", ["N"], "add an event that was missed", "addEvent"],
  ]],
  ["Move", [
    ["j ↓", ["j", "ArrowDown", "ArrowRight"], "next", "next"],
    ["k ↑", ["k", "ArrowUp", "ArrowLeft"], "previous", "previous"],
    ["g", ["g"], "another article", "articles"],
    ["l", ["l"], "in reading order, or by effect", "sort"],
    ["z", ["z"], "article done: what moved", "finish"],
    ["?", ["?"], "this sheet", "sheet"],
  ]],
]

const BY_KEY = new Map(KEYS.flatMap(([, rows]) => rows.flatMap(([, keys, , name]) => keys.map(key => [key, name]))))
const OWN_KEYS = new Set(["Enter", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Backspace"])

// Listens to the whole page while the review is on it. Streamlit has page-wide keys of its own: ours come first.
export class Keys {
  constructor(screen) {
    this.screen = screen
    this.listener = event => this.pressed(event)
    addEventListener("keydown", this.listener, true)
  }

  close() { removeEventListener("keydown", this.listener, true) }

  pressed(event) {
    const { screen } = this
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if (document.querySelector(".sr-desk dialog[open]")) return
    if (event.target.closest?.("[role=dialog], [role=menu], [data-testid=stPopoverBody]") && !screen.root.contains(event.target)) return
    if (OWN_KEYS.has(event.key) && meansItself(event)) return
    if (!screen.press(event, BY_KEY.get(event.key))) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}

// Enter on a button presses it; arrows scroll an article that has the focus.
function meansItself(event) {
  const place = event.target
  if (event.key === "Enter") return place.closest?.("button, a, summary")
  return event.key.startsWith("Arrow") && place.closest?.(".sr-article") && !place.closest(".sr-choosing")
}

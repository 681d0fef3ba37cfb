// The sheet of keys, in a dialog of the browser's own: Escape closes it, the focus stays in it.

import { button, el } from "./dom.js"
import { KEYS } from "./keys.js"

export function openSheet(root) {
  const close = () => dialog.close()
  const dialog = el("dialog", { class: "sr-sheet", "aria-label": "Keys", onclose: () => dialog.remove(), onclick: event => event.target === dialog && close(), onkeydown: pressed },
    el("div", { class: "sr-sheet-head" }, el("h2", { class: "sr-title" }, "Keys"), button("Close", close, { key: "Esc" })),
    el("div", { class: "sr-sheet-groups" }, ...KEYS.map(([title, rows]) => el("section", {}, el("h3", {}, title),
      el("dl", {}, ...rows.flatMap(([shown, , says]) => [el("dt", {}, el("kbd", {}, shown)), el("dd", {}, says)]))))),
    el("p", { class: "sr-fine" }, "While words are being chosen: Shift + ← → moves the end, ← → the start, ↑ ↓ goes to another sentence, Enter saves, Esc leaves."))
  root.append(dialog)
  dialog.showModal()

  function pressed(event) {
    if (event.key === "?") close()
    event.stopPropagation()
  }
}

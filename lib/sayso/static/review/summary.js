// After an article: what was coded, and what moved in the matrix because of it.

import { button, el, words } from "./dom.js"

export function summary(screen) {
  const { desk } = screen
  const { moved, nCoded } = desk.state
  const isSaving = !desk.outbox.isEmpty
  const title = `You coded ${counted(nCoded, "statement")}${moved.length ? "; here is what moved" : nCoded ? "; nothing moved" : " in this article"}`
  return [
    el("h2", { class: "sr-title", tabindex: "-1", "data-act": "end" }, isSaving ? "Saving …" : title),
    desk.nWaiting > 0 && el("p", { class: "sr-fine" }, `${desk.nWaiting} of ${desk.order.length} still wait; they keep.`),
    moved.length > 0 && el("table", { class: "sr-moved" },
      el("thead", {}, el("tr", {}, ...["Who", "On", "Before", "", "After"].map(head => el("th", { scope: "col" }, head)))),
      el("tbody", {}, ...moved.map(row))),
    el("div", { class: "sr-row" },
      desk.lists.next && button(`Next article: ${desk.lists.nextTitle}`, () => screen.open(desk.lists.next), { key: "Enter", name: "next-article", class: "sr-button sr-main", dir: "auto" }),
      el("a", { class: "sr-link", href: `matrix?${new URLSearchParams({ dataset: desk.lists.datasetTitle })}`, "data-act": "matrix" }, "Open the matrix", !desk.lists.next && el("kbd", { "aria-hidden": "true" }, "Enter")),
      button("Back to the article", () => { desk.isFinished = false; screen.render() }, { key: "k", name: "back" }),
      button("Undo", () => screen.act("undo"), { key: "u", name: "undo" })),
  ].filter(Boolean)

  function row({ actor, issue, before, after, link }) {
    return el("tr", {},
      el("th", { scope: "row" }, el("a", { href: `matrix?${new URLSearchParams({ dataset: desk.lists.datasetTitle, ...link })}` }, words(actor))),
      el("td", {}, words(issue)), el("td", {}, position(before)), el("td", { "aria-hidden": "true" }, "→"), el("td", {}, position(after)))
  }
}

const position = ({ state, sign, word, fill, ink, n }) => el("span", { class: `sr-position sr-${state}` },
  el("b", { style: `background:${fill};color:${ink}`, "aria-hidden": "true" }, sign), ` ${word}${n ? ` (n=${n})` : ""}`)

const counted = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`

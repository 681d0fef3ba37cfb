// An event on the card: what happened, when, of which kind, who took part, or which event it is.

import { fact } from "./card.js"
import { el, words } from "./dom.js"
import { isWaiting } from "./optimistic.js"
import { stanceRows } from "./stances.js"

export function eventBody(item, screen) {
  const { desk, panels, eventPanels, card } = screen
  const { lang, text } = desk.lists.article
  const same = item.sameAs && desk.lists.events.find(event => event.id === item.sameAs)
  const kind = desk.lists.eventKinds.find(each => each.kind === item.event)?.word ?? item.event
  const parts = item.participants.map(({ ref, role }) => `${desk.actorName(ref)} (${role})`).join(", ")
  return [
    words(item.spans.map(([start, end]) => text.slice(start, end)).join(" […] "), lang, "blockquote", { class: "sr-words sr-words-event" }),
    el("div", { class: "sr-facts" },
      fact("Title", "e", item.title, () => eventPanels.title()),
      fact("When", "d", item.happenedWords && item.happenedOn === item.happenedFound ? item.happenedWords : item.happenedOn ?? "not said; by the article's date", () => panels.date(), item.happenedOn && item.happenedBasis === "inferred" ? "inferred" : undefined),
      fact("Kind", "t", kind, () => panels.kind()),
      fact("How real", "m", item.modality, () => screen.act("merge")),
      !same && fact("Took part", "p", parts || "nobody named", () => eventPanels.participants()),
      isWaiting(item) && fact("Same as", "s", same?.title ?? "an event of its own", () => eventPanels.sameAs(), same?.day),
      ...card.credibility(item),
      item.place && el("p", { class: "sr-fine", dir: "auto" }, `Where: ${item.place}`)),
    stanceRows(item, screen),
  ]
}

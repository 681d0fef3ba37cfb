// The card: one item, what is coded on it, and the buttons that do what the keys do.

import { el, button, refill, words } from "./dom.js"
import { counts, isWaiting } from "./optimistic.js"
import { eventBody } from "./card_event.js"
import { stanceRows } from "./stances.js"

export class Card {
  constructor(host, screen) {
    this.screen = screen
    this.body = el("div", { class: "sr-body" })
    this.extra = el("div", { class: "sr-extra" })
    this.told = el("p", { class: "sr-told", role: "status", "aria-live": "polite" })
    this.bar = el("div", { class: "sr-bar" })
    this.root = el("section", { class: "sr-card", tabindex: "-1", "aria-label": "Decision" }, this.body, this.extra, this.told, this.bar)
    host.append(this.root)
  }

  say(text) { this.told.textContent = text }

  draw() {
    const { screen } = this
    const item = screen.desk.shown()
    if (!item) return refill(this.body, el("p", { class: "sr-fine" }, "Nothing was found in this article. Select words and press n to add a quote, N to add an event."), this.addButton())
    refill(this.body, this.head(item), this.alert(item), ...this.content(item))
    refill(this.bar, ...(screen.picker ? this.pickerButtons() : this.buttons(item)))
  }

  head(item) {
    const { desk } = this.screen
    const at = desk.order.indexOf(item.id) + 1
    return el("div", { class: "sr-head" },
      el("span", { class: `sr-state sr-state-${counts(item) ? "taken" : isWaiting(item) ? "waiting" : "refused"}` }, stateWords(item)),
      el("span", { class: "sr-fine" }, `${at} of ${desk.order.length} · ${desk.nWaiting} left`))
  }

  alert(item) {
    const refusal = this.screen.desk.refusals.get(item.id)
    return refusal && el("div", { class: "sr-alert", role: "alert" }, el("b", { dir: "auto" }, refusal.message), " ", el("span", { dir: "auto" }, refusal.next))
  }

  content(item) {
    if (item.kind === "event") return eventBody(item, this.screen)
    if (item.kind === "copy") return this.copyBody(item)
    const { desk, panels } = this.screen
    const { lang, text } = desk.lists.article
    const said = item.spans.map(([start, end]) => text.slice(start, end)).join(" […] ")
    return [
      words(said, lang, "blockquote", { class: `sr-words sr-words-${item.form}` }),
      el("div", { class: "sr-facts" },
        fact("Speaker", "s", desk.actorName(item.speaker?.ref) ?? "nobody yet", () => panels.speaker(), item.speaker?.words && `“${item.speaker.words}”`, !item.speaker?.ref),
        ...this.runnersUp(item),
        fact("Kind", "t", item.form, () => panels.kind()),
        fact("Said on", "d", item.statedOn ? item.statedWords && item.statedOn === item.statedFound ? item.statedWords : item.statedOn : "not said; by the article's date", () => panels.date(), item.statedOn && item.statedBasis === "inferred" ? "inferred" : undefined),
        ...this.credibility(item)),
      stanceRows(item, this.screen),
    ]
  }

  runnersUp(item) {
    const { desk, actions } = this.screen
    const others = (item.speaker?.runners ?? []).filter(ref => ref !== item.speaker.ref && desk.actors.has(ref)).slice(0, 3)
    if (!others.length || !isWaiting(item)) return []
    const choose = ref => { actions.set({ speaker: { ...item.speaker, ref } }); this.screen.render() }
    return [el("div", { class: "sr-others" }, el("span", { class: "sr-fine" }, "or "),
      ...others.map(ref => button(desk.actorName(ref), () => choose(ref), { name: `or-${ref}`, class: "sr-button sr-small", dir: "auto" })))]
  }

  // Asked before the outlet's rating shows, so that the one does not colour the other.
  credibility(item) {
    const { desk, panels } = this.screen
    const word = desk.lists.credibility.find(each => each.grade === item.credibility)?.word
    const rating = item.credibility && `${desk.lists.article.outlet} is rated ${desk.lists.article.reliability}: ${desk.lists.article.reliability}${item.credibility}`
    return [fact("Credible?", "v", item.credibility ? `${item.credibility} ${word}` : "not judged", () => panels.credibility(), rating)]
  }

  copyBody(item) {
    return [
      el("p", {}, "This text is nearly the same as one that is here already:"),
      words(item.original, undefined, "blockquote", { class: "sr-words" }),
      el("p", { class: "sr-fine" }, `${Math.round(item.similarity * 100)} % the same words. Accepted, both count as one article.`),
    ]
  }

  addButton() { return button("Add a quote", () => this.screen.act("add"), { key: "n", name: "add" }) }

  // What the picker's keys do, for mouse and touch.
  pickerButtons() {
    const { screen } = this
    const press = (label, shown, key, { shiftKey, css = "" } = {}) =>
      button(label, () => screen.pick({ key, shiftKey }), { key: shown, name: `pick-${label}`, class: `sr-button ${css}` })
    const whole = screen.picker.isCut ? [press("Earlier", "←", "ArrowLeft"), press("Later", "→", "ArrowRight")] : [
      press("Sentence before", "↑", "ArrowUp"), press("Sentence after", "↓", "ArrowDown"),
      press("Longer", "⇧→", "ArrowRight", { shiftKey: true }), press("Shorter", "⇧←", "ArrowLeft", { shiftKey: true }),
      press("Start later", "→", "ArrowRight"), press("Start earlier", "←", "ArrowLeft"),
    ]
    return [press(screen.picker.isCut ? "Cut here" : "These words", "Enter", "Enter", { css: "sr-main" }), press("Cancel", "Esc", "Escape"), ...whole]
  }

  buttons(item) {
    const act = (name, label, key, css = "") => button(label, () => this.screen.act(name), { key, name, class: `sr-button ${css}` })
    const isQuote = item.kind === "quote"
    return [
      isWaiting(item) || item.status === "rejected" && !item.row ? act("accept", "Accept", "Enter", "sr-main") : act("accept", "Next that waits", "Enter", "sr-main"),
      item.status === "rejected" ? !item.row && act("reopen", "Reopen", "o") : act("reject", "Reject", "r"),
      act("undo", "Undo", "u"),
      act("previous", "‹", "k", "sr-narrow"), act("next", "›", "j", "sr-narrow"),
      el("details", { class: "sr-more", open: this.more === item.id, ontoggle: event => { this.more = event.target.open ? item.id : undefined } }, el("summary", {}, "More"), el("div", { class: "sr-row" },
        act("edit", isQuote ? "Other words" : "Title", "e"), isQuote && act("split", "Split", "x"), isQuote && act("merge", "Merge with next", "m"),
        act("add", "Add a quote", "n"), act("addEvent", "Add an event", "N"), act("redo", "Redo", "U"), act("finish", "Article done", "z"), act("sheet", "All keys", "?"))),
    ].filter(Boolean)
  }
}

// One fact that a key or a click changes.
export function fact(label, key, value, act, note, isMissing = false) {
  return el("button", { type: "button", class: `sr-fact${isMissing ? " sr-missing" : ""}`, "data-act": `fact-${label}`, onclick: act },
    el("span", { class: "sr-fact-name" }, label, el("kbd", { "aria-hidden": "true" }, key)),
    el("span", { class: "sr-fact-value" }, words(value), note && el("small", { dir: "auto" }, ` ${note}`)))
}

function stateWords(item) {
  const what = { quote: "Quote", event: "Event", copy: "Copy" }[item.kind]
  if (item.isPending) return `${what} · saving …`
  if (isWaiting(item)) return `${what} · proposed${item.confidence == null ? "" : `, ${Math.round(item.confidence * 100)} % sure`}`
  return `${what} · ${item.status}${item.by ? ` by ${item.by}` : ""}`
}

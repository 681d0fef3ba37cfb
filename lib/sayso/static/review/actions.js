// What each key and button does to the selected item.

import { coded, counts, isOn, isWaiting, withStance } from "./optimistic.js"
import { renamed } from "./outbox.js"
import { Picker } from "./picker.js"
import { sentenceAt, wordEdge } from "./words.js"

export class Actions {
  constructor(desk, screen) {
    this.desk = desk
    this.screen = screen // render(), say(), panels, article
  }

  get item() { return this.desk.shown() }

  next() { this.desk.step(1) }
  previous() { this.desk.step(-1) }

  // Accept as it stands on the card, and go on.
  accept() {
    const { desk, item } = this
    if (desk.isFinished) return this.nextArticle()
    if (!item) return
    if (counts(item)) return this.confirm(item)
    if (item.kind === "quote" && !item.speaker?.ref) {
      this.screen.say("Who says it? Choose the speaker, then accept.")
      return this.screen.panels.speaker()
    }
    const next = desk.nextWaiting()
    desk.decide({ do: "accept", kind: item.kind, item: item.id, saw: item.status, seen: desk.seen(item.id), edits: outward(desk.drafts[item.id] ?? {}) })
    desk.dropDraft(item.id)
    this.screen.say(`Accepted. ${left(desk)}`)
    this.forward(next)
  }

  // On what is accepted already: take the stances that were proposed since, and go on.
  confirm(item) {
    const { desk } = this
    const next = desk.nextWaiting()
    for (const { issue, stance, condition } of item.statements?.filter(each => each.isProposed) ?? []) {
      desk.decide({ do: "code", item: item.id, issue, stance, condition, seen: null })
    }
    this.forward(next)
  }

  reject() {
    const { desk, item } = this
    const next = desk.nextWaiting()
    if (!item || item.status === "rejected") return this.forward(next)
    desk.decide({ do: "reject", kind: item.kind, item: item.id, saw: item.status, seen: desk.seen(item.id) })
    this.screen.say(`Rejected. ${left(desk)}`)
    this.forward(next)
  }

  reopen() {
    if (this.item?.status === "rejected") this.desk.decide({ do: "reopen", item: this.item.id })
  }

  forward(next) {
    next ? this.desk.select(next) : this.finish()
  }

  // The article is done, as far as this coder is concerned.
  finish() {
    const { desk } = this
    if (!desk.isFinished) desk.decide({ do: "done" })
    desk.isFinished = true
  }

  // Where there is no other article to review, on to the matrix.
  nextArticle() {
    if (this.desk.lists.next) return this.screen.open(this.desk.lists.next)
    if (this.desk.outbox.isEmpty) this.screen.end.querySelector('[data-act="matrix"]').click()
  }

  stance(stance) {
    const { desk, item } = this
    if (!item || item.kind === "copy") return this.screen.say("Only quotes and events are coded on issues.")
    const cell = desk.cellFor(item)
    if (!cell.issue) return this.screen.panels.issue(stance)
    if (item.kind === "event" && !cell.actor) return this.screen.eventPanels.whose(stance)
    this.code({ ...cell, stance, condition: item.statements.find(each => isOn(each, cell))?.condition ?? null })
  }

  // Set where somebody stands on an issue: with the acceptance while the item waits, at once afterwards.
  code(sent) {
    const { desk, item } = this
    const coding = renamed(sent, desk.outbox.names) // its issue may have got its id while a box was open
    desk.useIssue(coding.issue)
    desk.active = { item: item.id, issue: coding.issue, actor: coding.actor }
    if (isWaiting(item)) return desk.keepDraft(item.id, { statements: withStance(item.statements, coding) })
    const now = item.statements.find(each => isOn(each, coding))
    const seen = now?.id ? { stance: now.stance, condition: now.condition } : null
    desk.decide({ do: "code", kind: item.kind, item: item.id, ...coding, seen })
  }

  uncode(chosen) {
    const { desk, item } = this
    if (!item?.statements?.length) return
    const { issue, actor } = chosen ?? desk.cellFor(item)
    if (!item.statements.some(each => isOn(each, { issue, actor }))) return
    desk.active = undefined
    if (isWaiting(item)) desk.keepDraft(item.id, { statements: item.statements.filter(each => !isOn(each, { issue, actor })) })
    else desk.decide({ do: "uncode", kind: item.kind, item: item.id, issue, actor, seen: { coded: coded(item) } })
  }

  // Change a field: of what waits it is kept with the acceptance, of what is accepted it is saved at once.
  set(changes) {
    const { desk, item } = this
    if (isWaiting(item)) return desk.keepDraft(item.id, changes)
    const known = desk.state.items.find(each => each.id === item.id)
    const seen = known && !item.isPending ? Object.fromEntries(Object.keys(changes).map(name => [name, known[name] ?? null])) : {}
    desk.decide({ do: "edit", kind: item.kind, item: item.id, changes: outward(changes), seen: outward(seen) })
  }

  edit() {
    const { desk, item, screen } = this
    if (!item) return
    if (item.kind === "event") return screen.eventPanels.title()
    if (item.kind !== "quote") return
    const chosen = screen.article.selection()
    if (chosen) return this.setSpans([chosen])
    this.pick(item.spans, "Other words: Shift + ← → moves the end, ← → the start. Enter saves, Esc leaves.", spans => this.setSpans(spans))
  }

  setSpans(spans) {
    getSelection().removeAllRanges()
    this.set({ spans: this.desk.offsets.spansToPoints(spans) })
  }

  // A quote or an event that was missed: the selected words, or a sentence to start from.
  add() {
    this.choose("New quote", "Enter, then the speaker.", (spans, said) => this.screen.panels.speaker(speaker => this.added("quote", spans, { speaker }, "Added. Its stance: 1–5."), said))
  }

  addEvent() {
    this.choose("New event", "Enter, then its title.", (spans, said) => this.screen.eventPanels.add(said, edits => this.added("event", spans, edits, "Added. Who took part: p. A stance that it shows: 1–5.")))
  }

  choose(what, then, onChosen) {
    const { desk, screen, item } = this
    const { text, lang } = desk.lists.article
    const chosen = screen.article.selection()
    getSelection().removeAllRanges()
    const withWords = spans => onChosen(spans, spans.map(([start, end]) => text.slice(start, end)).join(" […] "))
    if (chosen) return withWords([chosen])
    const sentence = sentenceAt(text, lang, item?.spans.at(-1)?.[1] ?? 0, item ? 1 : 0)
    this.pick([sentence], `${what}: ↑ ↓ to another sentence, Shift + ← → moves the end, ← → the start. ${then}`, withWords)
  }

  added(kind, spans, edits, told) {
    const { desk, screen } = this
    const id = desk.name()
    desk.decide({ do: "add", kind, item: id, named: id, spans: desk.offsets.spansToPoints(spans), edits })
    desk.select(id)
    screen.say(told)
  }

  split() {
    const { desk, item, screen } = this
    if (item?.kind !== "quote" || !isWaiting(item)) return screen.say("Only a quote that waits can be split.")
    const [start, end] = [item.spans[0][0], item.spans.at(-1)[1]]
    const chosen = screen.article.selection()
    if (chosen && chosen[0] > start && chosen[0] < end) return this.splitAt(chosen[0])
    const [, middle] = sentenceAt(desk.lists.article.text, desk.lists.article.lang, start)
    const at = middle < end ? middle : this.wordNear(Math.floor((start + end) / 2), start, end)
    this.pick([[start, at]], "Split: ← → moves the cut. Enter splits, Esc leaves.", () => this.splitAt(screen.picker.at), true, [start, end])
  }

  // Where a word begins near `at`, strictly between `start` and `end` if there is one.
  wordNear(at, start, end) {
    const { text, lang } = this.desk.lists.article
    const places = [1, -1].map(step => wordEdge(text, lang, at, step, 0))
    return places.find(place => place > start && place < end) ?? at
  }

  splitAt(at) {
    const { desk, item } = this
    getSelection().removeAllRanges()
    const { text } = desk.lists.article
    while (/\s/.test(text[at])) at++
    desk.dropDraft(item.id)
    desk.decide({ do: "split", item: item.id, at: desk.offsets.toPoints(at), seen: desk.seen(item.id) })
  }

  merge() {
    const { desk, item, screen } = this
    const after = [...desk.items.values()]
      .filter(each => each.kind === "quote" && isWaiting(each) && each.id !== item?.id && each.spans[0][0] >= (item?.spans[0]?.[0] ?? 0))
      .sort((a, b) => a.spans[0][0] - b.spans[0][0])[0]
    if (item?.kind !== "quote" || !isWaiting(item) || !after) return screen.say("There is no waiting quote after this one to merge with.")
    desk.dropDraft(item.id)
    desk.decide({ do: "join", item: item.id, other: after.id, seen: desk.seen(item.id), otherSeen: desk.seen(after.id) })
  }

  undo() { this.takeBack("undo") }
  redo() { this.takeBack("redo") }

  takeBack(name) {
    const { desk, screen } = this
    desk.whenSettled(() => {
      const known = desk.state[name]
      if (!known) return screen.say(name === "undo" ? "There is nothing to undo." : "There is nothing to redo.")
      desk.isFinished = false
      desk.decide({ do: name, change: known.change })
      screen.say(`${name === "undo" ? "Taken back" : "Done again"}: ${known.words}`)
      screen.render()
    })
  }

  pick(spans, hint, onDone, isCut = false, bounds) {
    const { desk, screen } = this
    const { text, lang } = desk.lists.article
    screen.picker = new Picker({ text, lang, spans, hint, onDone, isCut, onMove: () => screen.render() })
    if (bounds) screen.picker.bounds = bounds
    screen.say(hint)
  }
}

// A draft as the server reads it.
const outward = ({ speaker, ...rest }) => speaker ? { ...rest, speaker: speaker.ref ?? speaker } : rest

const left = desk => desk.nWaiting ? `${desk.nWaiting} left.` : "None left."

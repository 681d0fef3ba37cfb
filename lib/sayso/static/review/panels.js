// The small boxes that open on the card: who, on what, if, when, which kind, how credible, which article.

import { fold, matching, openBox } from "./box.js"
import { openForm } from "./form.js"
import { isOn } from "./optimistic.js"

const KINDS_OF_ACTORS = ["person", "organisation", "government", "parliament", "state", "armed group", "party", "alliance", "media", "group"]
export const BASES = [{ value: "stated", label: "stated in the text" }, { value: "inferred", label: "inferred by you" }]
export const EDTF = "2021-07-24, a month 2021-07, a year 2021, “after” 2020-01-03/.., “by” ../2021-07-24"

export class Panels {
  constructor(desk, screen) {
    this.desk = desk
    this.screen = screen
  }

  get host() { return this.screen.card.extra }
  get item() { return this.desk.shown() }

  // Another speaker, the runners-up first; with `onChosen` whoever says the words that are being added.
  speaker(onChosen, said) {
    const { item, screen } = this
    if (!onChosen && item?.kind === "event") return screen.eventPanels.sameAs()
    if (!onChosen && item?.kind !== "quote") return
    const set = who => screen.actions.set({ speaker: { ...item.speaker, ref: who } })
    if (onChosen) this.who({ label: "Who says it?", said, onChosen })
    else this.who({ label: "Speaker", before: this.asFound(item.speaker, set), likely: [item.speaker?.ref, ...(item.speaker?.runners ?? [])], onChosen: set })
    screen.say("")
  }

  // Whom the article names and nobody knows yet: "witnesses", "a senior official".
  asFound(speaker, onChosen) {
    const name = speaker?.words
    if (!name || speaker.ref) return []
    return [{ label: `New actor: ${name}`, note: "as the article has it", group: "In the article’s words", act: () => this.newActor(name, onChosen) }]
  }

  // An actor: the likely ones first, then whoever else the article names, then everybody, then somebody new.
  // `before`: options of the caller's own, each with what it does as `act`.
  who({ label, said, likely = [], before = [], group = "Most likely", onChosen }) {
    const { desk } = this
    const refs = list => [...new Set(list.filter(ref => typeof ref === "string"))]
    const own = refs(likely)
    const here = [...desk.items.values()].flatMap(each => [each.speaker?.ref, ...(each.speaker?.runners ?? []), ...(each.participants ?? []).map(({ ref }) => ref)])
    const named = refs(here).filter(ref => !own.includes(ref))
    const option = (ref, group) => {
      const actor = desk.actors.get(ref)
      return actor && { value: ref, label: actor.name, lang: actor.lang, note: actor.note, also: actor.also, group }
    }
    const options = [
      ...own.map(ref => option(ref, group)),
      ...named.map(ref => option(ref, "In this article")),
      ...[...desk.actors.keys()].filter(ref => !own.includes(ref) && !named.includes(ref)).map(ref => option(ref, "In the dataset")),
    ].filter(Boolean)
    this.open({
      label, said, placeholder: "Type a name",
      find: query => [...matching(before, query), ...matching(options, query), ...(query && !options.some(each => fold(each.label) === fold(query)) ? [{ label: `New actor: ${query}`, group: "New" }] : [])],
      onChoose: (chosen, query) => chosen.act ? chosen.act() : chosen.value ? onChosen(chosen.value) : this.newActor(query, onChosen, said),
    })
  }

  newActor(name, onChosen, said) {
    this.open({
      said, label: `What is ${name}?`, find: query => matching(KINDS_OF_ACTORS.map(kind => ({ value: kind, label: kind })), query),
      onChoose: ({ value }) => onChosen({ name, kind: value }),
    })
  }

  // An issue that is there, or a new one: then its stance, if that was pressed first.
  issue(stance) {
    const { desk, item } = this
    if (!item || item.kind === "copy") return
    const own = new Set(item.statements.map(each => each.issue))
    const options = desk.issues.map(({ id, name, proposition }) => ({ value: id, label: name, note: proposition, also: proposition, group: own.has(id) ? `On this ${item.kind}` : "Codebook" }))
    options.sort((a, b) => own.has(b.value) - own.has(a.value))
    this.open({
      label: "Issue", placeholder: options.length ? "Type to search, or a new name" : "The codebook is empty: type a short name",
      find: query => [...matching(options, query), ...(query && !options.some(each => fold(each.label) === fold(query)) ? [{ label: `New issue: ${query}`, group: "New" }] : [])],
      onChoose: (chosen, query) => chosen.value ? this.useIssue(chosen.value, stance) : this.newIssue(query, stance),
    })
  }

  newIssue(shortName, stance) {
    this.openForm({
      label: "New issue", done: "Create",
      fields: [
        { name: "proposition", label: "Proposition, so that “supports” has one meaning", isNeeded: true, isLong: true, placeholder: "All foreign troops leave the country." },
        { name: "shortName", label: "Short name", value: shortName, isNeeded: true },
      ],
      onDone: values => {
        const issue = this.desk.name()
        this.desk.decide({ do: "issue", issue, named: issue, ...values })
        this.useIssue(issue, stance)
      },
    })
  }

  useIssue(issue, stance) {
    const { desk, screen, item } = this
    desk.useIssue(issue)
    desk.active = { actor: item.kind === "event" ? desk.cellFor(item).actor : undefined, item: item.id, issue }
    if (stance !== undefined) screen.actions.stance(stance)
    else screen.say(`On “${desk.issueName(issue)}”: 1–5.`)
    screen.render()
  }

  condition() {
    const { desk, item, screen } = this
    const cell = item?.statements && desk.cellFor(item)
    const coded = item?.statements?.find(each => isOn(each, cell))
    if (!coded) return screen.say("Code a stance first (1–5), then its condition.")
    const chosen = screen.article.selection()
    this.openForm({
      label: `Condition, on “${desk.issueName(coded.issue)}”`,
      fields: [{ name: "condition", label: "Condition", value: chosen ? desk.lists.article.text.slice(...chosen) : coded.condition, placeholder: "only if …" }],
      hint: "In the article's words where you can. Empty: none.",
      onDone: ({ condition }) => screen.actions.code({ ...cell, stance: coded.stance, condition: condition || null }),
    })
  }

  date() {
    const { item, screen } = this
    if (!item || item.kind === "copy") return
    const [field, basis] = item.kind === "event" ? ["happenedOn", "happenedBasis"] : ["statedOn", "statedBasis"]
    this.openForm({
      label: item.kind === "event" ? "When it happened" : "When it was said", hint: EDTF,
      fields: [{ name: "day", label: "Date", value: item[field], placeholder: "2021-07-24", isNeeded: true, isFirst: true }, { name: "basis", label: "This is", options: BASES, value: "stated" }],
      onDone: values => screen.actions.set({ [field]: values.day, [basis]: values.basis }),
    })
  }

  // A quote's kinds follow one another; an event's are chosen from a list.
  kind() {
    const { desk, item, screen } = this
    if (item?.kind === "quote") {
      const kinds = ["direct", "mixed", "indirect"]
      return screen.actions.set({ form: kinds[(kinds.indexOf(item.form) + 1) % 3] })
    }
    if (item?.kind !== "event") return
    const options = desk.lists.eventKinds.map(({ kind, word }) => ({ value: kind, label: word, also: kind }))
    this.open({ label: "Kind of event", find: query => matching(options, query), onChoose: ({ value }) => screen.actions.set({ event: value }) })
  }

  credibility() {
    const { desk, item, screen } = this
    if (!item || item.kind === "copy") return
    this.open({
      label: "How credible is it, whoever printed it?", placeholder: "1 – 6",
      find: query => desk.lists.credibility.map(({ grade, word }) => ({ value: grade, label: `${grade}  ${word}` })).filter(({ value }) => !query || String(value) === query),
      onChoose: ({ value }) => screen.actions.set({ credibility: value }),
      isInstant: query => /^[1-6]$/.test(query),
    })
  }

  articles() {
    const { desk, screen } = this
    const options = desk.lists.articles.map(({ id, title, note, lang, stage }) => ({ value: id, label: title, note, lang, group: stage }))
    this.open({ label: "Articles", placeholder: "Type to search", find: query => matching(options, query), onChoose: ({ value }) => screen.open(value) })
  }

  open(box) {
    this.close?.()
    const { screen } = this
    const onChoose = (option, query) => { this.close = undefined; screen.focus(); box.onChoose(option, query); screen.render() }
    this.close = openBox(this.host, { ...box, onChoose, onClose: () => this.left() })
  }

  openForm(form) {
    this.close?.()
    const { screen } = this
    const onDone = values => { this.close = undefined; screen.focus(); form.onDone(values); screen.render() }
    this.close = openForm(this.host, { ...form, onDone, onClose: () => this.left() })
  }

  left() {
    this.close = undefined
    this.screen.focus()
    this.screen.render()
  }
}

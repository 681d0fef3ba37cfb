// The small boxes that open on the card: who, on what, if, when, which kind, how credible, which article.

import { fold, matching, openBox } from "./box.js"
import { openForm } from "./form.js"

const KINDS_OF_ACTORS = ["person", "organisation", "government", "parliament", "state", "armed group", "party", "alliance", "media", "group"]
const EDTF = "2021-07-24, a month 2021-07, a year 2021, “after” 2020-01-03/.., “by” ../2021-07-24"

export class Panels {
  constructor(desk, screen) {
    this.desk = desk
    this.screen = screen
  }

  get host() { return this.screen.card.extra }
  get item() { return this.desk.shown() }

  // Runners-up first, then whoever else the article names, then everybody, then somebody new.
  speaker(onChosen) {
    const { desk, item, screen } = this
    if (!onChosen && item?.kind === "event") return this.sameAs()
    if (!onChosen && item?.kind !== "quote") return
    const own = onChosen ? [] : [item.speaker?.ref, ...(item.speaker?.runners ?? [])].filter(ref => typeof ref === "string")
    const here = [...desk.items.values()].flatMap(each => [each.speaker?.ref, ...(each.speaker?.runners ?? [])])
    const named = new Set(here.filter(ref => typeof ref === "string" && !own.includes(ref)))
    const option = (ref, group) => {
      const actor = desk.actors.get(ref)
      return actor && { value: ref, label: actor.name, lang: actor.lang, note: actor.note, also: actor.also, group }
    }
    const options = [
      ...own.map(ref => option(ref, "Most likely")),
      ...[...named].map(ref => option(ref, "In this article")),
      ...[...desk.actors.keys()].filter(ref => !own.includes(ref) && !named.has(ref)).map(ref => option(ref, "In the dataset")),
    ].filter(Boolean)
    this.open({
      label: onChosen ? "Who says it?" : "Speaker", placeholder: "Type a name",
      find: query => [...matching(options, query), ...(query && !options.some(each => fold(each.label) === fold(query)) ? [{ label: `New actor: ${query}`, group: "New" }] : [])],
      onChoose: (chosen, query) => chosen.value ? this.name(chosen.value, onChosen) : this.newActor(query, onChosen),
    })
    screen.say("")
  }

  newActor(name, onChosen) {
    this.open({
      label: `What is ${name}?`, find: query => matching(KINDS_OF_ACTORS.map(kind => ({ value: kind, label: kind })), query),
      onChoose: ({ value }) => this.name({ name, kind: value }, onChosen),
    })
  }

  name(who, onChosen) {
    if (onChosen) onChosen(who)
    else this.screen.actions.set({ speaker: { ...this.item.speaker, ref: who } })
    this.screen.render()
  }

  // An issue that is there, or a new one: then its stance, if that was pressed first.
  issue(stance) {
    const { desk, item } = this
    if (item?.kind !== "quote") return
    const own = new Set(item.statements.map(each => each.issue))
    const options = desk.issues.map(({ id, name, proposition }) => ({ value: id, label: name, note: proposition, also: proposition, group: own.has(id) ? "On this quote" : "Codebook" }))
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
    desk.active = { item: item.id, issue }
    if (stance !== undefined) screen.actions.stance(stance)
    else screen.say(`On “${desk.issueName(issue)}”: 1–5.`)
    screen.render()
  }

  condition() {
    const { desk, item, screen } = this
    const coded = item?.statements?.find(each => each.issue === desk.issueFor(item))
    if (!coded) return screen.say("Code a stance first (1–5), then its condition.")
    const chosen = screen.article.selection()
    this.openForm({
      label: `Condition, on “${desk.issueName(coded.issue)}”`,
      fields: [{ name: "condition", label: "Condition", value: chosen ? desk.lists.article.text.slice(...chosen) : coded.condition, placeholder: "only if …" }],
      hint: "In the article's words where you can. Empty: none.",
      onDone: ({ condition }) => screen.actions.code({ issue: coded.issue, stance: coded.stance, condition: condition || null }),
    })
  }

  date() {
    const { item, screen } = this
    if (!item || item.kind === "copy") return
    const field = item.kind === "event" ? "happenedOn" : "statedOn"
    this.openForm({
      label: item.kind === "event" ? "When it happened" : "When it was said", hint: EDTF,
      fields: [{ name: "day", label: "Date", value: item[field], placeholder: "2021-07-24", isNeeded: true }],
      onDone: ({ day }) => screen.actions.set({ [field]: day }),
    })
  }

  title() {
    this.openForm({
      label: "Event", fields: [{ name: "title", label: "Title", value: this.item.title, isNeeded: true, isLong: true }],
      onDone: values => this.screen.actions.set(values),
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

  // How real an event is said to be.
  modality() {
    const kinds = ["happened", "ongoing", "expected", "demanded", "denied"]
    this.screen.actions.set({ modality: kinds[(kinds.indexOf(this.item.modality) + 1) % kinds.length] })
  }

  sameAs() {
    const { desk, item, screen } = this
    if (item.status !== "proposed") return screen.say("Undo the decision first: it is an event of its own by now.")
    const options = desk.lists.events.map(({ id, title, day }) => ({ value: id, label: title, note: day }))
    this.open({
      label: "The same as which event?", hint: "This article then counts as one more report of it.",
      find: query => [...(item.sameAs ? [{ value: null, label: "None: an event of its own" }] : []), ...matching(options, query)],
      onChoose: ({ value }) => screen.actions.set({ sameAs: value }),
    })
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

// The boxes that open on an event's card: its title, how real, who took part, whose stance it shows, a new one.

import { matching } from "./box.js"
import { BASES, EDTF } from "./panels.js"

const ROLES = ["initiator", "target", "participant"]
const MODALITIES = ["happened", "ongoing", "expected", "demanded", "denied"]
const LONGEST_TITLE = 120

export class EventPanels {
  constructor(desk, screen) {
    this.desk = desk
    this.screen = screen
  }

  get item() { return this.desk.shown() }
  get panels() { return this.screen.panels }

  title() {
    this.panels.openForm({
      label: "Event", fields: [{ name: "title", label: "Title", value: this.item.title, isNeeded: true, isLong: true }],
      onDone: values => this.screen.actions.set(values),
    })
  }

  // How real it is said to be: the next of the five.
  modality() {
    this.screen.actions.set({ modality: MODALITIES[(MODALITIES.indexOf(this.item.modality) + 1) % MODALITIES.length] })
  }

  sameAs() {
    const { desk, item, screen } = this
    if (item.status !== "proposed") return screen.say("Undo the decision first: it is an event of its own by now.")
    const options = desk.lists.events.map(({ id, title, day }) => ({ value: id, label: title, note: day }))
    this.panels.open({
      label: "The same as which event?", hint: "This article then counts as one more report of it.",
      find: query => [...(item.sameAs ? [{ value: null, label: "None: an event of its own" }] : []), ...matching(options, query)],
      onChoose: ({ value }) => screen.actions.set({ sameAs: value }),
    })
  }

  // Who took part: one of them in another role or not at all, or somebody more.
  participants() {
    const { desk, item, screen } = this
    if (item?.kind !== "event") return screen.say("Only an event has participants.")
    if (item.sameAs) return screen.say("The event that it is the same as keeps its own participants.")
    const before = item.participants.map(({ ref, role }, at) => ({
      label: desk.actorName(ref), note: `${role}: change or remove`, group: "Took part", act: () => this.role(ref, at),
    }))
    this.panels.who({ label: "Who took part?", before, onChosen: who => this.role(who) })
  }

  // In which role; `at` is the place of a participant who is there.
  role(who, at = this.item.participants.length) {
    const { desk, item, screen } = this
    const there = item.participants[at]
    const roles = [...new Set([...(there ? [there.role] : []), ...ROLES])].map(role => ({ value: role, label: role }))
    const options = there ? [...roles, { value: null, label: "Remove from the event" }] : roles
    this.panels.open({
      label: `${desk.actorName(who)}, as`, find: query => matching(options, query),
      onChoose: ({ value }) => {
        const others = item.participants.filter((_, i) => i !== at)
        const added = value ? [{ ref: who, role: value }] : []
        screen.actions.set({ participants: [...others.slice(0, at), ...added, ...others.slice(at)].map(({ ref, role }) => ({ ref, role })) })
      },
    })
  }

  // Whose stance it shows; with a stance, that is coded at once.
  whose(stance) {
    const { desk, item, screen } = this
    if (item?.kind !== "event") return screen.say("A quote shows where its speaker stands: s changes that.")
    this.panels.who({
      label: "Whose stance does it show?", group: "Took part", likely: item.participants.map(({ ref }) => ref),
      onChosen: actor => {
        const { issue } = desk.cellFor(item)
        desk.active = { item: item.id, issue, actor }
        if (stance !== undefined) screen.actions.stance(stance)
        else if (!issue) this.panels.issue()
        else screen.say(`${desk.actorName(actor)}, on “${desk.issueName(issue)}”: 1–5.`)
      },
    })
  }

  // What an event is that was missed; `onDone` gets its facts as the server reads them.
  add(said, onDone) {
    const kinds = this.desk.lists.eventKinds.map(({ kind, word }) => ({ value: kind, label: word }))
    this.panels.openForm({
      said, label: "New event", done: "Add", hint: `Date: ${EDTF}. Empty: by the article’s date.`,
      fields: [
        { name: "title", label: "What happened", value: said.replace(/\s+/g, " ").slice(0, LONGEST_TITLE), isNeeded: true, isLong: true, isFirst: true },
        { name: "event", label: "Kind", options: [{ value: "", label: "Choose …" }, ...kinds], isNeeded: true },
        { name: "modality", label: "How real", options: MODALITIES.map(value => ({ value, label: value })), value: "happened" },
        { name: "happenedOn", label: "Date", placeholder: "2021-07-24" },
        { name: "happenedBasis", label: "The date is", options: BASES, value: "stated" },
      ],
      onDone: ({ happenedOn, happenedBasis, ...rest }) => onDone({ ...rest, ...(happenedOn && { happenedOn, happenedBasis }), participants: [] }),
    })
  }
}

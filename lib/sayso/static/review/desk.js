// What the coder sees and has decided: the server's items, with what it has not answered yet laid over them.

import { Memory } from "./memory.js"
import { Offsets } from "./offsets.js"
import { asks, coded, foresee, isWaiting } from "./optimistic.js"
import { Outbox, renamed } from "./outbox.js"

export class Desk {
  constructor(dataset, send) {
    this.dataset = dataset
    this.memory = new Memory(dataset)
    this.outbox = new Outbox(this.memory, send)
    this.drafts = this.memory.read("drafts", {})
    this.lastIssue = this.memory.setting("issue")
    this.inOrder = this.memory.setting("in-order", false)
    this.refusals = new Map()
    this.later = []
    this.history = []
    this.items = new Map()
  }

  // The slow-changing part: the article, who and what can be chosen.
  lay(lists) {
    const isOther = lists.article.id !== this.lists?.article.id
    this.lists = lists
    this.actors = new Map(lists.actors.map(actor => [actor.ref, actor]))
    this.drafts = renamed(this.drafts, lists.made) // of actors that were found and have been created since
    if (isOther) this.begin(lists.article)
    return isOther
  }

  begin({ id, text }) {
    this.offsets = new Offsets(text ?? "")
    this.selected = this.memory.read(`at:${id}`)
    this.isFinished = false
    this.history = []
    this.refusals.clear()
  }

  // After every run: the items, what was acknowledged, what was refused.
  hear(state) {
    const isFirst = this.state?.article !== state.article
    this.state = state
    const before = new Map(this.outbox.pending.map(decision => [decision.seq, decision]))
    this.outbox.hear(state.acked, state.session)
    this.rename(state.acked)
    for (const refusal of state.refused) this.refuse(refusal, before.get(refusal.seq))
    if (this.lists?.article.id === state.article) this.rebuild()
    if (state.focus && state.focus.token !== this.focused) {
      this.focused = state.focus.token
      if (!isFirst && this.items.has(state.focus.item)) this.select(state.focus.item)
    }
    while (this.outbox.isEmpty && this.later.length) this.later.shift()() // one at a time: each rests on the answer to the last
  }

  rename({ client, names }) {
    if (client !== this.outbox.client) return
    this.drafts = renamed(this.drafts, names)
    this.lastIssue = renamed(this.lastIssue, names)
    this.selected = renamed(this.selected, names)
    this.history = renamed(this.history, names)
  }

  refuse(refusal, decision) {
    if (refusal.client !== this.outbox.client || !decision) return
    const item = renamed(refusal.item, this.outbox.names)
    if (decision.do === "accept") this.keepDraft(item, decision.edits ?? {})
    this.refusals.set(item, refusal)
    this.isFinished = false
    this.selected = item
    this.alert = refusal
  }

  rebuild() {
    this.items = new Map(this.state.items.map(item => [item.id, this.inward(item)]))
    this.issues = [...this.lists.issues]
    for (const decision of renamed(this.outbox.pending, this.outbox.names)) {
      if (decision.do === "issue" && !this.issues.some(issue => issue.id === decision.issue)) {
        this.issues.push({ id: decision.issue, name: decision.shortName, proposition: decision.proposition })
      }
      if (decision.article === this.lists.article.id) foresee(this.items, decision, this.offsets)
    }
    this.order = [...this.items.values()].sort(this.inOrder ? byPlace : (a, b) => this.byEffect(a, b)).map(item => item.id)
    if (!this.items.has(this.selected)) this.selected = this.nextWaiting() ?? this.order[0]
  }

  // What is decided stands above what waits: the latest decision just above the next.
  byEffect(a, b) {
    const when = item => asks(item) ? Infinity : this.history.indexOf(item.id)
    return compare(when(a), when(b)) || (asks(a) ? a.rank - b.rank : 0) || byPlace(a, b)
  }

  // An item as the server last told it, which a decision on it rests on; while an earlier decision is on its way, only
  // the stances that were saved.
  seen(id) {
    const known = this.state.items.find(each => each.id === id)
    const item = this.items.get(id)
    if (!known || item?.isPending) return item ? { coded: coded(item) } : null
    const { spans, speaker, statements = [] } = known
    const proposed = statements.filter(each => each.isProposed).map(({ issue, stance, condition }) => ({ issue, stance, condition: condition ?? null }))
    return { spans, coded: coded(known), ...(known.kind === "quote" && { speaker: speaker?.ref ?? null, statements: proposed }) }
  }

  inward(item) {
    const { offsets } = this
    const speaker = item.speaker && { ...item.speaker, span: item.speaker.span && offsets.spansToUnits([item.speaker.span])[0] }
    return { ...item, spans: offsets.spansToUnits(item.spans), speaker }
  }

  // An item as its card shows it: what waits, with what the coder has changed so far.
  shown(id = this.selected) {
    const item = this.items.get(id)
    const draft = this.drafts[id]
    if (!item || !draft || !isWaiting(item)) return item
    return { ...item, ...draft, spans: draft.spans ? this.offsets.spansToUnits(draft.spans) : item.spans }
  }

  keepDraft(id, changes) {
    this.drafts[id] = { ...this.drafts[id], ...changes }
    this.memory.keep("drafts", this.drafts)
  }

  dropDraft(id) {
    delete this.drafts[id]
    this.memory.keep("drafts", this.drafts)
  }

  decide(decision) {
    this.refusals.delete(decision.item)
    if (["accept", "reject", "add"].includes(decision.do)) this.history = [...this.history.filter(id => id !== decision.item), decision.item]
    const made = this.outbox.add({ article: this.lists.article.id, ...decision })
    this.rebuild()
    return made
  }

  // A name for what the server has not seen yet.
  name() { return `tmp:${this.outbox.client}:${this.outbox.seq + 1}` }

  // Do something once the server has answered everything.
  whenSettled(act) { this.outbox.isEmpty ? act() : this.later.push(act) }

  select(id) {
    if (!this.items.has(id)) return
    this.selected = id
    this.isFinished = false
    this.memory.keep(`at:${this.lists.article.id}`, id)
  }

  step(by) {
    const at = this.order.indexOf(this.selected)
    this.select(this.order[Math.max(0, Math.min(this.order.length - 1, at + by))])
  }

  // The next that waits after the selected one, from the top again at the end.
  nextWaiting() {
    const at = this.order.indexOf(this.selected)
    const round = [...this.order.slice(at + 1), ...this.order.slice(0, at + 1)]
    return round.find(id => id !== this.selected && asks(this.items.get(id)))
  }

  get nWaiting() { return this.order.filter(id => asks(this.items.get(id))).length }

  sort(inOrder) {
    this.inOrder = inOrder
    this.memory.set("in-order", inOrder)
    this.rebuild()
  }

  useIssue(issue) {
    this.lastIssue = issue
    this.memory.set("issue", issue)
  }

  // What 1–5 code: the issue chosen for this card, else one proposed for it, else the last used; on an event also
  // whose stance: the actor chosen, else the one coded already, else whoever began it.
  cellFor(item) {
    const known = id => this.issues.some(issue => issue.id === id)
    const chosen = renamed(this.active?.item, this.outbox.names) === item.id ? this.active : {}
    const own = item.statements.map(each => each.issue)
    const likely = own.includes(this.lastIssue) ? this.lastIssue : own[0] ?? (known(this.lastIssue) ? this.lastIssue : undefined)
    const issue = known(chosen.issue) ? chosen.issue : likely
    if (item.kind !== "event") return { issue }
    const began = item.participants.find(each => each.role === "initiator") ?? item.participants[0]
    return { issue, actor: this.byNow(chosen.actor) ?? item.statements.find(each => each.issue === issue)?.actor ?? began?.ref }
  }

  // An actor that was found or named here, as the dataset knows it since.
  byNow(who) {
    if (typeof who === "string") return this.lists.made[who] ?? who
    return who && ([...this.actors.values()].find(actor => actor.name === who.name && actor.ref.startsWith("actor:"))?.ref ?? who)
  }

  issueName(id) { return this.issues.find(issue => issue.id === id)?.name ?? id }

  actorName(who) {
    if (!who) return undefined
    return typeof who === "string" ? this.actors.get(who)?.name ?? who.replace(/^\w+:/, "") : who.name
  }
}

const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0

const byPlace = (a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0) || a.rank - b.rank

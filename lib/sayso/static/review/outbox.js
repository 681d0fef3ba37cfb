// Decisions on their way to the server: numbered, kept until acknowledged, sent all together.
// A reload, a lost connection or a restarted server finds them here and sends them again.

const LONG = 3000 // ms that saving may take before it looks stuck

export class Outbox {
  constructor(memory, send) {
    this.memory = memory
    this.send = send
    const kept = memory.read("outbox", {})
    this.client = kept.client ?? crypto.getRandomValues(new Uint32Array(2)).join("-")
    this.seq = kept.seq ?? 0
    this.pending = kept.pending ?? []
    this.names = kept.names ?? {} // what was named here before the server gave it an id
    this.heard = 0
    this.since = Date.now() // when everything was last saved
  }

  get isEmpty() { return this.pending.length === 0 }

  // Decisions that only this tab has, and that the server does not take: closing the tab would lose them.
  get isStuck() { return !this.isEmpty && Date.now() - this.since > LONG }

  // Add a decision and send whatever is not acknowledged; returns the decision.
  add(decision) {
    if (this.isEmpty) this.since = Date.now()
    const numbered = { ...decision, seq: ++this.seq, heard: this.heard }
    this.pending.push(numbered)
    this.keep()
    this.post()
    return numbered
  }

  post() {
    this.sentTo = this.session
    this.send({ client: this.client, session: this.session, decisions: renamed(this.pending, this.names) })
  }

  // What the server says of this tab's decisions; to a server that was started anew the rest is sent again.
  hear({ client, seq, names }, session) {
    this.session = session
    if (client === this.client) {
      Object.assign(this.names, names)
      this.heard = seq
      this.pending = this.pending.filter(decision => decision.seq > seq)
      this.keep()
    }
    if (this.pending.length && this.sentTo !== session) this.post()
  }

  keep() {
    const { client, seq, pending, names } = this
    this.memory.keep("outbox", { client, seq, pending, names })
  }
}

// The same value with every name given here replaced by the server's.
export function renamed(value, names) {
  if (typeof value === "string") return names[value] ?? value
  if (Array.isArray(value)) return value.map(each => renamed(each, names))
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, names)]))
  }
  return value
}

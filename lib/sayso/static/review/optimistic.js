// What a decision does to the items before the server has answered: the card moves on at once.

export const isWaiting = item => item.status === "proposed" || item.status === "unverified"
export const counts = item => item.status === "accepted" || item.status === "edited"

// Whether an item asks for a decision: it waits, or a later search proposed a stance on it.
export const asks = item => isWaiting(item) || counts(item) && Boolean(item.statements?.some(each => each.isProposed))

// `items` (a Map by id) is changed in place; the items in it are replaced, never changed.
export function foresee(items, decision, offsets) {
  const item = items.get(decision.item)
  const put = changed => items.set(decision.item, { ...item, ...changed, isPending: true })
  const edits = inward(decision.edits ?? decision.changes ?? {}, offsets, item)
  switch (decision.do) {
    case "accept": return item && put({ ...edits, status: "accepted", statements: settled(edits.statements ?? item.statements) })
    case "reject": return item && put({ status: "rejected" })
    case "reopen": return item && put({ status: "proposed" })
    case "edit": return item && put(edits)
    case "code": return item && put({ statements: withStance(item.statements, decision) })
    case "uncode": return item && put({ statements: item.statements.filter(each => !isOn(each, decision)) })
    case "add": return items.set(decision.item, added(decision, edits, offsets))
    case "split": return item && split(items, item, offsets.toUnits(decision.at), decision.at)
    case "join": return item && join(items, item, items.get(decision.other))
  }
}

// Whether a stance is the one on this issue; on an event also of this actor.
export const isOn = (coding, cell) => coding.issue === cell.issue && named(coding.actor) === named(cell.actor)

const named = who => who?.name ?? who ?? undefined

// The stances of an item that the server has: what a decision to remove them rests on.
export const coded = item => (item.statements ?? []).filter(each => each.id).map(({ id, stance, condition }) => ({ id, stance, condition: condition ?? null }))

export function withStance(statements, { issue, actor, stance, condition = null }) {
  const next = { issue, actor, stance, condition }
  const known = statements.some(each => isOn(each, next))
  return known ? statements.map(each => isOn(each, next) ? { ...each, ...next, isProposed: false } : each) : [...statements, next]
}

const settled = statements => statements?.map(each => ({ ...each, isProposed: false }))

function inward({ spans, speaker, ...rest }, offsets, item) {
  return {
    ...rest,
    ...(spans && { spans: offsets.spansToUnits(spans) }),
    ...(speaker && { speaker: { ...item?.speaker, ref: speaker } }),
  }
}

function added(decision, edits, offsets) {
  return {
    id: decision.item, kind: decision.kind, status: "accepted", rank: -1, isPending: true, form: "direct",
    statements: [], participants: [], ...edits, spans: offsets.spansToUnits(decision.spans),
  }
}

function split(items, item, at, point) {
  const left = item.spans.filter(([start]) => start < at).map(([start, end]) => [start, Math.min(end, at)])
  const right = item.spans.filter(([, end]) => end > at).map(([start, end]) => [Math.max(start, at), end])
  if (!left.length || !right.length) return
  items.set(item.id, { ...item, spans: left, isPending: true })
  const id = `${item.id}.from-${point}`
  items.set(id, { ...item, id, spans: right, statements: [], rank: item.rank + 0.5, isPending: true })
}

function join(items, item, other) {
  if (!other) return
  const spans = [...item.spans, ...other.spans].sort((a, b) => a[0] - b[0])
  items.set(item.id, { ...item, spans, isPending: true })
  items.set(other.id, { ...other, status: "rejected", isPending: true })
}

// Where the speaker stands, or those whom an event shows: one row per issue and actor, five buttons each.

import { button, el, words } from "./dom.js"
import { isOn } from "./optimistic.js"

export function stanceRows(item, screen) {
  const { desk, panels, eventPanels } = screen
  const active = desk.cellFor(item)
  const known = item.statements.some(each => isOn(each, active))
  const rows = [...item.statements, ...(active.issue && !known && (active.actor || item.kind === "quote") ? [{ ...active, stance: null }] : [])]
  return el("div", { class: "sr-stances" },
    item.kind === "event" && rows.length > 0 && el("span", { class: "sr-label" }, "What it shows"),
    ...rows.map(coding => row(coding, isOn(coding, active), item, screen)),
    el("div", { class: "sr-row" },
      button(rows.length ? "Another issue" : item.kind === "event" ? "Does it show a stance? Choose an issue" : "Choose an issue", () => panels.issue(), { key: "i", name: "issue", class: "sr-button sr-small" }),
      item.kind === "event" && rows.length > 0 && button("Somebody else’s", () => eventPanels.whose(), { key: "w", name: "whose", class: "sr-button sr-small" })))
}

function row(coding, isActive, item, screen) {
  const { desk, panels, actions } = screen
  const { issue, actor } = coding
  const name = `${actor ? `${desk.actorName(actor)}: ` : ""}${desk.issueName(issue)}`
  const key = actor ? `${issue}-${actor.name ?? actor}` : issue
  const choose = () => { desk.active = { item: item.id, issue, actor } }
  const isCoded = coding.stance !== null
  const note = isCoded ? coding.isProposed ? "proposed" : "" : "last used: 1–5 codes on it"
  return el("div", { class: `sr-stance${isActive ? " sr-active" : ""}`, role: "group", "aria-label": name },
    el("div", { class: "sr-stance-name" }, words(name), note && el("small", {}, ` ${note}`)),
    el("div", { class: "sr-scale" }, ...desk.lists.scale.map((step, i) => el("button", {
      type: "button", class: "sr-step", "data-act": `stance-${key}-${step.stance}`, "aria-pressed": String(step.stance === coding.stance),
      title: `${step.word} (${i + 1})`, "aria-label": `${name}: ${step.word}`, style: step.stance === coding.stance ? `background:${step.fill};color:${step.ink}` : undefined,
      onclick: () => { choose(); actions.code({ issue, actor, stance: step.stance, condition: coding.condition ?? null }); screen.render() },
    }, step.sign, el("kbd", { "aria-hidden": "true" }, i + 1)))),
    isCoded && el("div", { class: "sr-row" },
      button(coding.condition ? `if: ${coding.condition}` : "Condition", () => { choose(); panels.condition() }, { key: "c", name: `if-${key}`, class: "sr-button sr-small", dir: "auto" }),
      button("Remove", () => { actions.uncode(coding); screen.render() }, { key: "0", name: `off-${key}`, class: "sr-button sr-small", "aria-label": `Remove the stance on ${name}` })))
}

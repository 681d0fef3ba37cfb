// Where the speaker stands: one row per issue, five buttons each.

import { button, el, words } from "./dom.js"

export function stanceRows(item, screen) {
  const { desk, panels } = screen
  const active = desk.issueFor(item)
  const known = item.statements.some(each => each.issue === active)
  const rows = [...item.statements, ...(active && !known ? [{ issue: active, stance: null }] : [])]
  return el("div", { class: "sr-stances" },
    ...rows.map(coding => row(coding, coding.issue === active, item, screen)),
    button(rows.length ? "Another issue" : "Choose an issue", () => panels.issue(), { key: "i", name: "issue", class: "sr-button sr-small" }))
}

function row(coding, isActive, item, screen) {
  const { desk, panels, actions } = screen
  const name = desk.issueName(coding.issue)
  const choose = () => { desk.active = { item: item.id, issue: coding.issue } }
  const isCoded = coding.stance !== null
  const note = isCoded ? coding.isProposed ? "proposed" : "" : "last used: 1–5 codes on it"
  return el("div", { class: `sr-stance${isActive ? " sr-active" : ""}`, role: "group", "aria-label": name },
    el("div", { class: "sr-stance-name" }, words(name), note && el("small", {}, ` ${note}`)),
    el("div", { class: "sr-scale" }, ...desk.lists.scale.map((step, i) => el("button", {
      type: "button", class: "sr-step", "data-act": `stance-${coding.issue}-${step.stance}`, "aria-pressed": String(step.stance === coding.stance),
      title: `${step.word} (${i + 1})`, "aria-label": `${name}: ${step.word}`, style: step.stance === coding.stance ? `background:${step.fill};color:${step.ink}` : undefined,
      onclick: () => { choose(); actions.code({ issue: coding.issue, stance: step.stance, condition: coding.condition ?? null }); screen.render() },
    }, step.sign, el("kbd", { "aria-hidden": "true" }, i + 1)))),
    isCoded && el("div", { class: "sr-row" },
      button(coding.condition ? `if: ${coding.condition}` : "Condition", () => { choose(); panels.condition() }, { key: "c", name: `if-${coding.issue}`, class: "sr-button sr-small", dir: "auto" }),
      button("Remove", () => { actions.uncode(coding.issue); screen.render() }, { key: "0", name: `off-${coding.issue}`, class: "sr-button sr-small", "aria-label": `Remove the stance on ${name}` })))
}

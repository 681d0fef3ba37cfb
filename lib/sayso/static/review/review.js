// The review: the article on the left, what to decide on the right. Streamlit calls `render` after every run.

import { Actions } from "./actions.js"
import { Article, marksOf } from "./article.js"
import { Card } from "./card.js"
import { Desk } from "./desk.js"
import { button, el, refill, words } from "./dom.js"
import { Keys } from "./keys.js"
import { List } from "./list.js"
import { renamed } from "./outbox.js"
import { Panels } from "./panels.js"
import { EventPanels } from "./panels_event.js"
import { SelectionBar } from "./selection.js"
import { openSheet } from "./sheet.js"
import { summary } from "./summary.js"

const decode = bytes => JSON.parse(new TextDecoder().decode(bytes))
let lists, screen

// Two components feed one screen: `sayso_review_lists` changes rarely and is then not sent again.
export default function render({ name, data, parentElement, setStateValue, setTriggerValue }) {
  if (name === "sayso_review_lists") {
    lists = data
    screen?.lay(data)
    return undefined
  }
  if (screen?.host !== parentElement) {
    screen?.close()
    screen = new Screen(parentElement)
  }
  screen.send = outbox => setStateValue("outbox", outbox)
  screen.tell = (event, value) => setTriggerValue(event, value)
  screen.hear(decode(data))
  if (lists) screen.lay(lists)
  return () => {
    if (screen?.host !== parentElement) return
    screen.close()
    screen = undefined
  }
}

class Screen {
  constructor(host) {
    this.host = host
    this.root = el("div", { class: "sr-desk" })
    this.top = el("header", { class: "sr-top" })
    this.pane = el("article", { class: "sr-article", tabindex: "0", dir: "auto" })
    this.side = el("div", { class: "sr-side" })
    this.end = el("section", { class: "sr-end", "aria-label": "Article done" })
    this.root.append(this.top, this.pane, this.side, this.end)
    host.append(this.root)
    this.article = new Article(this.pane, id => { this.desk.select(id); this.render() })
    this.card = new Card(this.side, this)
    this.list = new List(this.side, this)
    this.keys = new Keys(this)
    this.selectionBar = new SelectionBar(this)
    this.fit = () => this.root.style.setProperty("--sr-above", `${Math.round(this.root.getBoundingClientRect().top + scrolled(this.root))}px`)
    addEventListener("resize", this.fit)
    this.warn = event => { if (this.desk?.outbox.isStuck) event.preventDefault() } // the browser asks before the tab closes
    addEventListener("beforeunload", this.warn)
  }

  lay(bytes) {
    if (bytes === this.bytes || !this.state) return
    const data = decode(bytes)
    if (data.article.id !== this.state.article) return // its items are on their way
    this.bytes = bytes
    if (this.desk?.dataset !== data.dataset) {
      this.desk = new Desk(data.dataset, outbox => this.send(outbox))
      this.actions = new Actions(this.desk, this)
      this.panels = new Panels(this.desk, this)
      this.eventPanels = new EventPanels(this.desk, this)
    }
    if (this.desk.lay(data)) this.article.load({ ...data.article, text: data.article.text ?? "" })
    this.desk.hear(this.state)
    this.fit()
    this.render()
  }

  hear(state) {
    this.state = state
    if (this.desk?.lists?.article.id !== state.article) return
    this.desk.hear(state)
    if (this.desk.alert) this.card.say("") // what was told of the key is not so
    this.desk.alert = undefined
    this.render()
  }

  render() {
    const { desk } = this
    if (!desk?.lists) return
    const isMoved = renamed(this.shown, desk.outbox.names) !== desk.selected // what was added has got its id: the same card
    this.shown = desk.selected
    if (isMoved) this.panels.close?.(), this.picker = undefined
    this.root.classList.toggle("sr-finished", Boolean(desk.isFinished))
    this.root.classList.toggle("sr-choosing", Boolean(this.picker))
    this.drawTop()
    this.article.draw(marksOf([...desk.items.keys()].map(id => desk.shown(id)), desk.selected, this.picker))
    this.card.draw()
    this.list.draw()
    const isEnding = desk.isFinished && !this.end.hasChildNodes()
    refill(this.end, ...(desk.isFinished ? summary(this) : []))
    if (isEnding) this.end.querySelector("h2").focus({ preventScroll: true }) // so that Tab leads to what moved
    const start = this.picker?.spans[0][0] ?? desk.shown()?.spans[0]?.[0]
    if (start !== undefined && (isMoved || this.picker)) this.article.show(start)
  }

  drawTop() {
    const { article } = this.desk.lists
    refill(this.top,
      el("h1", {}, button(words(article.title, article.lang, "b"), () => this.panels.articles(), { key: "g", name: "articles", class: "sr-button sr-heading", "aria-label": `${article.title}. Choose another article` })),
      el("span", { class: "sr-fine", dir: "auto" }, [article.outlet, article.day].filter(Boolean).join(" · ")),
      el("a", { class: "sr-link sr-fine", href: `article?${new URLSearchParams({ dataset: this.desk.lists.datasetTitle, article: article.label })}` }, "Correct"),
      this.desk.outbox.isEmpty ? undefined : el("span", { class: "sr-fine sr-saving" }, `saving ${this.desk.outbox.pending.length} …`),
      button("Keys", () => openSheet(this.root), { key: "?", name: "sheet", class: "sr-button sr-small" }))
  }

  // A key: true if it was ours.
  press(event, name) {
    if (!this.desk?.lists) return false
    if (this.picker) return this.pick(event)
    if (!name) return false
    if (this.desk.isFinished && !["accept", "previous", "undo", "redo", "sheet", "articles"].includes(name)) return false
    this.act(name, event.key)
    return true
  }

  pick(event) {
    const { picker } = this
    if (event.key === "Enter" || event.key === "Escape") {
      this.card.say("")
      if (event.key === "Enter") picker.onDone(picker.spans)
      this.picker = undefined
      this.render()
      return true
    }
    return picker.press(event)
  }

  // Do what a key or a button stands for.
  act(name, key) {
    const { actions, panels, eventPanels, desk } = this
    this.card.say("")
    const done = {
      stance: () => actions.stance(Number(key) - 3), uncode: () => actions.uncode(), sheet: () => openSheet(this.root),
      sort: () => desk.sort(!desk.inOrder), speaker: () => panels.speaker(), issue: () => panels.issue(), condition: () => panels.condition(),
      credibility: () => panels.credibility(), date: () => panels.date(), kind: () => panels.kind(), articles: () => panels.articles(),
      participants: () => eventPanels.participants(), whose: () => eventPanels.whose(),
      merge: () => actions.item?.kind === "event" ? eventPanels.modality() : actions.merge(),
      previous: () => desk.isFinished ? (desk.isFinished = false) : actions.previous(),
    }[name] ?? (() => actions[name]())
    done()
    this.render()
  }

  open(article) {
    if (article) this.tell("open", { article, at: Date.now() })
  }

  say(text) { this.card.say(text) }

  // After a box has closed, keys mean what they mean on the card.
  focus() { this.card.root.focus({ preventScroll: true }) }

  close() {
    this.keys.close()
    this.selectionBar.close()
    removeEventListener("resize", this.fit)
    removeEventListener("beforeunload", this.warn)
    this.root.remove()
  }
}

// How far the page has been scrolled: the desk's place is where it would be without.
const scrolled = node => node.closest(".stMain")?.scrollTop ?? scrollY

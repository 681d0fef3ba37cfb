// Reading a chart by keyboard: arrows move over the marks, Enter is a click, Escape leaves.

import { findMarks, step } from "./marks.js"

const SETTLED = 70 // ms: Plotly shows at most one hover in 50
const MOVES = new Set(["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"])

export class Keyboard {
  constructor(frame, chart) {
    this.frame = frame
    this.chart = chart
    this.current = undefined
    frame.plot.addEventListener("keydown", event => this.pressed(event))
    frame.plot.addEventListener("blur", () => this.leave())
    frame.plot.addEventListener("pointerdown", () => this.leave())
  }

  // After each drawing: what the chart is to a screen reader, and the ring where its mark is now.
  refresh(alt, clickable) {
    this.marks = undefined
    const { plot } = this.frame
    const readable = this.all().length > 0
    plot.tabIndex = readable ? 0 : -1
    plot.setAttribute("role", readable ? "application" : "img")
    plot.setAttribute("aria-roledescription", "chart")
    plot.setAttribute("aria-label", readable ? `${alt} Arrow keys read the marks${clickable ? ", Enter opens one" : ""}.` : alt)
    if (!this.current) return
    const same = this.all().find(m => m.curve === this.current.curve && String(m.point) === String(this.current.point))
    same ? this.show(same) : this.leave()
  }

  all() {
    return this.marks ??= findMarks(this.frame.canvas)
  }

  pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (MOVES.has(event.key)) {
      const next = step(this.all(), this.current, event.key)
      if (next) this.show(next)
    } else if ((event.key === "Enter" || event.key === " ") && this.current) {
      this.after(() => this.chart.clicked(this.frame.canvas._hoverdata?.[0]))
    } else if (event.key === "Escape") {
      this.leave()
      this.frame.plot.blur()
    } else return
    event.preventDefault()
    event.stopPropagation() // Streamlit has page-wide shortcuts
  }

  show(mark) {
    const { ring, canvas, live } = this.frame
    this.current = mark
    const width = Math.max(24, mark.w), height = Math.max(24, mark.h)
    Object.assign(ring.style, {
      left: `${mark.x - width / 2}px`, top: `${mark.y - height / 2}px`, width: `${width}px`, height: `${height}px`,
    })
    ring.hidden = false
    ring.scrollIntoView({ block: "nearest", inline: "nearest" })
    window.Plotly.Fx.hover(canvas, [{ curveNumber: mark.curve, ...mark.aim }])
    this.after(() => { live.textContent = spoken(canvas) })
  }

  after(act) {
    const mark = this.current
    setTimeout(() => this.current === mark && act(), SETTLED)
  }

  leave() {
    this.current = undefined
    this.frame.ring.hidden = true
    this.frame.live.textContent = ""
    if (this.frame.canvas._fullLayout) window.Plotly.Fx.unhover(this.frame.canvas)
  }
}

// The hover label as it stands, line by line.
function spoken(canvas) {
  return Array.from(canvas.querySelectorAll(".hoverlayer .hovertext text"), text => {
    const lines = Array.from(text.querySelectorAll("tspan.line"), line => line.textContent)
    return (lines.length ? lines : [text.textContent]).join(", ")
  }).filter(Boolean).join(". ")
}

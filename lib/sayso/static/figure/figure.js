// One chart on the page: drawn once, then changed in place.

import { buildFrame, drawHeads, rowWidth } from "./frame.js"
import { Keyboard } from "./keyboard.js"
import { fitLabels, spaceDates } from "./labels.js"
import { loadPlotly } from "./plotly.js"
import { dress, palette, resolve } from "./theme.js"

const charts = new WeakMap()
const touch = matchMedia("(pointer: coarse)")

// Streamlit calls this after every run and every change of theme.
export default function render({ data, parentElement, setTriggerValue }) {
  if (!charts.has(parentElement)) charts.set(parentElement, new Chart(parentElement))
  const chart = charts.get(parentElement)
  chart.send = setTriggerValue
  chart.update(data)
  return () => {
    charts.delete(parentElement)
    chart.close()
  }
}

class Chart {
  constructor(host) {
    this.host = host
    this.frame = buildFrame(host)
    this.keyboard = new Keyboard(this.frame, this)
    this.observer = new ResizeObserver(() => this.fit())
    this.observer.observe(this.frame.root)
    this.onPrint = event => this.redraw(event.type === "beforeprint")
    addEventListener("beforeprint", this.onPrint)
    addEventListener("afterprint", this.onPrint)
  }

  async update(bytes) {
    const colours = palette(this.host)
    if (this.bytes && sameBytes(bytes, this.bytes) && JSON.stringify(colours) === JSON.stringify(this.colours)) return
    this.bytes = bytes
    this.colours = colours
    if (this.busy) return // the run under way ends by drawing the newest
    this.busy = true
    try {
      const plotly = await loadPlotly()
      await Promise.race([document.fonts.ready, new Promise(done => setTimeout(done, 400))])
      if (below(this.host)) await painted() // what the reader sees is drawn first
      if (!this.closed) await this.draw(plotly, this.colours)
    } catch (error) {
      this.fail(error)
    } finally {
      this.busy = false
    }
    if (this.bytes !== this.drawn && !this.failed && !this.closed) this.update(this.bytes)
  }

  async draw(plotly, colours) {
    const bytes = this.bytes
    const document = JSON.parse(new TextDecoder().decode(bytes))
    const { canvas, root, note } = this.frame
    this.document = document
    const { layout = {}, data = [] } = resolve(document.figure, colours)
    this.place(layout)
    const headed = Boolean(document.heads)
    if (headed || touch.matches) layout.dragmode = false // a finger scrolls
    note.hidden = true
    root.classList.toggle("sf-clickable", document.clickable)
    const first = !canvas._fullLayout
    const { l = 0, r = 0 } = layout.margin ?? {}
    spaceDates(layout, this.width)
    await plotly.react(canvas, fitLabels(data, layout, this.width - l - r, colours.font), dress(layout, colours), {
      displaylogo: false,
      displayModeBar: headed || touch.matches ? false : "hover",
      modeBarButtons: [["toImage", "resetScale2d"]],
      toImageButtonOptions: { scale: 2 },
      doubleClick: "reset",
      showTips: false,
    })
    if (first) this.listen()
    this.drawn = bytes
    this.failed = false
    this.keyboard.refresh(document.alt, document.clickable)
  }

  // The plot's size, and for a matrix its bare cells with the heads around them.
  place(layout) {
    const { heads, height } = this.document
    const { root, scroll } = this.frame
    this.width = root.clientWidth
    layout.autosize = false
    if (heads) {
      const room = this.width - rowWidth(heads, this.width)
      const grow = Math.max(1, Math.min(heads.stretch, room / heads.width))
      drawHeads(this.frame, heads, grow, this.width)
      scroll.style.maxHeight = `min(${height}px, 88vh)`
      Object.assign(layout, {
        width: heads.width * grow, height: heads.height, title: undefined, showlegend: false,
        margin: { l: 0, r: 0, t: 0, b: 0, pad: 0, autoexpand: false },
      })
      for (const name of ["xaxis", "yaxis"]) {
        layout[name] = { ...layout[name], showticklabels: false, ticks: "", title: undefined, automargin: false, fixedrange: true }
      }
    } else {
      drawHeads(this.frame, undefined)
      scroll.style.maxHeight = ""
      Object.assign(layout, { width: this.width, height })
    }
  }

  fit() {
    const { root, canvas } = this.frame
    if (!canvas._fullLayout || !root.clientWidth || root.clientWidth === this.width) return
    this.redraw()
  }

  redraw(printing = false) {
    if (this.drawn && !this.closed) this.draw(window.Plotly, printing ? palette(this.host, true) : this.colours)
  }

  listen() {
    const { canvas, root } = this.frame
    canvas.on("plotly_click", event => this.clicked(event.points?.[0]))
    canvas.on("plotly_hover", () => root.classList.add("sf-over"))
    canvas.on("plotly_unhover", () => root.classList.remove("sf-over"))
    canvas.on("plotly_relayout", change => this.zoomed(change))
    canvas.on("plotly_afterplot", () => { this.keyboard.marks = undefined })
  }

  clicked(point) {
    if (!point || !this.document.clickable) return
    const { customdata = null, x = null, y = null } = point
    this.send("click", { data: customdata, x, y, trace: point.data?.name ?? "" })
  }

  zoomed(change) {
    if (!this.document.zoomable || !Object.keys(change).some(name => name.startsWith("xaxis."))) return
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => {
      const { range, autorange } = this.frame.canvas._fullLayout.xaxis
      this.send("zoom", autorange || "xaxis.autorange" in change ? { start: null, end: null } : { start: range[0], end: range[1] })
    }, 350)
  }

  fail(error) {
    console.error("Sayso: the chart could not be drawn", error)
    this.failed = true
    const { alt } = JSON.parse(new TextDecoder().decode(this.bytes))
    this.frame.note.textContent = `The chart could not be drawn; its table has the same numbers. ${alt}`
    this.frame.note.hidden = false
  }

  close() {
    this.closed = true
    clearTimeout(this.waiting)
    this.observer.disconnect()
    removeEventListener("beforeprint", this.onPrint)
    removeEventListener("afterprint", this.onPrint)
    window.Plotly?.purge(this.frame.canvas)
    this.frame.root.remove()
  }
}

const below = host => host.getBoundingClientRect().top > innerHeight

const painted = () => new Promise(done => {
  requestAnimationFrame(() => setTimeout(done))
  setTimeout(done, 100) // a hidden tab paints nothing
})

function sameBytes(a, b) {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]))
}

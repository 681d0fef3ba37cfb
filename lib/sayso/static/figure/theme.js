// The theme's colours, and figures dressed in them.

const PRINT = { ink: [17, 17, 17], paper: [255, 255, 255], panel: [245, 245, 245], accent: [91, 42, 86] }
const SOURCE = {
  ink: "--st-text-color", paper: "--st-background-color",
  panel: "--st-secondary-background-color", accent: "--st-primary-color",
}
// Data is never read for tokens: what an article says stays what it says.
const DATA = new Set(["x", "y", "z", "text", "hovertext", "customdata", "ids", "labels", "values", "ticktext", "name"])
const TOKEN = /^var\(--([a-z]+)\)$/

export function palette(host, printing = false) {
  const style = getComputedStyle(host)
  const probe = document.createElement("i")
  host.append(probe)
  const base = printing ? PRINT : Object.fromEntries(Object.entries(SOURCE).map(([name, variable]) => {
    probe.style.color = style.getPropertyValue(variable)
    return [name, getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number)]
  }))
  probe.remove()
  const mix = share => base.ink.map((ink, i) => Math.round(ink * share + base.paper[i] * (1 - share)))
  const rgb = parts => `rgb(${parts.join(",")})`
  return {
    ink: rgb(base.ink), paper: rgb(base.paper), panel: rgb(base.panel), accent: rgb(base.accent),
    muted: rgb(mix(0.66)), faint: rgb(mix(0.45)), line: rgb(mix(0.3)), grid: rgb(mix(0.11)),
    font: style.getPropertyValue("--st-font") || "sans-serif",
  }
}

export function resolve(value, colours) {
  if (typeof value === "string") {
    const token = TOKEN.exec(value)
    return token ? colours[token[1]] ?? value : value
  }
  if (Array.isArray(value)) return value.map(item => resolve(item, colours))
  if (!value || typeof value !== "object" || "bdata" in value) return value
  for (const name of Object.keys(value)) {
    if (!DATA.has(name)) value[name] = resolve(value[name], colours)
  }
  return value
}

// What a figure leaves open gets the page's look.
export function dress(layout, colours) {
  const template = layout.template?.layout ?? {}
  const fill = (name, values) => { layout[name] = { ...values, ...template[name], ...layout[name] } }
  layout.paper_bgcolor ??= template.paper_bgcolor ?? colours.paper
  layout.plot_bgcolor ??= template.plot_bgcolor ?? "rgba(0,0,0,0)"
  layout.uirevision ??= "kept"
  layout.hovermode ??= template.hovermode ?? "closest"
  fill("font", { color: colours.ink, family: colours.font })
  fill("hoverlabel", {
    bgcolor: colours.paper, bordercolor: colours.line, align: "left",
    font: { color: colours.ink, family: colours.font, size: 13 },
  })
  fill("modebar", { bgcolor: "rgba(0,0,0,0)", color: colours.faint, activecolor: colours.ink })
  for (const name of new Set(["xaxis", "yaxis", ...Object.keys(layout).filter(n => /^[xy]axis\d+$/.test(n))])) {
    const kind = template[name.slice(0, 5)]
    layout[name] = { gridcolor: colours.grid, zerolinecolor: colours.line, linecolor: colours.line, ...kind, ...layout[name] }
  }
  return layout
}

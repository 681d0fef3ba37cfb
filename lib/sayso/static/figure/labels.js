// Words beside marks where the plot may be narrow: each on the side that has room, in the order given;
// one that would lie over another is left out, for its mark and the page's boxes still name it.

const GAP = 12 // px between a mark and its words, and between two labels
const pen = document.createElement("canvas").getContext("2d")

// The traces that ask for it (meta: "fit"), on date axes with a range, in a plot of `width` px.
export function fitLabels(data, layout, width, family) {
  return data.map(trace => {
    if (trace.meta !== "fit") return trace
    const { range } = layout[(trace.xaxis ?? "x").replace(/^x/, "xaxis")]
    const [low, high] = range.map(day => Date.parse(day))
    pen.font = `${trace.textfont.size}px ${family}`
    return { ...trace, ...placed(trace, moment => (Date.parse(moment) - low) / (high - low) * width, width) }
  })
}

function placed(trace, pixel, width) {
  const taken = []
  const text = [], textposition = []
  trace.text.forEach((words, i) => {
    const at = pixel(trace.x[i]), size = pen.measureText(words).width + GAP
    const right = { side: "middle right", start: at, end: at + size }
    const left = { side: "middle left", start: at - size, end: at }
    const room = [right, left].find(({ start, end }) => start >= 0 && end <= width
      && !taken.some(other => other.row === trace.y[i] && other.start < end && start < other.end))
    if (room) taken.push({ ...room, row: trace.y[i] })
    text.push(room ? words : "")
    textposition.push(room ? room.side : "middle right")
  })
  return { text, textposition }
}

// At most a date for each 80 px, so that they stand level.
export function spaceDates(layout, width) {
  for (const name of Object.keys(layout).filter(n => /^xaxis\d*$/.test(n) && layout[n].type === "date")) {
    const { nticks } = layout[name]
    if (nticks) Object.assign(layout[name], { nticks: Math.min(nticks, Math.max(2, Math.floor(width / 80))), tickangle: 0 })
  }
}

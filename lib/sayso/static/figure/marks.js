// Where a plot's marks are, in the order in which they are read.

const axisOf = (gd, id) => gd._fullLayout[id.replace(/^([xy])/, "$1axis")]
const asPixel = (axis, value) => axis._offset + axis.c2p(value)

// Every mark that hovering can reach: { curve, point, aim, x, y, w, h, row }, in pixels of the plot;
// `aim` is what Plotly.Fx.hover needs to find it.
export function findMarks(gd) {
  return (gd.calcdata ?? []).flatMap(points => {
    const trace = points[0]?.trace
    if (!trace || trace.visible !== true || trace.hoverinfo === "skip" || !trace.xaxis) return []
    const x = axisOf(gd, trace.xaxis)
    const y = axisOf(gd, trace.yaxis)
    const found = trace.type === "heatmap" ? cells(points[0], x, y) : dots(points, trace, x, y)
    return found.filter(mark => inside(mark.x, x) && inside(mark.y, y)).map(mark => ({ ...mark, curve: trace.index }))
  })
}

function cells(matrix, x, y) {
  const across = edges(matrix.x, x)
  return edges(matrix.y, y).flatMap((down, row) => across.map((over, column) => (
    // Plotly 4.1 finds a heatmap's cell by its values only, not by [row, column].
    {
      point: [row, column], aim: { xval: over.value, yval: down.value },
      x: over.middle, y: down.middle, w: over.size, h: down.size, row: Math.round(down.middle),
    }
  )))
}

function edges(bounds, axis) {
  const at = Array.from(bounds, value => asPixel(axis, value))
  return at.slice(1).map((end, i) => (
    { middle: (at[i] + end) / 2, size: Math.abs(end - at[i]), value: (bounds[i] + bounds[i + 1]) / 2 }
  ))
}

function dots(points, trace, x, y) {
  const named = y.type === "category" || y.type === "multicategory"
  return points.flatMap((p, i) => {
    const bar = trace.type === "bar"
    const [px, py] = bar && p.ct ? [x._offset + p.ct[0], y._offset + p.ct[1]] : [asPixel(x, p.x), asPixel(y, p.y)]
    if (!Number.isFinite(px) || !Number.isFinite(py)) return []
    const size = Math.max(24, (p.mrc ?? 8) * 2 + 8)
    // Along a category axis a row is a category; elsewhere it is a line, read from left to right.
    const row = named ? Math.round(py) : (bar ? 0 : 1e6 + trace.index)
    return [{ point: i, aim: { pointNumber: i }, x: px, y: py, w: size, h: size, row }]
  })
}

const inside = (at, axis) => at >= axis._offset - 1 && at <= axis._offset + axis._length + 1

// The mark that `key` leads to from `current` (both may be undefined).
export function step(marks, current, key) {
  const rows = [...Map.groupBy(marks, mark => mark.row).entries()].sort(([a], [b]) => a - b)
    .map(([, row]) => row.sort((a, b) => a.x - b.x))
  const reading = rows.flat()
  const here = current && reading.findIndex(m => m.curve === current.curve && String(m.point) === String(current.point))
  if (here === undefined || here < 0) return reading[0]
  const row = rows.findIndex(r => r.includes(reading[here]))
  const nearest = r => r && r.reduce((best, m) => Math.abs(m.x - reading[here].x) < Math.abs(best.x - reading[here].x) ? m : best)
  switch (key) {
    case "ArrowRight": return reading[here + 1] ?? reading[here]
    case "ArrowLeft": return reading[here - 1] ?? reading[here]
    case "ArrowDown": return nearest(rows[row + 1]) ?? reading[here]
    case "ArrowUp": return nearest(rows[row - 1]) ?? reading[here]
    case "Home": return rows[row][0]
    case "End": return rows[row].at(-1)
  }
}

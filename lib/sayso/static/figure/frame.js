// The elements around a plot: sticky heads, the ring on the current mark, the words for a screen reader.

export function el(name, className, text, parent) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text // never innerHTML: heads come from data
  parent?.append(made)
  return made
}

export function buildFrame(host) {
  const root = el("div", "sayso-figure", undefined, host)
  const scroll = el("div", "sf-scroll", undefined, root)
  const sheet = el("div", "sf-sheet", undefined, scroll)
  const heads = ["sf-corner", "sf-columns", "sf-rows"].map(name => el("div", name, undefined, sheet))
  for (const head of heads) head.setAttribute("aria-hidden", "true")
  const plot = el("div", "sf-plot", undefined, sheet)
  const canvas = el("div", "sf-canvas", undefined, plot)
  const ring = el("div", "sf-ring", undefined, plot)
  ring.hidden = true
  const live = el("div", "sf-unseen", undefined, root)
  live.setAttribute("aria-live", "polite")
  const note = el("p", "sf-note", undefined, root)
  note.hidden = true
  return { root, scroll, sheet, corner: heads[0], columns: heads[1], rows: heads[2], plot, canvas, ring, live, note }
}

// Draw the heads for cells stretched by `grow`; the next call replaces them all.
export function drawHeads(frame, heads, grow, available) {
  frame.root.classList.toggle("sf-headed", Boolean(heads))
  for (const part of [frame.corner, frame.columns, frame.rows]) part.replaceChildren()
  if (!heads) return
  const grouped = heads.column_groups.length > 0
  frame.sheet.style.setProperty("--sf-rows", `${rowWidth(heads, available)}px`)
  frame.sheet.style.setProperty("--sf-groups", grouped ? "26px" : "0px")
  frame.sheet.style.setProperty("--sf-columns", `${heads.column_height + (grouped ? 26 : 0)}px`)
  el("span", "", heads.corner, frame.corner)
  for (const group of heads.column_groups) place(frame.columns, group, "sf-group", "left", "width", grow)
  for (const head of heads.columns) {
    const cell = place(frame.columns, head, "sf-head", "left", "width", grow)
    cell.classList.toggle("sf-upright", head.size * grow < 52)
  }
  for (const group of heads.row_groups) place(frame.rows, group, "sf-group", "top", "height", 1)
  for (const head of heads.rows) place(frame.rows, head, "sf-head", "top", "height", 1)
  frame.rows.classList.toggle("sf-grouped", heads.row_groups.length > 0)
}

// On a phone the names give way before the cells do.
export const rowWidth = (heads, available) => Math.min(heads.row_width, Math.max(96, available * 0.36))

function place(parent, head, className, start, size, grow) {
  const cell = el("div", className, undefined, parent)
  cell.style[start] = `${head.start * grow}px`
  cell.style[size] = `${head.size * grow}px`
  cell.title = [head.label, head.note].filter(Boolean).join("\n")
  const words = el("span", "sf-words", undefined, cell)
  const line = el("span", "sf-label", undefined, words)
  if (head.swatch) el("i", "sf-swatch", undefined, line).style.backgroundColor = head.swatch
  const label = el("bdi", "", head.label, line)
  label.dir = "auto"
  if (head.lang) label.lang = head.lang
  const note = head.note ? el("small", "", head.note, words) : undefined
  if (size === "height") line.style.webkitLineClamp = Math.max(1, Math.floor((head.size - (note?.offsetHeight ?? 0)) / 15.5)) // whole lines; the note stays
  return cell
}

// The component's entry. Streamlit sends this text with every chart, so it only fetches the real module.
const streamlit = document.querySelector('script[src*="/static/js/"]')?.src ?? `${location.origin}/static/js/`
const module = new URL("../../app/static/figure/figure.js", streamlit)

function sayWhy({ data, parentElement }) {
  let alt = ""
  try { alt = JSON.parse(new TextDecoder().decode(data)).alt } catch { /* nothing to add */ }
  const note = parentElement.querySelector("p") ?? parentElement.appendChild(document.createElement("p"))
  note.textContent = `The chart could not be loaded; its table is below. ${alt}`
}

let draw
try {
  draw = (await import(module)).default
} catch (error) {
  console.error("Sayso: the chart script did not load", error)
  draw = sayWhy
}
export default draw

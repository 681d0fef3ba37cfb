// The components' entry. Streamlit sends this text with every run, so it only fetches the real module.
const streamlit = document.querySelector('script[src*="/static/js/"]')?.src ?? `${location.origin}/static/js/`
const module = new URL("../../app/static/review/review.js", streamlit)

function sayWhy({ parentElement }) {
  const note = parentElement.querySelector("p") ?? parentElement.appendChild(document.createElement("p"))
  note.textContent = "The review could not be loaded. Nothing was changed; reload the page to try again."
}

let render
try {
  render = (await import(module)).default
} catch (error) {
  console.error("Sayso: the review script did not load", error)
  render = sayWhy
}
export default render

// The component's entry. Streamlit sends this text with every row of buttons, so it only fetches the real module.
const streamlit = document.querySelector('script[src*="/static/js/"]')?.src ?? `${location.origin}/static/js/`
const module = new URL("../../app/static/picture/picture.js", streamlit)

let draw = () => {}
try {
  draw = (await import(module)).default
} catch (error) {
  console.error("Sayso: the script for pictures did not load", error)
}
export default draw

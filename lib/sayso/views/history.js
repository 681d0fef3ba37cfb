// One entry in the browser's history for each thing the reader does.
//
// Streamlit adds one for every parameter that a run changes, and one when a page drops its own parameters
// before the next page's address is set: Back would stop at views that nobody saw.
function oneEntryAnAct() {
  let acted = false
  const push = history.pushState.bind(history)
  history.pushState = (state, title, url) => {
    if (acted) push(state, title, url)
    else history.replaceState(state, title, url)
    acted = false
  }
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => { acted = true }, true)
  addEventListener("popstate", () => { acted = false })
}

if (!window.saysoHistory) {
  window.saysoHistory = true
  oneEntryAnAct()
}
export default function nothingToDraw() {}

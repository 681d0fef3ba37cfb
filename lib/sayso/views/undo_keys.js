// Ctrl+Z in a text field takes back what was typed there, and nothing else.
//
// Streamlit's shortcuts with Ctrl also fire while someone types; here they are kept from hearing it.
function isTyping(event) {
  const [target] = event.composedPath()
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))
}

if (!window.saysoUndoKeys) {
  window.saysoUndoKeys = true
  addEventListener("keydown", (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z"
    if (isUndo && isTyping(event)) event.stopImmediatePropagation()
  }, true)
}
export default function nothingToDraw() {}

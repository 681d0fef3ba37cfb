// Brings a part of the page to where the reader looks, once for each time it is asked for.
export default function bring({ data }) {
  if (window.saysoBrought === data.turn) return
  window.saysoBrought = data.turn
  const part = document.querySelector(`.st-key-${CSS.escape(data.key)}`)
  if (!part) return
  const { top } = part.getBoundingClientRect()
  if (top < 0 || top > innerHeight / 2) part.scrollIntoView({ block: "start" })
  part.querySelector("input, textarea, button")?.focus({ preventScroll: true })
}

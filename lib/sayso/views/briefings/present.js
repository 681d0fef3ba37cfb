// A briefing by keys, and each chart as large as its screen lets it be.

const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"])
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"])
const LARGEST = 2.4
const own = { at: 1, count: 1, pending: undefined }
let black

function isOperating(event) {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || (/^(BUTTON|A|SUMMARY)$/.test(target.tagName) && /^( |Enter)$/.test(event.key))
}

function pressed(event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isOperating(event)) return
  const { key } = event
  if (key === "b" || key === "B" || key === ".") return handled(event, () => darken(!black))
  if (key === "Escape") return handled(event, () => black ? darken(false) : own.send("escape", Date.now()))
  if (own.open || own.scrolls) return // words are read by scrolling
  const target = FORWARD.has(key) ? own.at + 1 : BACK.has(key) ? own.at - 1 : key === "Home" ? 1 : key === "End" ? own.count : undefined
  if (target === undefined) return
  handled(event, () => {
    if (black) return darken(false)
    const next = Math.max(1, Math.min(own.count, target))
    if (next === own.at) return
    own.at = own.pending = next // a second press need not wait for the first to be drawn
    own.send("at", next)
  })
}

// Heard before the chart, which still has the focus where its mark has just opened the quotes.
function closed(event) {
  if (event.key === "Escape" && !black && document.querySelector(".st-key-present-quotes")) handled(event, () => own.send("escape", Date.now()))
}

function handled(event, act) {
  event.preventDefault()
  event.stopPropagation()
  act()
}

function darken(on) {
  black?.remove()
  black = undefined
  if (!on) return
  black = document.createElement("div")
  black.className = "sy-black"
  black.setAttribute("role", "status")
  black.setAttribute("aria-label", "The screen is black. B shows it again.")
  black.addEventListener("click", () => darken(false))
  document.body.append(black)
}

// Charts keep their own pixels: the stage around them is enlarged, not their type.
function fit() {
  for (const mark of document.querySelectorAll(".sy-stage")) {
    const stage = mark.closest('[class*="st-key-stage-"]')
    const chart = stage?.querySelector('[data-testid^="stBidiComponent"]')
    if (!chart) continue
    const { width, height } = mark.dataset
    const box = stage.getBoundingClientRect()
    const words = stage.parentElement?.querySelector(":scope .sy-judged")?.getBoundingClientRect().height ?? 0
    const tall = innerHeight - box.top - words - 64, wide = stage.clientWidth
    const scale = own.scrolls ? 1 : Math.max(0.75, Math.min(LARGEST, tall / (Number(height) + 8), wide / (Number(width) || 720)))
    const size = own.scrolls ? "" : `${Math.floor(wide / scale)}px`
    if (chart.dataset.scale === `${scale.toFixed(3)} ${size}`) continue
    chart.dataset.scale = `${scale.toFixed(3)} ${size}`
    Object.assign(chart.style, { width: size, transform: scale === 1 ? "" : `scale(${scale})`, transformOrigin: "0 0" })
    stage.style.height = own.scrolls ? "" : `${Math.ceil(Number(height) * scale) + 16}px`
  }
}

const narrow = matchMedia("(max-width: 700px)")
const turned = () => { if (narrow.matches !== Boolean(own.scrolls)) own.send("scroll", narrow.matches) }
let watch, resting

function moved() {
  document.documentElement.classList.add("sy-pointer")
  clearTimeout(resting)
  resting = setTimeout(() => document.documentElement.classList.remove("sy-pointer"), 2500)
}

function start() {
  if (watch) return
  watch = setInterval(fit, 150) // charts come when they come
  addEventListener("keydown", closed, true)
  addEventListener("keydown", pressed)
  addEventListener("resize", fit)
  addEventListener("pointermove", moved)
  narrow.addEventListener("change", turned)
}

function stop() {
  clearInterval(watch)
  watch = own.pending = undefined
  darken(false)
  removeEventListener("keydown", closed, true)
  removeEventListener("keydown", pressed)
  removeEventListener("resize", fit)
  removeEventListener("pointermove", moved)
  narrow.removeEventListener("change", turned)
}

// Streamlit calls this after every run, and once more with what it knew before when something is sent.
export default function present({ data, setTriggerValue }) {
  const { at } = own
  Object.assign(own, data, { send: setTriggerValue })
  if (data.at === own.pending) own.pending = undefined
  if (own.pending !== undefined) own.at = at
  start()
  turned()
  fit()
  document.querySelector(".st-key-present-close button")?.focus({ preventScroll: true })
  return stop
}

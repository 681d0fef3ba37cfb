// Runs in the measured page, before its own scripts: all times are the page's own clock.
(() => {
  const twoFrames = then => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())))
  const found = ({ selector, text }) => Array.from(document.querySelectorAll(selector)).some(e => e.textContent.includes(text ?? ""))

  // Resolves two frames after `target` first stands in the page.
  const shown = target => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${target.selector} did not show`)), 30000)
    const look = () => {
      if (!found(target)) return false
      clearTimeout(late)
      observer.disconnect()
      twoFrames(resolve)
      return true
    }
    const observer = new MutationObserver(look)
    if (!look()) observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label"] })
  })

  const firstEvent = name => new Promise(resolve => addEventListener(name, e => resolve(e.timeStamp), { capture: true, once: true }))

  // From the next click until `target` stands there.
  const switched = target => {
    const clicked = firstEvent("click")
    return clicked.then(start => shown(target).then(end => end - start))
  }

  // From the next key press until two frames after the last change inside `selector`.
  const changed = selector => new Promise((resolve, reject) => {
    let start, end, latest = 0
    firstEvent("keydown").then(at => { start = at })
    const inside = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(selector)
    const brings = node => node.nodeType === 1 && (node.matches(selector) || node.querySelector(selector))
    const observer = new MutationObserver(records => {
      if (start === undefined || !records.some(r => inside(r.target) || Array.from(r.addedNodes).some(brings))) return
      const mine = ++latest
      twoFrames(now => { if (mine === latest) end = now })
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    const began = performance.now()
    const timer = setInterval(() => {
      const idle = document.querySelector(".stApp")?.dataset.testScriptState === "notRunning"
      const over = performance.now() - began > 15000
      if (!over && !(idle && end !== undefined && performance.now() - end > 400)) return
      clearInterval(timer)
      observer.disconnect()
      end === undefined ? reject(new Error(`nothing changed in ${selector}`)) : resolve(end - start)
    }, 50)
  })

  const looks = selector => Array.from(document.querySelectorAll(selector), e => e.innerHTML).join("\n")

  window.bench = { shown, switched, changed, looks }
  if (window.benchTarget) window.benchOpened = shown(window.benchTarget)
})()

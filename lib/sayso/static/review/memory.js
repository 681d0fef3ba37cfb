// What outlives a reload: in this tab (decisions, drafts, place), and on this computer (settings).

const PREFIX = "sayso-review"

export class Memory {
  constructor(dataset) { this.dataset = dataset }

  read(name, fallback) { return parse(sessionStorage, `${PREFIX}:${this.dataset}:${name}`, fallback) }

  keep(name, value) { store(sessionStorage, `${PREFIX}:${this.dataset}:${name}`, value) }

  setting(name, fallback) { return parse(localStorage, `${PREFIX}:${this.dataset}:${name}`, fallback) }

  set(name, value) { store(localStorage, `${PREFIX}:${this.dataset}:${name}`, value) }
}

function parse(storage, key, fallback) {
  try {
    return JSON.parse(storage.getItem(key)) ?? fallback
  } catch {
    return fallback
  }
}

function store(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch (error) {
    console.warn("Sayso: the browser keeps nothing", error) // a private window, or full
  }
}

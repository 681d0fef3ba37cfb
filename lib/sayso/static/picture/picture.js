// A chart's picture: copied, or downloaded as PNG or SVG. The server draws it when it is asked for, never before.

const SCALE = 2 // pixels of a PNG for each of the picture's own
const PATIENCE = 30_000 // ms for the server to draw it
const ROOM = 16_000 // px: more than browsers allow a canvas on a side
const rows = new WeakMap()

// Streamlit calls this after every run.
export default function render({ data, parentElement, setTriggerValue }) {
  if (!rows.has(parentElement)) rows.set(parentElement, new Row(parentElement))
  const row = rows.get(parentElement)
  row.send = setTriggerValue
  row.update(data)
  return () => rows.delete(parentElement)
}

class Row {
  constructor(host) {
    const root = host.querySelector(".sayso-picture") ?? host.appendChild(document.createElement("div"))
    root.className = "sayso-picture"
    root.replaceChildren()
    this.buttons = [
      this.button(root, "Copy picture", () => this.copy()),
      this.button(root, "Download PNG", () => this.download("png")),
      this.button(root, "Download SVG", () => this.download("svg")),
    ]
    this.note = root.appendChild(document.createElement("span"))
    this.note.setAttribute("role", "status")
    this.turn = 0
  }

  button(root, words, act) {
    const made = root.appendChild(document.createElement("button"))
    made.type = "button"
    made.textContent = words
    made.addEventListener("click", () => this.busy || act())
    return made
  }

  update(data) {
    this.data = data
    for (const button of this.buttons) button.setAttribute("aria-label", `${button.textContent}: ${data.title}`)
    if (!this.waiting || data.turn !== this.turn) return
    const { resolve, reject } = this.waiting
    this.waiting = undefined
    data.svg ? resolve(data.svg) : reject(new Error(data.problem))
  }

  // What the server draws for this click.
  ask() {
    this.busy = true
    this.say("Drawing …")
    this.turn = Date.now()
    const drawn = new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      setTimeout(() => reject(new Error("The server did not answer.")), PATIENCE)
    })
    this.send("asked", { turn: this.turn })
    return drawn.finally(() => { this.busy = false })
  }

  // A clipboard may be written to only in the click itself: it is promised the picture.
  async copy() {
    const picture = this.ask().then(asPng)
    picture.catch(() => {}) // told below
    try {
      if (!navigator.clipboard?.write || !window.ClipboardItem) throw new Error("no clipboard")
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })])
      this.say("Copied: paste it into a slide or a message.")
    } catch {
      await this.attempt(async () => {
        save(await picture, `${this.data.name}.png`)
        this.say("This browser does not let pages copy pictures, so it was downloaded.")
      })
    }
  }

  async download(form) {
    await this.attempt(async () => {
      const svg = await this.ask()
      save(form === "svg" ? asBlob(svg) : await asPng(svg), `${this.data.name}.${form}`)
      this.say("Downloaded.")
    })
  }

  async attempt(act) {
    try {
      await act()
    } catch (error) {
      console.warn("Sayso: no picture", error)
      this.say(`The picture could not be made. ${error.message}`)
    }
  }

  say(words) {
    this.note.textContent = words
  }
}

const asBlob = svg => new Blob([svg], { type: "image/svg+xml" })

async function asPng(svg) {
  const url = URL.createObjectURL(asBlob(svg))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const scale = Math.min(SCALE, ROOM / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement("canvas")
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error("It is too large for this browser; take the SVG."))), "image/png"))
  } finally {
    URL.revokeObjectURL(url)
  }
}

function save(blob, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

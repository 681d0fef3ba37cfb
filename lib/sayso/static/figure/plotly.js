// Plotly, loaded once for all charts of the page.

const FILE = new URL("../vendor/plotly-cartesian-4.1.1/plotly-cartesian.min.js", import.meta.url)
let loading

export function loadPlotly() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = FILE
    script.onload = () => resolve(window.Plotly)
    script.onerror = () => {
      loading = undefined // the next redraw tries again
      reject(new Error("Plotly did not load"))
    }
    document.head.append(script)
  })
  return loading
}

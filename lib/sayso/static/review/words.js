// Words and sentences of the text, in UTF-16 units, by the rules of its language.

const AROUND = 600

function* pieces(text, lang, granularity, from, to) {
  let segmenter
  try {
    segmenter = new Intl.Segmenter(lang || undefined, { granularity })
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity }) // the article names no language
  }
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    const trimmed = segment.trimEnd()
    if (granularity === "word" ? isWordLike : trimmed) yield [from + index, from + index + trimmed.length]
  }
}

// Where the next word ends (or, for a start, begins), `step` words on.
export function wordEdge(text, lang, place, step, edge) {
  const [from, to] = [Math.max(0, place - AROUND), Math.min(text.length, place + AROUND)]
  const edges = Array.from(pieces(text, lang, "word", from, to), word => word[edge])
  if (step > 0) return edges.find(each => each > place) ?? place
  return edges.findLast(each => each < place) ?? place
}

// The sentence at `place`, or, with a step, the one after or before it.
export function sentenceAt(text, lang, place, step = 0) {
  const [from, to] = [lineStart(text, Math.max(0, place - 4 * AROUND)), Math.min(text.length, place + 4 * AROUND)]
  const all = Array.from(pieces(text, lang, "sentence", from, to)).flatMap(([start, end]) => lines(text, start, end))
  const at = all.findIndex(([, end]) => end > place)
  return all[Math.max(0, Math.min(all.length - 1, (at < 0 ? all.length - 1 : at) + step))] ?? [place, place]
}

const lineStart = (text, place) => place === 0 ? 0 : text.lastIndexOf("\n", place) + 1

// A sentence never goes on past the end of its paragraph.
function lines(text, start, end) {
  return Array.from(text.slice(start, end).matchAll(/[^\n]*\S/g), match => [start + match.index, start + match.index + match[0].length])
}

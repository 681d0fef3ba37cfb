// Python counts code points, JavaScript UTF-16 units: converted here, and nowhere else.

export class Offsets {
  constructor(text) {
    // Where each character beyond the first plane stands, in units: the only ones that take two.
    this.pairs = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), match => match.index)
  }

  toUnits(point) {
    // The number of pairs before this code point: the i-th pair stands at code point pairs[i] - i.
    return point + this.count((pair, i) => pair - i < point)
  }

  toPoints(unit) {
    return unit - this.count(pair => pair < unit)
  }

  count(isBefore) {
    let low = 0, high = this.pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(this.pairs[middle], middle)) low = middle + 1
      else high = middle
    }
    return low
  }

  spansToUnits(spans) { return spans.map(span => span.map(place => this.toUnits(place))) }
  spansToPoints(spans) { return spans.map(span => span.map(place => this.toPoints(place))) }
}

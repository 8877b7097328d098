type Entry = { readonly text: string; readonly id: number }

/** Finds ids by how a text begins, case aside, without looking at all of them: data sets go up to 100,000 clients. */
export class PrefixIndex {
  readonly #entries: Entry[] = []
  #sorted = true

  add(text: string | null, id: number): void {
    if (!text) return
    this.#entries.push({ text: text.toLowerCase(), id })
    this.#sorted = false
  }

  /** In no particular order. */
  find(start: string): number[] {
    this.#sort()
    const wanted = start.toLowerCase()
    const ids: number[] = []
    for (let index = this.#firstFrom(wanted); ; index += 1) {
      const entry = this.#entries[index]
      if (!entry?.text.startsWith(wanted)) return ids
      ids.push(entry.id)
    }
  }

  #sort(): void {
    if (this.#sorted) return
    this.#entries.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    this.#sorted = true
  }

  #firstFrom(wanted: string): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#entries[middle]?.text ?? '') < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

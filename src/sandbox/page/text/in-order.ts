export type Keyed<Item> = { readonly key: string; readonly item: Item }

/** Keys for a list that is never sorted or edited, only drawn anew as a whole. */
export function inOrder<Item>(items: readonly Item[]): Keyed<Item>[] {
  return items.map((item, index) => ({ key: String(index), item }))
}

/** Sorts messages into groups that can be worked on one after the other without turning the order of any key around. */

export interface KindGroup<Item, Kind> {
  readonly kind: Kind;
  readonly items: readonly Item[];
}

/**
 * Groups of one kind each, few and large: an item goes into the first group of its kind that does not come before the group
 * of an earlier item of its key. Inside a group the items keep their order.
 */
export function inOrderOfKeys<Item, Kind>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  kindOf: (item: Item) => Kind,
): KindGroup<Item, Kind>[] {
  const [first] = items;
  if (first === undefined) return [];
  const only = kindOf(first);
  // Mostly there is one kind, and no key to look at.
  if (items.every((item) => kindOf(item) === only)) return [{ kind: only, items }];
  const groups: { kind: Kind; items: Item[] }[] = [];
  const lastOfKey = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    const kind = kindOf(item);
    const earliest = lastOfKey.get(key) ?? 0;
    const found = groups.findIndex((group, index) => index >= earliest && group.kind === kind);
    const place = found === -1 ? groups.length : found;
    if (found === -1) groups.push({ kind, items: [item] });
    else groups[found]?.items.push(item);
    lastOfKey.set(key, place);
  }
  return groups;
}

import fc from 'fast-check';
import { inOrderOfKeys } from './key-order.js';

interface Item {
  readonly key: string;
  readonly kind: string;
}

function groupsOf(...texts: string[]): string[] {
  const items = texts.map((text): Item => ({ key: text.charAt(0), kind: text.charAt(1) }));
  return inOrderOfKeys(
    items,
    ({ key }) => key,
    ({ kind }) => kind,
  ).map(({ kind, items: members }) => `${kind}:${members.map(({ key }) => key).join('')}`);
}

describe('groups of messages', () => {
  it('are one of each kind where no key has two kinds', () => {
    expect(groupsOf('ax', 'by', 'ax', 'cx', 'dy')).toEqual(['x:aac', 'y:bd']);
  });

  it('come after the groups that hold earlier messages of their keys', () => {
    expect(groupsOf('ax', 'ay', 'bx', 'ax', 'by')).toEqual(['x:ab', 'y:ab', 'x:a']);
    expect(groupsOf('by', 'bx', 'ax')).toEqual(['y:b', 'x:ba']);
  });

  it('lose nothing and turn no key around', () => {
    const item = fc.record({ key: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('x', 'y', 'z') });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const groups = inOrderOfKeys(
          items,
          ({ key }) => key,
          ({ kind }) => kind,
        );
        const sorted = groups.flatMap((group) => group.items);
        expect(sorted).toHaveLength(items.length);
        for (const key of ['a', 'b', 'c'])
          expect(sorted.filter((each) => each.key === key)).toEqual(items.filter((each) => each.key === key));
        for (const group of groups) expect(group.items.every(({ kind }) => kind === group.kind)).toBe(true);
      }),
    );
  });
});

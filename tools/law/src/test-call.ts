/** One call of `it`, `test` or `describe` as it stands in a test source, whatever its modifiers. */
import ts from 'typescript';

export interface TestCall {
  readonly kind: 'test' | 'describe';
  /** `only`, `skip`, `todo`, `each`, …; `fit` and `xit` are read as `it.only` and `it.skip`. */
  readonly modifiers: readonly string[];
  readonly title: ts.Expression;
  readonly rest: readonly ts.Expression[];
  /** The table of `.each(table)`; a tagged template gives none. */
  readonly table: ts.Expression | undefined;
}

interface Callee {
  readonly root: string;
  readonly members: readonly string[];
  readonly table?: ts.Expression | undefined;
  readonly applied: boolean;
}

const ROOTS: Readonly<Record<string, { kind: TestCall['kind']; modifiers: readonly string[] }>> = {
  it: { kind: 'test', modifiers: [] },
  test: { kind: 'test', modifiers: [] },
  describe: { kind: 'describe', modifiers: [] },
  fit: { kind: 'test', modifiers: ['only'] },
  fdescribe: { kind: 'describe', modifiers: ['only'] },
  xit: { kind: 'test', modifiers: ['skip'] },
  xtest: { kind: 'test', modifiers: ['skip'] },
  xdescribe: { kind: 'describe', modifiers: ['skip'] },
};
const MODIFIERS = new Set(['only', 'skip', 'todo', 'failing', 'concurrent', 'each']);

function readCallee(expression: ts.Expression): Callee | undefined {
  if (ts.isIdentifier(expression)) return { root: expression.text, members: [], applied: false };
  if (ts.isPropertyAccessExpression(expression)) {
    const inner = readCallee(expression.expression);
    return inner && { ...inner, members: [...inner.members, expression.name.text] };
  }
  if (ts.isCallExpression(expression)) {
    const inner = readCallee(expression.expression);
    return inner && { ...inner, table: expression.arguments[0], applied: true };
  }
  if (ts.isTaggedTemplateExpression(expression)) {
    const inner = readCallee(expression.tag);
    return inner && { ...inner, applied: true };
  }
  return undefined;
}

/** Reads a call as a test or a describe; nothing when it is any other call. */
export function readTestCall(call: ts.CallExpression): TestCall | undefined {
  const callee = readCallee(call.expression);
  if (!callee || !Object.hasOwn(ROOTS, callee.root)) return undefined;
  const root = ROOTS[callee.root];
  const [title, ...rest] = call.arguments;
  if (!root || !title || !callee.members.every((member) => MODIFIERS.has(member))) return undefined;
  if (callee.members.includes('each') !== callee.applied) return undefined;
  return {
    kind: root.kind,
    modifiers: [...root.modifiers, ...callee.members],
    title,
    rest,
    table: callee.table,
  };
}

/** The tests that a source declares, and which of them would run: read from its syntax, nothing is executed. */
import ts from 'typescript';
import { readTestCall, type TestCall } from './test-call.js';
import { titlesOf } from './test-title.js';

export interface DeclaredTest {
  /** The titles of the describes around it, then its own; a row of a table adds a title of its own. */
  readonly titles: readonly string[];
  readonly line: number;
  /** False when skipped, left to do, expected to fail, without a body, or passed over for an `only`. */
  readonly runs: boolean;
}

interface Surroundings {
  readonly titles: readonly string[];
  readonly skipped: boolean;
  readonly focused: boolean;
}

interface ReadTest extends DeclaredTest {
  readonly focused: boolean;
}

const NOT_RUN = ['skip', 'todo', 'failing'];

/** `{ skip: true }` or `{ todo: true }` as node:test writes it. */
function skippedByOption(argument: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.some(
      (property) =>
        ts.isPropertyAssignment(property) &&
        ts.isIdentifier(property.name) &&
        ['skip', 'todo'].includes(property.name.text) &&
        property.initializer.kind !== ts.SyntaxKind.FalseKeyword,
    )
  );
}

function hasBody(call: TestCall): boolean {
  const body = call.rest.find((argument) => !ts.isObjectLiteralExpression(argument));
  if (!body) return false;
  if (!ts.isArrowFunction(body) && !ts.isFunctionExpression(body)) return true;
  return !ts.isBlock(body.body) || body.body.statements.length > 0;
}

/** Reads every `it`, `test` and `describe` of a TypeScript source, those in tables (`.each`) included. */
export function readTests(path: string, text: string): readonly DeclaredTest[] {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const tests: ReadTest[] = [];

  const visit = (node: ts.Node, around: Surroundings): void => {
    const call = ts.isCallExpression(node) ? readTestCall(node) : undefined;
    if (!call) return ts.forEachChild(node, (child) => visit(child, around));
    const here: Surroundings = {
      titles: [...around.titles, ...titlesOf(call.title, call.table)],
      skipped:
        around.skipped ||
        call.modifiers.some((modifier) => NOT_RUN.includes(modifier)) ||
        call.rest.some(skippedByOption),
      focused: around.focused || call.modifiers.includes('only'),
    };
    if (call.kind === 'describe') {
      for (const argument of call.rest) visit(argument, here);
      return;
    }
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    tests.push({ titles: here.titles, line, runs: !here.skipped && hasBody(call), focused: here.focused });
  };
  visit(source, { titles: [], skipped: false, focused: false });

  const narrowed = tests.some((test) => test.focused);
  return tests.map(({ titles, line, runs, focused }) => ({
    titles,
    line,
    runs: runs && (!narrowed || focused),
  }));
}

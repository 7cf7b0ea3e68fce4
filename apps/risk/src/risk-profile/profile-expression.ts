/**
 * The criterion of an indicator (art. 217(7)) as an expression in the Common Expression Language: no loops but those
 * over the items, no state, no clock, no `eval`. It is checked when the profile is saved, compiled once and kept.
 */
import {
  Environment,
  EvaluationError,
  ParseError,
  TypeError as ExpressionTypeError,
} from '@marcbachmann/cel-js';
import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import { reason } from '@shekara/kernel';
import type { Reason, ReasonDefinition } from '@shekara/kernel';
import { sumOf, withExactArithmetic } from './exact-arithmetic.js';
import { expressionReasons as reasons } from './expression-reasons.js';
import { FACT_SCHEMA } from './fact-view.js';
import type { FactView, ItemFacts, Stage, Subject } from './fact-view.js';

export const LONGEST_EXPRESSION = 2000;
const KEPT_EXPRESSIONS = 5000;
const LIMITS = {
  maxAstNodes: 400,
  maxDepth: 32,
  maxListElements: 200,
  maxMapEntries: 0,
  maxCallArguments: 4,
};

/** Functions that run through a list; one inside another is refused, so cost stays linear in the number of items. */
const RUNS = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
/** Everything that may be called. Regular expressions, time, bytes and dynamic types stay out. */
const CALLABLE = new Set([...RUNS, 'codeIn', 'contains', 'endsWith', 'has', 'size', 'startsWith', 'sumOf']);

/** What an evaluation says: hit, no hit, or why it could not be told. Never an exception. */
export type ExpressionResult =
  { readonly kind: 'HIT' } | { readonly kind: 'NO_HIT' } | { readonly kind: 'FAILED'; readonly why: string };

export interface CompiledExpression {
  readonly source: string;
  readonly stage: Stage;
  readonly subject: Subject;
  /** Runs over a view of the same stage; `item` for ITEM expressions. Pure; total: an error is a FAILED result. */
  evaluate(view: FactView, item?: ItemFacts): ExpressionResult;
}

export type Compilation =
  | { readonly compiled: true; readonly expression: CompiledExpression }
  | { readonly compiled: false; readonly reason: Reason };

const environments = new Map<string, Environment>();
const compilations = new Map<string, Compilation>();

function environmentFor(stage: Stage, subject: Subject): Environment {
  const key = `${stage} ${subject}`;
  const known = environments.get(key);
  if (known) return known;
  const schema = FACT_SCHEMA[stage];
  const environment = withExactArithmetic(
    new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS }),
  );
  environment
    .registerType('Header', { fields: { ...schema.header } })
    .registerType('Item', { fields: { ...schema.item } })
    .registerType('Person', { fields: { ...schema.person } })
    .registerVariable(schema.document, 'Header')
    .registerVariable('person', 'Person')
    .registerVariable(subject === 'ITEM' ? 'item' : 'items', subject === 'ITEM' ? 'Item' : 'list<Item>')
    .registerFunction('sumOf(list<decimal>): decimal', sumOf)
    .registerFunction('codeIn(string, list<string>): bool', codeIn);
  environments.set(key, environment);
  return environment;
}

/** Whether a commodity code begins with one of the prefixes; an empty prefix fits none. */
export function codeIn(code: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => prefix !== '' && code.startsWith(prefix));
}

/**
 * Compiles an expression for a stage and subject, or says why not with the position (1-based character, line, column).
 * Refuses with RSK_EXPRESSION_TOO_LONG, _SYNTAX, _UNKNOWN_FIELD, _UNKNOWN_FUNCTION, _TYPE, _NOT_BOOLEAN, _TOO_COSTLY
 * (art. 217(7)). The answer for the same text is kept, so that each is compiled once.
 */
export function compileExpression(source: string, stage: Stage, subject: Subject): Compilation {
  const key = `${stage} ${subject} ${source}`;
  const known = compilations.get(key);
  if (known) return known;
  const compilation = compile(source, stage, subject);
  if (source.length <= LONGEST_EXPRESSION) {
    const oldest = compilations.keys().next();
    if (compilations.size >= KEPT_EXPRESSIONS && !oldest.done) compilations.delete(oldest.value);
    compilations.set(key, compilation);
  }
  return compilation;
}

function compile(source: string, stage: Stage, subject: Subject): Compilation {
  if (source.trim() === '' || source.length > LONGEST_EXPRESSION) {
    return refused(reasons.RSK_EXPRESSION_TOO_LONG, source, Math.min(source.length, LONGEST_EXPRESSION));
  }
  let parsed: ParseResult;
  try {
    parsed = environmentFor(stage, subject).parse(source);
  } catch (error) {
    return refusedBy(error, source);
  }
  const objection = objectionTo(parsed.ast, 0);
  if (objection) return refused(objection.definition, source, objection.node.range.start);
  const checked = parsed.check();
  if (!checked.valid) return refusedBy(checked.error, source);
  const growth = growthIn(parsed.ast);
  if (growth) return refused(reasons.RSK_EXPRESSION_TOO_COSTLY, source, growth.range.start);
  if (checked.type !== 'bool') return refused(reasons.RSK_EXPRESSION_NOT_BOOLEAN, source, 0);
  return { compiled: true, expression: { source, stage, subject, evaluate: evaluator(parsed, stage) } };
}

function evaluator(parsed: ParseResult, stage: Stage): CompiledExpression['evaluate'] {
  const { document } = FACT_SCHEMA[stage];
  return (view, item) => {
    if (view.stage !== stage)
      return { kind: 'FAILED', why: `facts of ${view.stage} for an expression of ${stage}` };
    try {
      const answer: unknown = parsed({
        [document]: view.header,
        person: view.person,
        items: view.items,
        item,
      });
      if (typeof answer === 'boolean') return { kind: answer ? 'HIT' : 'NO_HIT' };
      return { kind: 'FAILED', why: 'the answer is neither yes nor no' };
    } catch (error) {
      return { kind: 'FAILED', why: error instanceof EvaluationError ? error.summary : String(error) };
    }
  };
}

interface Objection {
  readonly definition: ReasonDefinition;
  readonly node: ASTNode;
}

/** The first call that is not allowed, or the first run through a list inside another. */
function objectionTo(node: ASTNode, runs: number): Objection | undefined {
  if (node.op !== 'call' && node.op !== 'rcall') return firstOf(node.args, (part) => objectionTo(part, runs));
  const [name] = node.args;
  if (!CALLABLE.has(name)) return { definition: reasons.RSK_EXPRESSION_UNKNOWN_FUNCTION, node };
  if (node.op === 'call' || !RUNS.has(name)) return firstOf(node.args, (part) => objectionTo(part, runs));
  if (runs > 0) return { definition: reasons.RSK_EXPRESSION_TOO_COSTLY, node };
  return objectionTo(node.args[1], runs) ?? firstOf(node.args[2], (part) => objectionTo(part, runs + 1));
}

/**
 * The first place where a value could grow with each step of a chain: + of texts or lists, and lists of anything but
 * literals. Lists are sets of parameters; without growth the work is bounded by size of expression times items.
 */
function growthIn(node: ASTNode): ASTNode | undefined {
  if (node.op === 'list' && node.args.some(({ op }) => op !== 'value')) return node;
  if (node.op === '+' && !ADDABLE.has(checkedTypeOf(node))) return node;
  return firstOf(node.args, growthIn);
}

/** The type that the check wrote on a node; empty, and so refused, should the library no longer write it. */
function checkedTypeOf(node: object): string {
  const type = 'checkedType' in node ? node.checkedType : undefined;
  return typeof type === 'object' && type !== null && 'name' in type ? String(type.name) : '';
}

const ADDABLE = new Set(['int', 'double', 'decimal']);

function firstOf<Found>(parts: unknown, find: (part: ASTNode) => Found | undefined): Found | undefined {
  if (isNode(parts)) return find(parts);
  if (!Array.isArray(parts)) return undefined;
  for (const part of parts) {
    const found = firstOf(part, find);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part && 'args' in part;
}

function refusedBy(error: unknown, source: string): Compilation {
  if (error instanceof ParseError || error instanceof ExpressionTypeError) {
    return refused(definitionFor(error.code), source, error.range?.start ?? 0, error.summary);
  }
  return refused(reasons.RSK_EXPRESSION_SYNTAX, source, 0, String(error));
}

function definitionFor(code: string): ReasonDefinition {
  if (code === 'unknown_variable' || code === 'no_such_key') return reasons.RSK_EXPRESSION_UNKNOWN_FIELD;
  if (code === 'limit_exceeded') return reasons.RSK_EXPRESSION_TOO_COSTLY;
  return TYPE_ERRORS.has(code) ? reasons.RSK_EXPRESSION_TYPE : reasons.RSK_EXPRESSION_SYNTAX;
}

const TYPE_ERRORS = new Set([
  'cannot_index_type',
  'heterogeneous_list_element',
  'incompatible_ternary_branches',
  'invalid_comprehension_range',
  'invalid_condition_type',
  'invalid_index_type',
  'invalid_logical_operand',
  'no_matching_overload',
  'no_such_overload',
]);

function refused(definition: ReasonDefinition, source: string, offset: number, found = ''): Compilation {
  const before = source.slice(0, offset).split('\n');
  return {
    compiled: false,
    reason: reason(definition, {
      pointer: '/indicator/expression',
      parameters: {
        position: String(offset + 1),
        line: String(before.length),
        column: String((before.at(-1) ?? '').length + 1),
        found,
      },
    }),
  };
}

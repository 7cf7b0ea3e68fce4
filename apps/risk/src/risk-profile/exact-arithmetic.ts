/** Exact decimals inside expressions: money and weights are never floats, not even in a comparison. */
import { Exact } from '@shekara/kernel';
import type { Environment } from '@marcbachmann/cel-js';

type Operand = Exact | bigint | number;

/** Not-a-number compares false with everything and would pass unseen; it fails instead, for a failure is seen. */
function exact(value: Operand): Exact {
  const number = new Exact(typeof value === 'bigint' ? value.toString() : value);
  if (!number.isFinite()) throw new Error('not a finite number');
  return number;
}

function divide(left: Exact, right: Exact): Exact {
  if (right.isZero()) throw new Error('division by zero');
  return left.dividedBy(right);
}

const OPERATIONS: Readonly<Record<string, (left: Exact, right: Exact) => Exact | boolean>> = {
  '+': (left, right) => left.plus(right),
  '-': (left, right) => left.minus(right),
  '*': (left, right) => left.times(right),
  '/': divide,
  '<': (left, right) => left.lessThan(right),
  '<=': (left, right) => left.lessThanOrEqualTo(right),
  '>': (left, right) => left.greaterThan(right),
  '>=': (left, right) => left.greaterThanOrEqualTo(right),
};

/** Gives an environment the type `decimal` with + - * / and comparisons, also against whole and decimal literals. */
export function withExactArithmetic(environment: Environment): Environment {
  environment.registerType('decimal', { ctor: Exact, fields: {} });
  for (const [operator, operation] of Object.entries(OPERATIONS)) {
    const result = operator.length === 1 && '+-*/'.includes(operator) ? 'decimal' : 'bool';
    for (const [left, right] of [
      ['decimal', 'decimal'],
      ['decimal', 'int'],
      ['int', 'decimal'],
      ['decimal', 'double'],
      ['double', 'decimal'],
    ]) {
      environment.registerOperator(`${left} ${operator} ${right}: ${result}`, (a: Operand, b: Operand) =>
        operation(exact(a), exact(b)),
      );
    }
  }
  // The environment derives !=, and the mirrored pair, from each of these.
  for (const right of ['decimal', 'int', 'double']) {
    environment.registerOperator(`decimal == ${right}`, (a: Operand, b: Operand) =>
      exact(a).equals(exact(b)),
    );
  }
  environment.registerOperator('-decimal', (a: Exact) => a.negated());
  return environment;
}

/** The sum of a list of decimals; 0 for an empty one. */
export function sumOf(values: Iterable<Exact>): Exact {
  let sum = new Exact(0);
  for (const value of values) sum = sum.plus(value);
  return sum;
}

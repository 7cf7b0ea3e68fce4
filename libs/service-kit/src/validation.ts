/** Validation at the edge: unknown fields and wrong types are refused, each with a pointer to the field. */
import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { ProblemException } from '@shekara/auth';
import { type Reason, reason } from '@shekara/kernel';
import { requestReasons } from './request-reasons.js';

/** One answer names at most this many fields. */
const MAX_REASONS = 100;

function reasonsOf(errors: readonly ValidationError[], parent: string): Reason[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
      reason(
        constraint === 'whitelistValidation' ? requestReasons.FIELD_UNKNOWN : requestReasons.FIELD_INVALID,
        { pointer, parameters: { constraint: message } },
      ),
    );
    return [...own, ...reasonsOf(error.children ?? [], pointer)];
  });
}

export function edgeValidation(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const [first, ...rest] = reasonsOf(errors, '').slice(0, MAX_REASONS);
      return ProblemException.refused([first ?? reason(requestReasons.REQUEST_INVALID), ...rest], 400);
    },
  });
}

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;
type RulesByField = ReturnType<ReturnType<typeof getMetadataStorage>['groupByPropertyName']>;
type Find = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];

let remembered = false;

/**
 * class-validator gathers the rules of a class anew for every object that it validates, from those of all classes. They do
 * not change once the first request is there, so each class's are gathered once.
 */
function rememberRules(): void {
  if (remembered) return;
  remembered = true;
  const storage = getMetadataStorage();
  const find: Find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const found = new Map<unknown, Map<string | undefined, Rules>>();
  const grouped = new WeakMap<Rules, RulesByField>();
  storage.getTargetValidationMetadatas = (
    ...[target, schema, always, strictGroups, groups]: Parameters<Find>
  ) => {
    if (always || strictGroups || groups?.length) return find(target, schema, always, strictGroups, groups);
    const ofClass = found.get(target) ?? new Map<string | undefined, Rules>();
    found.set(target, ofClass);
    // Of a nested object the second argument names the class that holds it.
    const rules = ofClass.get(schema) ?? find(target, schema, always, strictGroups, groups);
    ofClass.set(schema, rules);
    return rules;
  };
  storage.groupByPropertyName = (rules) => {
    const known = grouped.get(rules) ?? group(rules);
    grouped.set(rules, known);
    return known;
  };
}

/** Validation at the edge: unknown fields and wrong types are refused, each with a pointer to the field. */
import { type ValidationError, ValidationPipe } from '@nestjs/common';
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

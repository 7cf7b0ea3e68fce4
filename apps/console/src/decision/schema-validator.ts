/** Checks what was filled in against the schema of a form, by an interpreter: compiled checks would need eval, which the CSP forbids. */
import { type Schema, Validator } from '@cfworker/json-schema';
import {
  type ErrorTransformer,
  type RJSFSchema,
  type RJSFValidationError,
  toErrorSchema,
  type UiSchema,
  type ValidationData,
  type ValidatorType,
} from '@rjsf/utils';

export type FormData = Record<string, unknown>;

/** Keywords that only say that something below them is wrong. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'properties',
  'items',
  'allOf',
  'additionalProperties',
  '$ref',
]);

/** Every defect at its field. */
export function defectsOf(schema: RJSFSchema, data: unknown): RJSFValidationError[] {
  const { errors } = new Validator(schema as Schema, '7', false).validate(plain(data));
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instanceLocation }) => instanceLocation),
  );
  return errors
    .filter(({ keyword, instanceLocation }) => {
      if (keyword === 'const') return !choices.has(instanceLocation);
      return !CONTAINERS.has(keyword);
    })
    .map(({ keyword, instanceLocation, error }) => {
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
      const property = [...partsOf(instanceLocation), ...(missing === undefined ? [] : [missing])]
        .map((part) => `.${part}`)
        .join('');
      return { name: keyword, property, message: error, stack: `${property} ${error}` };
    });
}

/** What the form library asks of a validator. */
export class SchemaValidator implements ValidatorType<FormData> {
  validateFormData(
    formData: FormData | undefined,
    schema: RJSFSchema,
    _customValidate?: unknown,
    transformErrors?: ErrorTransformer<FormData>,
    uiSchema?: UiSchema<FormData>,
  ): ValidationData<FormData> {
    const found = defectsOf(schema, formData ?? {});
    const errors = transformErrors ? transformErrors(found, uiSchema) : found;
    return { errors, errorSchema: toErrorSchema<FormData>(errors) };
  }

  isValid(schema: RJSFSchema, formData: FormData | undefined): boolean {
    return new Validator(schema as Schema, '7').validate(plain(formData)).valid;
  }

  rawValidation<Result>(schema: RJSFSchema, formData?: FormData): { errors?: Result[] } {
    return { errors: defectsOf(schema, formData) as Result[] };
  }
}

/** As it would be sent: without what is undefined. */
function plain(data: unknown): unknown {
  return data === undefined ? null : (JSON.parse(JSON.stringify(data)) as unknown);
}

function partsOf(location: string): readonly string[] {
  return location
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A form made of the schema of a request body. Loaded only when a generated form is shown. */
// The package's entry also imports its test tools, which need a validator that compiles checks with eval.
import Form from '@rjsf/core/lib/components/Form.js';
import type { ErrorSchema, RJSFSchema, RJSFValidationError } from '@rjsf/utils';
import { type ReactNode, useMemo, useState } from 'react';
import { type I18n, useI18n } from '../i18n/i18n.js';
import type { Schema } from './deciding-operations.js';
import type { FieldReasons } from './field-reasons.js';
import { FormField, FormInput, FormList, FormObject, FormRow, FormSelect, FormText } from './form-parts.js';
import { formOf, type FormWords } from './form-schema.js';
import { type FormData, SchemaValidator } from './schema-validator.js';

const VALIDATOR = new SchemaValidator();
const TEMPLATES = {
  FieldTemplate: FormField,
  ObjectFieldTemplate: FormObject,
  ArrayFieldTemplate: FormList,
  ArrayFieldItemTemplate: FormRow,
  BaseInputTemplate: FormInput,
};
const WIDGETS = { TextareaWidget: FormText, SelectWidget: FormSelect };

/** A decision is never made by default: no code is chosen before the officer chooses it. */
const NOTHING_CHOSEN = {
  emptyObjectFields: 'populateRequiredDefaults',
  constAsDefaults: 'never',
  requiredBooleanDefault: 'skip',
} as const;

/**
 * `schema` is whole (without references). `refused` are reasons of the last answer at their fields. Children come above
 * the button of the form.
 */
export function BodyForm(props: {
  readonly schema: Schema;
  /** What is known before anything was filled in. */
  readonly known: Readonly<Record<string, unknown>>;
  readonly refused: FieldReasons;
  readonly onSubmit: (body: FormData) => void;
  readonly children: ReactNode;
}) {
  const i18n = useI18n();
  const [data, setData] = useState<FormData>({ ...props.known });
  const { schema, layout } = useMemo(() => formOf(props.schema, wordsOf(i18n)), [props.schema, i18n]);
  return (
    <Form<FormData>
      className="panel"
      idPrefix="body"
      idSeparator="-"
      schema={schema as RJSFSchema}
      uiSchema={layout}
      validator={VALIDATOR}
      formData={data}
      extraErrors={props.refused as ErrorSchema<FormData>}
      templates={TEMPLATES}
      widgets={WIDGETS}
      transformErrors={(errors) => errors.map((error) => said(error, i18n))}
      experimental_defaultFormStateBehavior={NOTHING_CHOSEN}
      removeEmptyOptionalObjects
      noHtml5Validate
      showErrorList={false}
      focusOnFirstError
      onChange={({ formData }) => setData(formData ?? {})}
      onError={() => undefined}
      onSubmit={({ formData }) => props.onSubmit(formData ?? {})}
    >
      {props.children}
    </Form>
  );
}

function wordsOf({ t, field, option }: I18n): FormWords {
  return {
    yes: t('yes'),
    no: t('no'),
    label: field,
    code: option,
    example: (example) => t('formExample', { example }),
  };
}

/** What is wrong with a field, in the chosen language. */
function said(error: RJSFValidationError, { t }: I18n): RJSFValidationError {
  const message = ((): string => {
    switch (error.name) {
      case 'required':
      case 'oneOf':
        return t('formRequired');
      case 'minItems':
        return t('formNoRows');
      case 'minimum':
      case 'maximum':
      case 'type':
        return t('formNumber');
      case 'maxLength':
        return t('formTooLong');
      default:
        return t('formPattern');
    }
  })();
  return { ...error, message, stack: `${error.property ?? ''} ${message}` };
}

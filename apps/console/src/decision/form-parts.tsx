/** The parts of a generated form in the console's own look: labels, hints, what is wrong, lists of rows. */
import {
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  type BaseInputTemplateProps,
  type FieldTemplateProps,
  getInputProps,
  type ObjectFieldTemplateProps,
  type RJSFSchema,
  type WidgetProps,
} from '@rjsf/utils';
import { useI18n } from '../i18n/i18n.js';
import type { FormData } from './schema-validator.js';

type Of<Props> = Props & { readonly rawErrors?: string[] };

/** What a control is described by, and whether it is wrong. */
function statedBy(id: string, schema: RJSFSchema, rawErrors: readonly string[] = []) {
  const parts = [
    ...(schema.description === undefined ? [] : [`${id}-hint`]),
    ...(rawErrors.length > 0 ? [`${id}-wrong`] : []),
  ];
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': rawErrors.length > 0 ? true : undefined,
  };
}

function Wrong({ id, errors }: { readonly id: string; readonly errors: readonly string[] | undefined }) {
  if (!errors || errors.length === 0) return null;
  return (
    <ul className="wrong wrong-list" id={`${id}-wrong`}>
      {[...new Set(errors)].map((error) => (
        <li key={error}>{error}</li>
      ))}
    </ul>
  );
}

/** A field with its label; objects and lists label themselves. */
export function FormField(props: FieldTemplateProps<FormData>) {
  const { t } = useI18n();
  const { id, label, schema, required, rawErrors, children, hidden } = props;
  if (hidden) return null;
  if (schema.type === 'object' || schema.type === 'array') return children;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required ? null : <span className="optional"> {t('formOptional')}</span>}
      </label>
      {schema.description === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {schema.description}
        </p>
      )}
      {children}
      <Wrong id={id} errors={rawErrors} />
    </div>
  );
}

/** The fields of an object; a nested one is a group with its name. */
export function FormObject(props: ObjectFieldTemplateProps<FormData>) {
  const { fieldPathId, title, schema, properties, errorSchema } = props;
  const id = fieldPathId.$id;
  const fields = <div className="field-row generated">{properties.map(({ content }) => content)}</div>;
  if (title === '') {
    return (
      <>
        {fields}
        <Wrong id={id} errors={errorSchema?.__errors} />
      </>
    );
  }
  return (
    <fieldset id={id} className="form-group">
      <legend>{title}</legend>
      {schema.description === undefined ? null : <p className="hint">{schema.description}</p>}
      <Wrong id={id} errors={errorSchema?.__errors} />
      {fields}
    </fieldset>
  );
}

/** A list of rows that grows and shrinks. */
export function FormList(props: Of<ArrayFieldTemplateProps<FormData[]>>) {
  const { t } = useI18n();
  const { fieldPathId, title, schema, items, canAdd, onAddClick, rawErrors } = props;
  const id = fieldPathId.$id;
  return (
    <fieldset id={id} className="form-list" tabIndex={-1}>
      <legend>{title}</legend>
      {schema.description === undefined ? null : <p className="hint">{schema.description}</p>}
      <Wrong id={id} errors={rawErrors} />
      {items}
      {canAdd ? (
        <button type="button" className="quiet" onClick={onAddClick}>
          {t('formAddRow', { list: title })}
        </button>
      ) : null}
    </fieldset>
  );
}

export function FormRow(props: ArrayFieldItemTemplateProps<FormData[]>) {
  const { t } = useI18n();
  const { index, children, buttonsProps } = props;
  return (
    <div className="form-list-row" role="group" aria-label={t('formRow', { number: String(index + 1) })}>
      <p className="form-list-number" aria-hidden="true">
        {index + 1}
      </p>
      <div className="form-list-fields">{children}</div>
      {buttonsProps.hasRemove ? (
        <button
          type="button"
          className="quiet"
          aria-label={t('formRemoveRow', { number: String(index + 1) })}
          onClick={buttonsProps.onRemoveItem}
        >
          {t('remove')}
        </button>
      ) : null}
    </div>
  );
}

export function FormInput(props: BaseInputTemplateProps<FormData>) {
  const { id, value, required, schema, type, options, rawErrors, onChange } = props;
  return (
    <input
      {...getInputProps<FormData>(schema, type, options)}
      {...statedBy(id, schema, rawErrors)}
      id={id}
      name={id}
      required={required}
      value={value === undefined || value === null ? '' : String(value)}
      onChange={({ target }) => onChange(target.value === '' ? options.emptyValue : target.value)}
    />
  );
}

export function FormText(props: WidgetProps<FormData>) {
  const { id, value, required, schema, options, rawErrors, onChange } = props;
  return (
    <textarea
      {...statedBy(id, schema, rawErrors)}
      id={id}
      name={id}
      rows={3}
      required={required}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? options.emptyValue : target.value)}
    />
  );
}

/** One code of a list; nothing is chosen until the officer chooses. */
export function FormSelect(props: WidgetProps<FormData>) {
  const { id, value, required, schema, options, rawErrors, onChange } = props;
  const choices = options.enumOptions ?? [];
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <select
      {...statedBy(id, schema, rawErrors)}
      id={id}
      name={id}
      required={required}
      value={chosen === -1 ? '' : String(chosen)}
      onChange={({ target }) => {
        const choice = target.value === '' ? undefined : choices[Number(target.value)];
        onChange(choice?.value);
      }}
    >
      <option value="">—</option>
      {choices.map((choice, index) => (
        <option key={choice.label} value={index}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

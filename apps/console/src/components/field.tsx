import { type ReactNode, useId } from 'react';

interface Ids {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A labelled field: its label, what to write, what is wrong, and the control that all three belong to. */
export function Field(props: {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | undefined;
  readonly children: (ids: Ids) => ReactNode;
}) {
  const id = useId();
  const hint = props.hint ? `${id}-hint` : undefined;
  const wrong = props.wrong ? `${id}-wrong` : undefined;
  const describedBy = [hint, wrong].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {hint ? (
        <p className="hint" id={hint}>
          {props.hint}
        </p>
      ) : null}
      {props.children({
        id,
        'aria-describedby': describedBy,
        'aria-invalid': props.wrong ? true : undefined,
      })}
      {wrong ? (
        <p className="wrong" id={wrong}>
          {props.wrong}
        </p>
      ) : null}
    </div>
  );
}

/** What is wrong with a form before it is sent; takes the focus when it appears. */
export function FormDefects({
  title,
  defects,
}: {
  readonly title: string;
  readonly defects: readonly string[];
}) {
  if (defects.length === 0) return null;
  return (
    <div
      className="notice notice-refused"
      role="alert"
      tabIndex={-1}
      ref={(box) => {
        box?.focus();
      }}
    >
      <h2>{title}</h2>
      <ul>
        {defects.map((defect) => (
          <li key={defect}>{defect}</li>
        ))}
      </ul>
    </div>
  );
}

/** A field of text; with rows, of several lines. */
export function TextField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly rows?: number;
  readonly wrong?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { value, rows, type = 'text' } = props;
  return (
    <Field label={props.label} hint={props.hint} wrong={props.wrong}>
      {(ids) =>
        rows === undefined ? (
          <input
            {...ids}
            type={type}
            step={type === 'datetime-local' ? 1 : undefined}
            value={value}
            onChange={({ target }) => props.onChange(target.value)}
          />
        ) : (
          <textarea
            {...ids}
            rows={rows}
            value={value}
            onChange={({ target }) => props.onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

/** A choice of one code, each with its words. */
export function SelectField<Code extends string>(props: {
  readonly label: string;
  readonly value: Code;
  readonly options: readonly (readonly [Code, string])[];
  readonly onChange: (code: Code) => void;
}) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <select
          {...ids}
          value={props.value}
          onChange={({ target }) => {
            const chosen = props.options.find(([code]) => code === target.value);
            if (chosen) props.onChange(chosen[0]);
          }}
        >
          {props.options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

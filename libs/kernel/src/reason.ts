/**
 * Reasons: why something is refused. A code is defined once, in the slice that raises it, with its article in each
 * regime, a sentence in three languages and how to cure it. `when(…, reasons.CODE)` does not compile for another code.
 */
import type { LegalRef, Regime } from './legal-ref.js';

export interface Sentence {
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
}

export interface ReasonDefinition<Code extends string = string> {
  readonly code: Code;
  /** The article per regime; a regime without an entry may not use the code. */
  readonly article: Readonly<Partial<Record<Regime, LegalRef>>>;
  readonly text: Sentence;
  readonly cure: Sentence;
}

/** A reason as raised: its definition, the regime it is raised in, the field and the facts it speaks of. */
export interface Reason {
  readonly code: string;
  readonly article: string;
  readonly text: Sentence;
  readonly cure: Sentence;
  /** JSON pointer of the field of the request that it speaks of, when there is one. */
  readonly pointer?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const catalogue = new Map<string, ReasonDefinition>();

/**
 * Defines the reasons of a slice. @throws Error when a code is already defined by another slice: a code has one owner.
 */
export function defineReasons<const T extends Record<string, Omit<ReasonDefinition, 'code'>>>(
  definitions: T,
): { readonly [K in keyof T & string]: ReasonDefinition<K> } {
  const defined: Record<string, ReasonDefinition> = {};
  for (const [code, definition] of Object.entries(definitions)) {
    if (catalogue.has(code)) throw new Error(`reason ${code} is defined twice`);
    const reason = Object.freeze({ code, ...definition });
    catalogue.set(code, reason);
    defined[code] = reason;
  }
  return defined as { readonly [K in keyof T & string]: ReasonDefinition<K> };
}

/** Every reason that the code loaded into this process can raise, sorted by code. */
export function allReasons(): readonly ReasonDefinition[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}

export interface ReasonDetails {
  readonly pointer?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly regime?: Regime;
  /** The article of this very case, where one code stands for several; else that of the definition. */
  readonly article?: LegalRef;
}

/**
 * Raises a reason. Without a regime the Code 2017 article is named where there is one, else that of Code 2010.
 * @throws Error when the regime has no such ground: a bug, not a refusal.
 */
export function reason(definition: ReasonDefinition, details: ReasonDetails = {}): Reason {
  const article =
    details.article ??
    (details.regime
      ? definition.article[details.regime]
      : (definition.article.CODE_2017 ?? definition.article.CODE_2010));
  if (!article)
    throw new Error(`reason ${definition.code} is no ground in ${details.regime ?? 'any regime'}`);
  return {
    code: definition.code,
    article: article.text,
    text: definition.text,
    cure: definition.cure,
    parameters: details.parameters ?? {},
    ...(details.pointer === undefined ? {} : { pointer: details.pointer }),
  };
}

/** The reason if the condition holds, else nothing: the line of a list of refusals. */
export function when(
  condition: boolean,
  definition: ReasonDefinition,
  details?: ReasonDetails,
): Reason | undefined {
  return condition ? reason(definition, details) : undefined;
}

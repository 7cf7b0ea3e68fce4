/** Where the law says it: an act, an article and a paragraph. Every reason, term and event carries one. */

/** The two editions that stand side by side; a rule names the one it follows. */
export type Regime = 'CODE_2010' | 'CODE_2017';

/** The acts that rules cite. `RULES_2024` are the clearance rules in force since 31 March 2024. */
export type Act = Regime | 'RULES_2024' | 'DESIGN';

export interface LegalRef {
  readonly act: Act;
  readonly article: string;
  /** As printed, e.g. "art. 288.4.1", "Code 2017 art. 201.1". */
  readonly text: string;
}

const PREFIX: Record<Act, string> = {
  CODE_2010: 'art. ',
  CODE_2017: 'Code 2017 art. ',
  RULES_2024: 'Clearance rules 2024, ',
  DESIGN: 'Shekara, ',
};

function ref(act: Act, article: string): LegalRef {
  return Object.freeze({ act, article, text: PREFIX[act] + article });
}

/** Code 2010: `art(288, '4.1')` is article 288, paragraph 4, subparagraph 1. */
export function art(article: number, paragraph?: string | number): LegalRef {
  return ref('CODE_2010', paragraph === undefined ? `${article}` : `${article}.${paragraph}`);
}

/** Code 2017: `art2017(201, 4)` is ground 4 of article 201. */
export function art2017(article: number, paragraph?: string | number): LegalRef {
  return ref('CODE_2017', paragraph === undefined ? `${article}` : `${article}.${paragraph}`);
}

/** The 2024 clearance rules (electronic filing, automatic release). */
export function rules2024(place: string): LegalRef {
  return ref('RULES_2024', place);
}

/** A duty that no text sets and that the platform sets itself, named after the rule id or the design chapter. */
export function design(place: string): LegalRef {
  return ref('DESIGN', place);
}

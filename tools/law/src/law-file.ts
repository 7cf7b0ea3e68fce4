/** A law file: rule lines `- **R-XXX-nnn** text {auto}`; the tag at the end of the line says who acts. */
import type { Finding } from './finding.js';

/** `auto`: the system alone; `officer`: a person, guided by the system; `outside`: nothing for software. */
export type Actor = 'auto' | 'officer' | 'outside';

export interface LawRule {
  readonly id: string;
  readonly actor: Actor;
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

export interface LawFile {
  /** The file name without `.md`: `payments`. */
  readonly file: string;
  readonly path: string;
  readonly rules: readonly LawRule[];
  readonly findings: readonly Finding[];
}

const RULE_LINE = /^\s*[-*]\s+(?:\*\*)?(R-[A-Z]+-\d+[a-z]?)(?:\*\*)?\s+(.*?)\s*$/;
const TAG = /\{(\w+)\}$/;
const ACTORS: readonly string[] = ['auto', 'officer', 'outside'] satisfies Actor[];
const RULE_ID = /\bR-[A-Z]+-\d+[a-z]?\b/g;

function isActor(tag: string | undefined): tag is Actor {
  return tag !== undefined && ACTORS.includes(tag);
}

/** Every rule id that a text names, in the order of the text, each once. */
export function ruleIdsIn(text: string): readonly string[] {
  return [...new Set(text.match(RULE_ID) ?? [])];
}

/**
 * Reads the rules of one law file.
 * Findings: a rule line without its tag or with an unknown one, and a tagged line that has no rule id.
 */
export function readLawFile(path: string, text: string): LawFile {
  const rules: LawRule[] = [];
  const findings: Finding[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const [, id, body] = RULE_LINE.exec(content) ?? [];
    const tag = TAG.exec(content.trimEnd())?.[1];
    if (id === undefined || body === undefined) {
      if (isActor(tag)) findings.push({ path, line, message: `a line tagged {${tag}} has no rule id` });
    } else if (isActor(tag)) {
      rules.push({ id, actor: tag, text: body.replace(TAG, '').trimEnd(), path, line });
    } else {
      const fault = tag === undefined ? 'has no tag' : `has the unknown tag {${tag}}`;
      findings.push({
        path,
        line,
        message: `rule ${id} ${fault}: end it with {auto}, {officer} or {outside}`,
      });
    }
  }
  return { file: path.replace(/^.*\//, '').replace(/\.md$/, ''), path, rules, findings };
}

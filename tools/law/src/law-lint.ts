/** The lint of the law: every rule has one definition and one tag; code and tests name only rules that exist. */
import { inReadingOrder, type Finding } from './finding.js';
import { ruleIdsIn, type LawFile, type LawRule } from './law-file.js';
import { readTests } from './test-source.js';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** `R-PAY-001..003`, `R-PAY-001 to 003`, `R-PAY-001, 002`: ids that no search finds and no count sees. */
const SHORTHAND =
  /R-[A-Z]+-\d{3}\s*(?:\.\.+|…|–|—|-|\/|to\b)\s*(?:R-[A-Z]+-)?\d{3}\b|R-[A-Z]+-\d{3}(?:,|\s+and)\s+\d{3}(?=\s*(?:[,):\]]|$))/;

function definedTwice(law: readonly LawFile[]): readonly Finding[] {
  const first = new Map<string, LawRule>();
  const findings: Finding[] = [];
  for (const rule of law.flatMap((file) => file.rules)) {
    const earlier = first.get(rule.id);
    if (!earlier) first.set(rule.id, rule);
    else {
      const message = `rule ${rule.id} is defined already at ${earlier.path}:${earlier.line}`;
      findings.push({ path: rule.path, line: rule.line, message });
    }
  }
  return findings;
}

function undefinedRules(source: SourceFile, defined: ReadonlySet<string>): readonly Finding[] {
  return source.text.split('\n').flatMap((content, index) =>
    ruleIdsIn(content)
      .filter((id) => !defined.has(id))
      .map((id) => ({ path: source.path, line: index + 1, message: `no law file defines rule ${id}` })),
  );
}

function shorthandTitles(source: SourceFile): readonly Finding[] {
  if (!/\.spec\.tsx?$/.test(source.path)) return [];
  return readTests(source.path, source.text).flatMap(({ titles, line }) =>
    titles
      .map((title) => SHORTHAND.exec(title)?.[0])
      .filter((shorthand) => shorthand !== undefined)
      .map((shorthand) => ({
        path: source.path,
        line,
        message: `a test title says "${shorthand}": name each rule that the test proves`,
      })),
  );
}

/** Every fault of the law files and of the sources that speak of them, in reading order. */
export function lintLaw(law: readonly LawFile[], sources: readonly SourceFile[]): readonly Finding[] {
  const defined = new Set(law.flatMap((file) => file.rules.map((rule) => rule.id)));
  return inReadingOrder([
    ...law.flatMap((file) => file.findings),
    ...definedTwice(law),
    ...sources.flatMap((source) => [...undefinedRules(source, defined), ...shorthandTitles(source)]),
  ]);
}

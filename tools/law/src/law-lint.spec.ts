import { describeFinding } from './finding.js';
import { readLawFile } from './law-file.js';
import { lintLaw } from './law-lint.js';

const law = [
  readLawFile(
    'apps/payments/law/payments.md',
    '- R-PAY-001 One. {auto}\n- R-PAY-002 Two. {auto}\n- R-PAY-003 Three. {auto}',
  ),
];
/** Ids that no law file defines are put together here, or the lint would find them in this very file. */
const unknown = ['R', 'PAY', '999'].join('-');
const lint = (path: string, text: string, files = law) =>
  lintLaw(files, [{ path, text }]).map(describeFinding);

describe('lintLaw', () => {
  it('is content with rules that exist, tags that are there and ids that are named in full', () => {
    expect(
      lint('apps/payments/src/a.spec.ts', `it('keeps (R-PAY-001, R-PAY-002; 999 items)', () => { f(); });`),
    ).toEqual([]);
  });

  it('refuses an id that no law file defines, with its place', () => {
    const message = `no law file defines rule ${unknown}`;
    expect(lint('libs/kernel/src/a.ts', `// fine: R-PAY-001\n// ${unknown} and ${unknown}`)).toEqual([
      `libs/kernel/src/a.ts:2 ${message}`,
    ]);
    expect(lint('proto/a.proto', `// ${unknown}`)).toEqual([`proto/a.proto:1 ${message}`]);
  });

  it('refuses a rule that is defined twice, naming the first place', () => {
    const again = readLawFile('apps/risk/law/risk.md', '\n- **R-PAY-002** Again. {officer}');
    expect(lint('a.ts', '', [...law, again])).toEqual([
      'apps/risk/law/risk.md:2 rule R-PAY-002 is defined already at apps/payments/law/payments.md:2',
    ]);
  });

  it('passes on the faults of the law files, in reading order', () => {
    const untagged = readLawFile('apps/risk/law/risk.md', '- R-RSK-001 No tag.');
    expect(lint('a.ts', `// ${unknown}`, [untagged])).toEqual([
      `a.ts:1 no law file defines rule ${unknown}`,
      'apps/risk/law/risk.md:1 rule R-RSK-001 has no tag: end it with {auto}, {officer} or {outside}',
    ]);
  });

  it.each([
    'R-PAY-001..003',
    'R-PAY-001 to R-PAY-003',
    'R-PAY-001–003',
    'R-PAY-001/002',
    'R-PAY-001, 002',
    'R-PAY-001 and 002',
  ])('refuses a shorthand in a title (case %#)', (shorthand) => {
    expect(lint('a.spec.ts', `\nit('keeps (${shorthand})', () => { f(); });`)).toEqual([
      `a.spec.ts:2 a test title says "${shorthand}": name each rule that the test proves`,
    ]);
  });
});

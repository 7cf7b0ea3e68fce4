import { readLawFile, ruleIdsIn } from './law-file.js';

const path = 'apps/payments/law/payments.md';

describe('readLawFile', () => {
  it('reads rule lines in both spellings, with who acts, their text and their line', () => {
    const text = [
      '# Payments',
      '',
      '- **R-PAY-001** Keep kinds apart (art. 113). {auto}',
      '- R-PAY-002 Decide {x} well. {officer}',
    ];
    const law = readLawFile(path, text.join('\n'));
    expect(law.file).toBe('payments');
    expect(law.findings).toEqual([]);
    expect(law.rules).toEqual([
      { id: 'R-PAY-001', actor: 'auto', text: 'Keep kinds apart (art. 113).', path, line: 3 },
      { id: 'R-PAY-002', actor: 'officer', text: 'Decide {x} well.', path, line: 4 },
    ]);
  });

  it('reads files with the line ends of Windows', () => {
    expect(readLawFile(path, '- R-PAY-001 One. {outside}\r\n- R-PAY-002 Two. {auto}\r\n').rules).toHaveLength(
      2,
    );
  });

  it('passes over text that only mentions a rule', () => {
    const law = readLawFile(path, '- See R-PAY-001 for the base.\n| R-PAY-002 | x |\nR-PAY-003 MUST hold.');
    expect(law.rules).toEqual([]);
    expect(law.findings).toEqual([]);
  });

  it.each([
    ['- R-PAY-001 No tag.', /R-PAY-001 has no tag/],
    ['- R-PAY-001 Strange tag. {machine}', /unknown tag \{machine\}/],
    ['- R-PAY-001 Tag not at the end {auto} of it.', /has no tag/],
    ['- A rule without a number. {auto}', /tagged \{auto\} has no rule id/],
  ])('finds the fault of a line (case %#)', (line, message) => {
    const law = readLawFile(path, `\n${line}`);
    expect(law.rules).toEqual([]);
    expect(law.findings).toEqual([{ path, line: 2, message: expect.stringMatching(message) }]);
  });
});

describe('ruleIdsIn', () => {
  it('gives every id once, and a misspelt one too, so that the lint can refuse it', () => {
    const misspelt = `R-PAY-${1}`;
    expect(ruleIdsIn(`(R-PAY-001, R-DEC-041; R-PAY-001) ${misspelt}`)).toEqual([
      'R-PAY-001',
      'R-DEC-041',
      misspelt,
    ]);
  });

  it('does not find an id inside another word', () => {
    expect(ruleIdsIn('ERR-PAY-001 PAY-001 R-pay-001')).toEqual([]);
  });
});

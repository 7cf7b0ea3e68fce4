import { readFileSync } from 'node:fs';
import { Exact } from '@shekara/kernel';
import type { RiskProfileContent } from '../risk-profile/profile-content.js';
import { objectionsToContent, riskLevel } from '../risk-profile/profile-content.js';
import type { RiskProfile } from '../risk-profile/risk-profile.js';
import type { ArrivalFacts, ArrivalItemFacts, FactView, PersonFacts } from '../risk-profile/fact-view.js';
import type { DeclarationFacts, DeclarationItemFacts } from '../risk-profile/fact-view.js';
import { evaluateRisk } from './risk-evaluation.js';

interface Example {
  readonly number: string;
  readonly content: RiskProfileContent;
}

const examples: readonly Example[] = JSON.parse(
  readFileSync(new URL('../../data/example-profiles.json', import.meta.url), 'utf8'),
);
const profiles: readonly RiskProfile[] = examples.map(({ number, content }) => ({
  number,
  version: 1,
  status: 'ACTIVE',
  content,
  level: riskLevel(content.likelihood, content.consequence),
  author: 'analyst',
}));

const tenge = (amount: number) => new Exact(amount);

interface Changes {
  readonly header?: Partial<DeclarationFacts>;
  readonly item?: Partial<DeclarationItemFacts>;
  readonly person?: Partial<PersonFacts>;
}

/** Machine parts from Germany, USD 10,000 at 520 tenge, 500 kg net: the plain import that nobody has to look at. */
function machineParts({ header, item, person }: Changes = {}): FactView {
  return {
    stage: 'DECLARATION',
    header: {
      procedure: '40',
      direction: 'IMPORT',
      transportMode: '31',
      departureCountry: 'DE',
      tradingCountry: 'DE',
      currency: 'USD',
      incoterms: 'DAP',
      declarant: '000140000003',
      totalCustomsValue: tenge(5_200_000),
      totalInvoice: tenge(10_000),
      packages: 20n,
      itemCount: 1n,
      preliminary: false,
      ...header,
    },
    items: [
      {
        number: 1n,
        commodityCode: '8483409000',
        description: 'gear boxes',
        originCountry: 'DE',
        preferenceClaimed: false,
        customsValue: tenge(5_200_000),
        invoicePrice: tenge(10_000),
        netKg: tenge(500),
        grossKg: tenge(540),
        packages: 20n,
        documents: [],
        ...item,
      },
    ],
    person: { category: 'MEDIUM', earlierDeclarations: 12n, offencesLastYear: 0n, ...person },
  };
}

function truck(header: Partial<ArrivalFacts> = {}, item: Partial<ArrivalItemFacts> = {}): FactView {
  return {
    stage: 'ARRIVAL',
    header: {
      transportMode: '31',
      vehicleCountry: 'KZ',
      departureCountry: 'DE',
      packages: 20n,
      grossKg: tenge(540),
      itemCount: 1n,
      ...header,
    },
    items: [
      { number: 1n, commodityCode: '8483', originCountry: 'DE', packages: 20n, grossKg: tenge(540), ...item },
    ],
    person: { category: 'MEDIUM', earlierDeclarations: 12n, offencesLastYear: 0n },
  };
}

function fired(view: FactView): readonly string[] {
  const evaluation = evaluateRisk(
    {
      evaluationId: 'e',
      objectRef: 'o',
      territorialUnit: 'ALMATY',
      view,
      evaluatedAt: new Date('2026-02-03T05:15:00Z'),
      draw: 0.999,
      exemptFromExamination: false,
    },
    profiles,
    {
      area: 'ALMATY',
      stage: view.stage,
      sharePerMille: 5,
      orders: [{ measure: 'DOCUMENT_CHECK', mandatory: true }],
    },
  );
  const parts = [evaluation.whole, ...evaluation.items];
  expect(parts.flatMap((part) => part.failures)).toEqual([]);
  return parts.flatMap((part) => part.hits).map((hit) => hit.profileNumber);
}

describe('the twelve example profiles', () => {
  it('are twelve, each complete and with an expression that compiles', () => {
    expect(new Set(examples.map(({ number }) => number)).size).toBe(12);
    expect(examples.flatMap(({ content }) => objectionsToContent(content))).toEqual([]);
  });

  it.each([
    ['of a known importer', machineParts()],
    ['of a first-time importer', machineParts({ person: { earlierDeclarations: 0n } })],
    ['of an authorised economic operator', machineParts({ person: { category: 'AEO' } })],
    ['by air', machineParts({ header: { transportMode: '40' } })],
    ['on its truck', truck()],
    ['on its truck, weighed', truck({ measuredGrossKg: tenge(545) })],
  ])('leave a plain import of machine parts alone: %s', (_case, view) => {
    expect(fired(view)).toEqual([]);
  });

  it.each([
    ['RP-0001', machineParts({ item: { commodityCode: '6204623900', customsValue: tenge(1_200_000) } })],
    ['RP-0002', machineParts({ person: { category: 'HIGH' } })],
    ['RP-0003', machineParts({ item: { commodityCode: '2208301900' } })],
    ['RP-0004', machineParts({ item: { commodityCode: '2402209000' } })],
    ['RP-0005', truck({}, { commodityCode: '2402' })],
    ['RP-0006', truck({ measuredGrossKg: tenge(568) })],
    [
      'RP-0007',
      machineParts({ header: { totalCustomsValue: tenge(10_000_001) }, person: { earlierDeclarations: 0n } }),
    ],
    ['RP-0008', machineParts({ item: { preferenceClaimed: true, originCountry: 'VN' } })],
    ['RP-0009', machineParts({ item: { netKg: tenge(541) } })],
    ['RP-0010', machineParts({ item: { commodityCode: '9014208001' } })],
    [
      'RP-0011',
      machineParts({
        item: { commodityCode: '3303001000', originCountry: 'TR', customsValue: tenge(3_900_000) },
      }),
    ],
    ['RP-0012', machineParts({ item: { commodityCode: '3924900009', packages: 17n } })],
  ])('%s fires where it should, alone', (number, view) => {
    expect(fired(view)).toEqual([number]);
  });

  it.each([
    machineParts({ item: { commodityCode: '6204623900', customsValue: tenge(1_250_000) } }),
    machineParts({ item: { commodityCode: '2208301900' }, person: { category: 'AEO' } }),
    truck({}, { commodityCode: '2402', grossKg: tenge(50) }),
    truck({ measuredGrossKg: tenge(567) }),
    truck({ measuredGrossKg: tenge(513) }),
    machineParts({ header: { totalCustomsValue: tenge(10_000_000) }, person: { earlierDeclarations: 0n } }),
    machineParts({ item: { commodityCode: '3924900009', packages: 18n } }),
  ])('stay silent at their limits (%#)', (view) => {
    expect(fired(view)).toEqual([]);
  });
});

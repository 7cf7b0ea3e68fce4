import type { releaseDecision as en } from '../en/release-decision.js';
import type { Words } from '../words.js';

export const releaseDecision: Words<typeof en> = {
  decisionTitle: 'Шығару туралы шешім',
  decisionKind: 'Сіздің шешіміңіз',
  decisionRelease: 'Тауарларды шығару',
  decisionRefuse: 'Шығарудан бас тарту',
  findingsConsidered: 'Алшақтықтар қалай реттелді',
  findingsConsideredHint: 'Бақылау алшақтық анықтаса, міндетті.',
  refusalGrounds: 'Бас тарту негіздері: қолданылатындардың бәрін белгілеңіз',
  groundsOfAct: '2017 жылғы Кодекс, 201-бап',
  groundFacts: 'Фактілер',
  groundFactsHint: 'Нақты не, құжаттары мен күндерімен. Мұны декларант оқиды.',
  groundCondition: 'Қай шарт сақталмаған',
  condition_DOCUMENTS_PRESENT: 'Құжаттар мен рұқсаттар ұсынылған',
  condition_PROCEDURE_CONDITIONS_MET: 'Рәсім шарттары сақталған',
  condition_PAID_OR_SECURED: 'Төлемдер төленген немесе қамтамасыз етілген',
  decisionMissing: 'Шығаруды немесе бас тартуды таңдаңыз.',
  groundMissing: 'Кемінде бір негіз таңдаңыз.',
  factsMissing: 'Әр негіздің фактілерін жазыңыз.',
  conditionMissing: 'Шығарудың қай шарты сақталмағанын көрсетіңіз.',
  submitRelease: 'Шығару',
  submitRefusal: 'Шығарудан бас тарту',
  released: 'Тауарлар шығарылды.',
  refused: 'Шығарудан бас тартылды. Декларантқа барлық негіз хабарланды.',
  sending: 'Жіберілуде…',
};

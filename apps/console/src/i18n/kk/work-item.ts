import type { workItem as en } from '../en/work-item.js';
import type { Words } from '../words.js';

export const workItem: Words<typeof en> = {
  workGone: 'Бұл жұмыс енді сіздің кезегіңізде жоқ: орындалған, тоқтатылған немесе басқа адамда.',
  claimFirst: 'Шешім қабылдамас бұрын жұмысты алыңыз. Ол сізде тұрғанда басқа ешкім шеше алмайды.',
  heldByAnother: 'Жұмыс басқа лауазымды адамда. Оқуға болады, шешуге болмайды.',
  caseFacts: 'Іс',
  openTimeline: 'Іс барысын ашу',
  openDeclaration: 'Декларацияны ашу',
  ground: 'Негіз',
  openedAt: 'Ашылды',
  noFormForKind:
    'Бұл жұмыс түрі бойынша бөлек шешім қабылданбайды ({service}). Ол тауарлар немесе құжаттар жағдайы өзгергенде аяқталады; бұл хронологиядан көрінеді.',
  decisionSent: 'Жазылды: {title}',
  formSend: 'Шешімді жіберу',
  formOptional: '(міндетті емес)',
  formExample: 'мысалы {example}',
  formAddRow: 'Қосу: {list}',
  formRow: '{number}-жол',
  formRemoveRow: '{number}-жолды алып тастау',
  formRequired: 'Бұл өрісті толтырыңыз.',
  formPattern: 'Пішімі сәйкес келмейді.',
  formNumber: 'Рұқсат етілген шектегі санды көрсетіңіз.',
  formTooLong: 'Мәтін тым ұзын.',
  formNoRows: 'Кемінде бір жол қосыңыз.',
  formGive: 'Мынаны көрсетіңіз: {field}',
  formDocumentNumber: 'Құжат нөмірі',
  subjectTitle: 'Құжат',
};

import type { problems as en } from '../en/problems.js';
import type { Words } from '../words.js';

export const problems: Words<typeof en> = {
  problemTitle: 'Сервер бас тартты',
  problemUnreachable: 'Сервер жауап бермеді. Ештеңе жоғалған жоқ: қайта жіберіңіз, сұрау бір рет есептеледі.',
  problemFailed: 'Сервер ақауы. Сұрау әсер еткен жоқ, оны қайталауға болады.',
  problemForbidden: 'Бұл сізге қолжетімсіз.',
  reasonCure: 'Не істеу керек',
  reasonField: 'Өріс',
  reasonUnknown: 'Анықтамалықта сипаттамасы жоқ себеп',
  correctForm: 'Нысанды түзетіңіз',
};

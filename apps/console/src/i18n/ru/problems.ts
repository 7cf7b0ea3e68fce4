import type { problems as en } from '../en/problems.js';
import type { Words } from '../words.js';

export const problems: Words<typeof en> = {
  problemTitle: 'Сервер отказал',
  problemUnreachable: 'Сервер не ответил. Ничего не потеряно: отправьте снова, запрос будет учтён один раз.',
  problemFailed: 'Сбой сервера. Запрос не подействовал, его можно повторить.',
  problemForbidden: 'Это вам недоступно.',
  reasonCure: 'Что делать',
  reasonField: 'Поле',
  reasonUnknown: 'Причина без описания в справочнике',
  correctForm: 'Исправьте форму',
};

import type { workItem as en } from '../en/work-item.js';
import type { Words } from '../words.js';

export const workItem: Words<typeof en> = {
  workGone: 'Этой работы больше нет в вашей очереди: она выполнена, отменена или передана другому лицу.',
  claimFirst:
    'Возьмите работу, прежде чем принимать решение. Пока она у вас, никто другой решить её не может.',
  heldByAnother: 'Работа у другого должностного лица. Её можно читать, но не решать.',
  caseFacts: 'Дело',
  openTimeline: 'Открыть ход дела',
  openDeclaration: 'Открыть декларацию',
  ground: 'Основание',
  openedAt: 'Открыто',
  noFormForKind:
    'Для этого вида работы нет отдельного решения ({service}). Она завершится, когда изменится судьба товаров или документов; это видно в хронологии.',
  decisionSent: 'Записано: {title}',
  formSend: 'Отправить решение',
  formOptional: '(необязательно)',
  formExample: 'например {example}',
  formAddRow: 'Добавить: {list}',
  formRow: 'Строка {number}',
  formRemoveRow: 'Удалить строку {number}',
  formRequired: 'Заполните это поле.',
  formPattern: 'Формат не подходит.',
  formNumber: 'Укажите число в допустимых пределах.',
  formTooLong: 'Текст слишком длинный.',
  formNoRows: 'Добавьте хотя бы одну строку.',
  formGive: 'Укажите: {field}',
  formDocumentNumber: 'Номер документа',
  subjectTitle: 'Документ',
};

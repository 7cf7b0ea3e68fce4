import { defineReasons, design } from '@shekara/kernel';

export const workItemReasons = defineReasons({
  WORK_ITEM_UNKNOWN: {
    article: { CODE_2017: design('work items') },
    text: {
      en: 'There is no such work item.',
      ru: 'Такого задания нет.',
      kk: 'Мұндай тапсырма жоқ.',
    },
    cure: {
      en: 'Read the queue again.',
      ru: 'Обновите очередь.',
      kk: 'Кезекті қайта жаңартыңыз.',
    },
  },
  WORK_ITEM_CLOSED: {
    article: { CODE_2017: design('work items') },
    text: {
      en: 'The work item is completed or cancelled.',
      ru: 'Задание уже завершено или отменено.',
      kk: 'Тапсырма аяқталған немесе тоқтатылған.',
    },
    cure: {
      en: 'Take another item from the queue.',
      ru: 'Возьмите другое задание из очереди.',
      kk: 'Кезектен басқа тапсырманы алыңыз.',
    },
  },
  WORK_ITEM_HELD_BY_ANOTHER: {
    article: { CODE_2017: design('work items') },
    text: {
      en: 'Another officer holds the work item.',
      ru: 'Задание находится у другого должностного лица.',
      kk: 'Тапсырма басқа лауазымды адамда.',
    },
    cure: {
      en: 'Ask the officer to release it, or the head of the post to reassign it.',
      ru: 'Попросите это лицо освободить задание или руководителя поста переназначить его.',
      kk: 'Сол адамнан тапсырманы босатуды немесе бекет басшысынан қайта тағайындауды сұраңыз.',
    },
  },
  WORK_ITEM_NOT_CLAIMED: {
    article: { CODE_2017: design('work items') },
    text: {
      en: 'The work item must be claimed before it is decided.',
      ru: 'Перед решением задание нужно взять в работу.',
      kk: 'Шешім қабылдамас бұрын тапсырманы жұмысқа алу керек.',
    },
    cure: { en: 'Claim it first.', ru: 'Сначала возьмите его в работу.', kk: 'Алдымен оны жұмысқа алыңыз.' },
  },
});

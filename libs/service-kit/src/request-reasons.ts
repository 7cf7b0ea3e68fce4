/** Reasons for requests that no law is asked about: they are not readable as what they claim to be. */
import { defineReasons, design } from '@shekara/kernel';

const article = { CODE_2017: design('HTTP interface') };

export const requestReasons = defineReasons({
  FIELD_INVALID: {
    article,
    text: {
      en: 'A field has the wrong type or form.',
      ru: 'Поле имеет неверный тип или формат.',
      kk: 'Өрістің түрі немесе пішімі қате.',
    },
    cure: {
      en: 'Correct the field that the pointer names.',
      ru: 'Исправьте поле, на которое указывает pointer.',
      kk: 'pointer көрсеткен өрісті түзетіңіз.',
    },
  },
  FIELD_UNKNOWN: {
    article,
    text: {
      en: 'The request has a field that does not exist.',
      ru: 'В запросе есть несуществующее поле.',
      kk: 'Сұрауда жоқ өріс бар.',
    },
    cure: {
      en: 'Remove the field, or correct its name.',
      ru: 'Удалите поле или исправьте его имя.',
      kk: 'Өрісті алып тастаңыз немесе атауын түзетіңіз.',
    },
  },
  IDEMPOTENCY_KEY_MISSING: {
    article,
    text: {
      en: 'The request has no Idempotency-Key.',
      ru: 'В запросе нет заголовка Idempotency-Key.',
      kk: 'Сұрауда Idempotency-Key тақырыбы жоқ.',
    },
    cure: {
      en: 'Send a header Idempotency-Key of 8 to 100 letters, digits, dots, hyphens or underscores, new for each document.',
      ru: 'Передайте заголовок Idempotency-Key из 8–100 букв, цифр, точек, дефисов или подчёркиваний, новый для каждого документа.',
      kk: 'Әр құжат үшін жаңа, 8–100 әріп, сан, нүкте, сызықша немесе астыңғы сызықтан тұратын Idempotency-Key тақырыбын жіберіңіз.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    article,
    text: {
      en: 'The Idempotency-Key was already used for another request.',
      ru: 'Этот Idempotency-Key уже использован для другого запроса.',
      kk: 'Бұл Idempotency-Key басқа сұрау үшін қолданылған.',
    },
    cure: {
      en: 'Send a new key, or the first request unchanged.',
      ru: 'Передайте новый ключ или первый запрос без изменений.',
      kk: 'Жаңа кілт немесе өзгертілмеген бірінші сұрауды жіберіңіз.',
    },
  },
  NOT_FOUND: {
    article,
    text: { en: 'There is no such resource.', ru: 'Такого ресурса нет.', kk: 'Мұндай ресурс жоқ.' },
    cure: { en: 'Check the address.', ru: 'Проверьте адрес.', kk: 'Мекенжайды тексеріңіз.' },
  },
  REQUEST_INVALID: {
    article,
    text: {
      en: 'The request cannot be read.',
      ru: 'Запрос невозможно прочитать.',
      kk: 'Сұрауды оқу мүмкін емес.',
    },
    cure: {
      en: 'Compare it with the OpenAPI document of the service.',
      ru: 'Сверьте его с документом OpenAPI сервиса.',
      kk: 'Оны сервистің OpenAPI құжатымен салыстырыңыз.',
    },
  },
});

/** Why the door turns a request away before a service sees it, or cannot bring an answer. */
import { defineReasons, design } from '@shekara/kernel';

const article = { CODE_2017: design('gateway') };

export const doorReasons = defineReasons({
  TOO_MANY_REQUESTS: {
    article,
    text: {
      en: 'You send more requests a minute than one client may.',
      ru: 'Вы отправляете больше запросов в минуту, чем разрешено одному клиенту.',
      kk: 'Сіз минутына бір клиентке рұқсат етілгеннен көп сұрау жібересіз.',
    },
    cure: {
      en: 'Wait the seconds that Retry-After names, then repeat the request with the same Idempotency-Key.',
      ru: 'Подождите столько секунд, сколько указано в Retry-After, и повторите запрос с тем же Idempotency-Key.',
      kk: 'Retry-After көрсеткен секундтар өткенше күтіп, сұрауды сол Idempotency-Key арқылы қайталаңыз.',
    },
  },
  BODY_TOO_LARGE: {
    article,
    text: {
      en: 'The request body is larger than 4 MiB.',
      ru: 'Тело запроса больше 4 МиБ.',
      kk: 'Сұраудың денесі 4 МиБ-тан үлкен.',
    },
    cure: {
      en: 'Send a smaller document, or divide it.',
      ru: 'Отправьте документ меньшего размера или разделите его.',
      kk: 'Кішірек құжат жіберіңіз немесе оны бөліңіз.',
    },
  },
  PATH_INVALID: {
    article,
    text: {
      en: 'The path of the request cannot be read.',
      ru: 'Путь запроса невозможно прочитать.',
      kk: 'Сұраудың жолын оқу мүмкін емес.',
    },
    cure: {
      en: 'Encode the path once and leave out steps to a parent folder.',
      ru: 'Закодируйте путь один раз и не указывайте переходы в родительскую папку.',
      kk: 'Жолды бір рет кодтаңыз және жоғарғы қалтаға өтуді көрсетпеңіз.',
    },
  },
  SERVICE_UNREACHABLE: {
    article,
    text: {
      en: 'The service that decides this is not reachable now.',
      ru: 'Сервис, принимающий это решение, сейчас недоступен.',
      kk: 'Бұл шешімді қабылдайтын сервис қазір қолжетімсіз.',
    },
    cure: {
      en: 'Repeat the request with the same Idempotency-Key in a few seconds; it takes effect once.',
      ru: 'Повторите запрос через несколько секунд с тем же Idempotency-Key; он подействует один раз.',
      kk: 'Сұрауды бірнеше секундтан кейін сол Idempotency-Key арқылы қайталаңыз; ол бір рет қана әсер етеді.',
    },
  },
  SERVICE_TOO_SLOW: {
    article,
    text: {
      en: 'The service that decides this did not answer in time; the request may have taken effect.',
      ru: 'Сервис, принимающий это решение, не ответил вовремя; запрос мог подействовать.',
      kk: 'Бұл шешімді қабылдайтын сервис уақытында жауап бермеді; сұрау әсер еткен болуы мүмкін.',
    },
    cure: {
      en: 'Repeat the request with the same Idempotency-Key: you get the answer of the first one.',
      ru: 'Повторите запрос с тем же Idempotency-Key: вы получите ответ на первый запрос.',
      kk: 'Сұрауды сол Idempotency-Key арқылы қайталаңыз: біріншісінің жауабын аласыз.',
    },
  },
});

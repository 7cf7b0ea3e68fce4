/** Why a request is turned away before any rule of the law is asked. */
import { defineReasons, design } from '@shekara/kernel';

const article = { CODE_2010: design('security'), CODE_2017: design('security') };

export const authReasons = defineReasons({
  TOKEN_MISSING: {
    article,
    text: {
      en: 'The request carries no access token.',
      ru: 'В запросе нет токена доступа.',
      kk: 'Сұрауда қол жеткізу токені жоқ.',
    },
    cure: {
      en: 'Obtain an access token from the identity issuer and send it as "Authorization: Bearer …".',
      ru: 'Получите токен доступа у службы идентификации и передайте его в заголовке «Authorization: Bearer …».',
      kk: 'Сәйкестендіру қызметінен қол жеткізу токенін алып, оны «Authorization: Bearer …» тақырыбында жіберіңіз.',
    },
  },
  TOKEN_INVALID: {
    article,
    text: {
      en: 'The access token is not valid: it has expired, is not addressed to this system or is not signed by the issuer.',
      ru: 'Токен доступа недействителен: истёк срок, предназначен не этой системе или не подписан службой идентификации.',
      kk: 'Қол жеткізу токені жарамсыз: мерзімі өткен, осы жүйеге арналмаған немесе сәйкестендіру қызметі қол қоймаған.',
    },
    cure: {
      en: 'Obtain a new access token for this system from the identity issuer.',
      ru: 'Получите у службы идентификации новый токен доступа для этой системы.',
      kk: 'Сәйкестендіру қызметінен осы жүйеге арналған жаңа қол жеткізу токенін алыңыз.',
    },
  },
  TOKEN_UNVERIFIABLE: {
    article,
    text: {
      en: 'The access token cannot be verified now: the identity issuer does not answer.',
      ru: 'Сейчас проверить токен доступа невозможно: служба идентификации не отвечает.',
      kk: 'Қазір қол жеткізу токенін тексеру мүмкін емес: сәйкестендіру қызметі жауап бермейді.',
    },
    cure: {
      en: 'Repeat the request in a minute with the same token.',
      ru: 'Повторите запрос через минуту с тем же токеном.',
      kk: 'Сұрауды бір минуттан кейін сол токенмен қайталаңыз.',
    },
  },
  ROLE_MISSING: {
    article,
    text: {
      en: 'None of your roles may use this operation.',
      ru: 'Ни одна из ваших ролей не даёт права на эту операцию.',
      kk: 'Рөлдеріңіздің ешқайсысы бұл операцияға құқық бермейді.',
    },
    cure: {
      en: 'Ask the administrator of your organisation for the role that the operation needs.',
      ru: 'Запросите у администратора вашей организации роль, необходимую для этой операции.',
      kk: 'Ұйымыңыздың әкімшісінен осы операцияға қажетті рөлді сұраңыз.',
    },
  },
  NOT_YOUR_DOCUMENT: {
    article,
    text: {
      en: 'The document does not exist or belongs to another person.',
      ru: 'Документ не существует или принадлежит другому лицу.',
      kk: 'Құжат жоқ немесе басқа тұлғаға тиесілі.',
    },
    cure: {
      en: 'Check the number of the document, or act with a token of the person it belongs to.',
      ru: 'Проверьте номер документа или действуйте с токеном лица, которому он принадлежит.',
      kk: 'Құжаттың нөмірін тексеріңіз немесе ол тиесілі тұлғаның токенімен әрекет етіңіз.',
    },
  },
  NOT_YOUR_POST: {
    article,
    text: {
      en: 'The document belongs to a customs body outside your scope.',
      ru: 'Документ относится к таможенному органу вне вашей зоны ответственности.',
      kk: 'Құжат сіздің жауапкершілік аймағыңыздан тыс кеден органына жатады.',
    },
    cure: {
      en: 'Hand the case to an officer of that customs body, or have the body added to your scope.',
      ru: 'Передайте дело должностному лицу этого таможенного органа или расширьте свою зону ответственности.',
      kk: 'Істі сол кеден органының лауазымды адамына беріңіз немесе жауапкершілік аймағыңызды кеңейтіңіз.',
    },
  },
});

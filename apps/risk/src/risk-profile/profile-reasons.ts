/** Reasons to refuse a step in the life of a risk profile. */
import { art, defineReasons } from '@shekara/kernel';

export const profileReasons = defineReasons({
  RSK_PROFILE_INCOMPLETE: {
    article: { CODE_2010: art(217, '5') },
    text: {
      en: 'The risk profile lacks a part that the law asks for.',
      ru: 'В профиле риска нет обязательной части.',
      kk: 'Тәуекел бейінінде міндетті бөлік жоқ.',
    },
    cure: {
      en: 'Fill in the named part.',
      ru: 'Заполните названную часть.',
      kk: 'Аталған бөлікті толтырыңыз.',
    },
  },
  RSK_PROFILE_SCOPE: {
    article: { CODE_2010: art(217, '5') },
    text: {
      en: 'The profile covers an area that is not the area of this customs body.',
      ru: 'Профиль охватывает регион, не относящийся к этому таможенному органу.',
      kk: 'Бейін осы кеден органының аумағына жатпайтын өңірді қамтиды.',
    },
    cure: {
      en: 'Have it approved by the central customs body.',
      ru: 'Утвердите его в центральном таможенном органе.',
      kk: 'Оны орталық кеден органында бекітіңіз.',
    },
  },
  RSK_UNION_LOCKED: {
    article: { CODE_2010: art(216, '4') },
    text: {
      en: 'A profile made for a risk area of the Commission stays in force while its decision stands.',
      ru: 'Профиль по области риска, определённой Комиссией, действует, пока действует её решение.',
      kk: 'Комиссия айқындаған тәуекел саласының бейіні оның шешімі күшінде тұрғанда қолданылады.',
    },
    cure: {
      en: 'Wait until the decision of the Commission ends.',
      ru: 'Дождитесь прекращения решения Комиссии.',
      kk: 'Комиссия шешімінің тоқтатылуын күтіңіз.',
    },
  },
  RSK_FORM_UNKNOWN: {
    article: { CODE_2010: art(199) },
    text: {
      en: 'The measure is neither a form of customs control nor another measure named in the Code.',
      ru: 'Мера не является ни формой таможенного контроля, ни иной мерой, названной в Кодексе.',
      kk: 'Шара кедендік бақылау нысаны да, Кодексте аталған өзге шара да емес.',
    },
    cure: {
      en: 'Choose a measure from the list.',
      ru: 'Выберите меру из перечня.',
      kk: 'Тізбеден шараны таңдаңыз.',
    },
  },
  RSK_PROFILE_OWN_AUTHOR: {
    article: { CODE_2010: art(219, '3') },
    text: {
      en: 'The author of a version may not approve it.',
      ru: 'Автор версии не может её утвердить.',
      kk: 'Нұсқаның авторы оны бекіте алмайды.',
    },
    cure: {
      en: 'Have another approver decide.',
      ru: 'Передайте на утверждение другому лицу.',
      kk: 'Бекітуді басқа тұлғаға тапсырыңыз.',
    },
  },
  RSK_PROFILE_STATE: {
    article: { CODE_2010: art(219, '3') },
    text: {
      en: 'This step is not open in the present state of the profile.',
      ru: 'Это действие недоступно в текущем состоянии профиля.',
      kk: 'Бұл әрекет бейіннің қазіргі күйінде жасалмайды.',
    },
    cure: {
      en: 'Make a new version, or take the steps in order.',
      ru: 'Создайте новую версию или соблюдайте порядок действий.',
      kk: 'Жаңа нұсқа жасаңыз немесе әрекеттер тәртібін сақтаңыз.',
    },
  },
  RSK_PROFILE_VALIDITY: {
    article: { CODE_2010: art(217, '9') },
    text: {
      en: 'The present moment lies outside the validity of the profile, or the validity ends before it begins.',
      ru: 'Текущий момент вне срока действия профиля, либо срок кончается раньше, чем начинается.',
      kk: 'Қазіргі сәт бейіннің қолданылу мерзімінен тыс немесе мерзім басталмай аяқталады.',
    },
    cure: {
      en: 'Correct the validity, or wait for its start.',
      ru: 'Исправьте срок действия или дождитесь его начала.',
      kk: 'Қолданылу мерзімін түзетіңіз немесе оның басталуын күтіңіз.',
    },
  },
  RSK_REASON_MISSING: {
    article: { CODE_2010: art(219, '3') },
    text: {
      en: 'The decision needs a reason.',
      ru: 'Решение должно быть мотивировано.',
      kk: 'Шешім негізделуі тиіс.',
    },
    cure: { en: 'State the reason.', ru: 'Укажите причину.', kk: 'Себебін көрсетіңіз.' },
  },
});

/** Why an entry of the public list of debtors cannot be published (art. 170.1). */
import { art, defineReasons } from '@shekara/kernel';

export const debtorPublicationReasons = defineReasons({
  PUBLICATION_FIELD_MISSING: {
    article: { CODE_2010: art(170, 1) },
    text: {
      en: 'The entry of a debtor lacks a part that is published.',
      ru: 'В записи о должнике нет подлежащих опубликованию сведений.',
      kk: 'Борышкер туралы жазбада жариялануға тиіс мәліметтер жоқ.',
    },
    cure: {
      en: 'Add the part named from the register of persons.',
      ru: 'Дополните указанные сведения по реестру лиц.',
      kk: 'Көрсетілген мәліметтерді тұлғалар тізілімі бойынша толықтырыңыз.',
    },
  },
  DEBTOR_LIST_STATE_UNFIT: {
    article: { CODE_2010: art(170, 2) },
    text: {
      en: 'The list of this month cannot be published: the month is not over, or it or a later one is published already.',
      ru: 'Список за этот месяц нельзя опубликовать: месяц не закончился либо он или более поздний уже опубликован.',
      kk: 'Бұл айдың тізімін жариялауға болмайды: ай аяқталмаған немесе ол не одан кейінгісі жарияланған.',
    },
    cure: {
      en: 'Publish the list of the last month that is over.',
      ru: 'Опубликуйте список за последний завершённый месяц.',
      kk: 'Соңғы аяқталған айдың тізімін жариялаңыз.',
    },
  },
});

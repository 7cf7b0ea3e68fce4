/** Why a deferral or instalment plan is not registered, granted, cancelled or broken (art. 133 to 137). */
import { art, defineReasons } from '@shekara/kernel';

export const deferralReasons = defineReasons({
  DEFERRAL_WRONG_KIND: {
    article: { CODE_2010: art(134, 1) },
    text: {
      en: 'Customs defers import duty only; this kind of payment cannot be deferred here.',
      ru: 'Таможенный орган предоставляет отсрочку только по ввозной пошлине; этот платёж здесь не отсрочивается.',
      kk: 'Кеден органы тек әкелу бажын кейінге қалдырады; бұл төлем мұнда кейінге қалдырылмайды.',
    },
    cure: {
      en: 'For value added tax or excise apply to the tax authority; pay any other kind in time.',
      ru: 'По НДС и акцизу обратитесь в налоговый орган; прочие платежи уплатите в срок.',
      kk: 'ҚҚС пен акциз бойынша салық органына жүгініңіз; өзге төлемдерді мерзімінде төлеңіз.',
    },
  },
  DEFERRAL_WRONG_PROCEDURE: {
    article: { CODE_2010: art(134, 5) },
    text: {
      en: 'The goods are not placed under release for domestic consumption.',
      ru: 'Товары не помещаются под процедуру выпуска для внутреннего потребления.',
      kk: 'Тауарлар ішкі тұтыну үшін шығару рәсіміне орналастырылмайды.',
    },
    cure: {
      en: 'Apply for goods under release for domestic consumption.',
      ru: 'Подайте заявление по товарам, выпускаемым для внутреннего потребления.',
      kk: 'Ішкі тұтыну үшін шығарылатын тауарлар бойынша өтініш беріңіз.',
    },
  },
  DEFERRAL_NO_GUARANTEE: {
    article: { CODE_2010: art(134, 5) },
    text: {
      en: 'No accepted security stands behind the deferred duty.',
      ru: 'Нет принятого обеспечения уплаты отсрочиваемой пошлины.',
      kk: 'Кейінге қалдырылатын бажды төлеуді қамтамасыз ету қабылданбаған.',
    },
    cure: {
      en: 'Provide a security and name it once customs has accepted it.',
      ru: 'Предоставьте обеспечение и укажите его после принятия таможенным органом.',
      kk: 'Қамтамасыз етуді ұсынып, кеден органы қабылдағаннан кейін көрсетіңіз.',
    },
  },
  DEFERRAL_NO_GROUND: {
    article: { CODE_2010: art(134, 4) },
    text: {
      en: 'No ground of the treaty list is named.',
      ru: 'Не указано основание из перечня, установленного международным договором.',
      kk: 'Халықаралық шартта белгіленген тізбедегі негіз көрсетілмеген.',
    },
    cure: {
      en: 'Name at least one ground of the list in force on the day of registration.',
      ru: 'Укажите хотя бы одно основание, действующее на день регистрации.',
      kk: 'Тіркелген күні қолданыста болған кемінде бір негізді көрсетіңіз.',
    },
  },
  DEFERRAL_DOCS_INCOMPLETE: {
    article: { CODE_2010: art(135, 1) },
    text: {
      en: 'Documents or details of the application are missing.',
      ru: 'Не хватает документов или сведений заявления.',
      kk: 'Өтініштің құжаттары немесе мәліметтері жетіспейді.',
    },
    cure: {
      en: 'Add what is named; the term of decision runs from the complete application.',
      ru: 'Дополните указанное; срок решения течёт с подачи полного комплекта.',
      kk: 'Көрсетілгенді толықтырыңыз; шешім мерзімі толық өтініштен басталады.',
    },
  },
  DEFERRAL_STATE_UNFIT: {
    article: { CODE_2010: art(135) },
    text: {
      en: 'The deferral is not in a state in which this can be done.',
      ru: 'В текущем состоянии отсрочки это действие невозможно.',
      kk: 'Кейінге қалдырудың қазіргі күйінде бұл әрекет мүмкін емес.',
    },
    cure: {
      en: 'Read the deferral again; its state may have changed.',
      ru: 'Откройте отсрочку заново: её состояние могло измениться.',
      kk: 'Кейінге қалдыруды қайта ашыңыз: оның күйі өзгерген болуы мүмкін.',
    },
  },
  DEFERRAL_DEBT_UNFIT: {
    article: { CODE_2010: art(133, 1) },
    text: {
      en: 'A debt to defer is not import duty owed on this account, or its due day has passed.',
      ru: 'Долг, по которому запрошена отсрочка, не является ввозной пошлиной на этом счёте, либо срок его уплаты прошёл.',
      kk: 'Кейінге қалдыру сұралған борыш осы шоттағы кедендік әкелу бажы емес немесе оны төлеу мерзімі өтіп кеткен.',
    },
    cure: {
      en: 'Name only late sums of import duty of this account that are not overdue; an overdue debt is paid or collected.',
      ru: 'Укажите только непросроченные суммы ввозной пошлины этого счёта; просроченный долг уплачивается или взыскивается.',
      kk: 'Осы шоттағы мерзімі өтпеген әкелу бажының сомаларын ғана көрсетіңіз; мерзімі өткен борыш төленеді немесе өндіріп алынады.',
    },
  },
  DEFERRAL_DECISION_UNSIGNED: {
    article: { CODE_2010: art(135, 2) },
    text: {
      en: 'The written decision is not signed by the head of the customs body or the acting head.',
      ru: 'Письменное решение не подписано руководителем таможенного органа или исполняющим его обязанности.',
      kk: 'Жазбаша шешімге кеден органының басшысы немесе оның міндетін атқарушы қол қоймаған.',
    },
    cure: {
      en: 'Have the head or acting head sign the decision.',
      ru: 'Передайте решение на подпись руководителю или исполняющему обязанности.',
      kk: 'Шешімді басшыға немесе міндетін атқарушыға қол қоюға беріңіз.',
    },
  },
  DEFERRAL_REFUSAL_UNREASONED: {
    article: { CODE_2010: art(135, 4) },
    text: {
      en: 'The refusal does not state its reason.',
      ru: 'В решении об отказе не указана причина.',
      kk: 'Бас тарту туралы шешімде себебі көрсетілмеген.',
    },
    cure: {
      en: 'State the reason by its code and in words.',
      ru: 'Укажите причину кодом и словами.',
      kk: 'Себебін кодпен және сөзбен көрсетіңіз.',
    },
  },
  DEFERRAL_SCHEDULE_UNFIT: {
    article: { CODE_2010: art(134, 3) },
    text: {
      en: 'The schedule is not one of equal parts on rising dates after the decision, agreed by both sides.',
      ru: 'График не состоит из равных долей в последовательные даты после решения либо не согласован.',
      kk: 'Кесте шешімнен кейінгі өспелі күндердегі тең үлестерден тұрмайды немесе келісілмеген.',
    },
    cure: {
      en: 'Draw up the schedule anew; the sum of each part is shown by the calculation.',
      ru: 'Составьте график заново; размер доли показывает расчёт.',
      kk: 'Кестені қайта жасаңыз; үлестің мөлшерін есеп көрсетеді.',
    },
  },
  DEFERRAL_PAYMENT_UNFIT: {
    article: { CODE_2010: art(136, 1) },
    text: {
      en: 'The payment is not above zero or exceeds what is left of the deferred duty.',
      ru: 'Платёж не больше нуля или превышает остаток отсроченной пошлины.',
      kk: 'Төлем нөлден аспайды немесе кейінге қалдырылған баждың қалдығынан асады.',
    },
    cure: {
      en: 'Record the part that belongs to this duty; the rest is overpaid money.',
      ru: 'Зачтите относящуюся к пошлине часть; остальное - излишне уплаченная сумма.',
      kk: 'Бажға тиесілі бөлігін есепке алыңыз; қалғаны - артық төленген сома.',
    },
  },
  DEFERRAL_CONDITION_KEPT: {
    article: { CODE_2010: art(136, 2) },
    text: {
      en: 'The deferral was not given for industrial processing, the condition was met, or the term was over.',
      ru: 'Отсрочка дана не для промышленной переработки, условие соблюдено или срок уже истёк.',
      kk: 'Кейінге қалдыру өнеркәсіптік өңдеуге берілмеген, шарт сақталған немесе мерзімі өтіп кеткен.',
    },
    cure: {
      en: 'Check the ground, the day of sale and the finding.',
      ru: 'Проверьте основание, день продажи и установленные факты.',
      kk: 'Негізді, сату күнін және анықталған фактілерді тексеріңіз.',
    },
  },
  DEFERRAL_CANCELLATION_UNFOUNDED: {
    article: { CODE_2010: art(135, 4) },
    text: {
      en: 'The cancellation names no treaty ground, or the applicant was not told in writing.',
      ru: 'Для отмены не указано основание международного договора или заявитель не уведомлён письменно.',
      kk: 'Күшін жоюға халықаралық шарттағы негіз көрсетілмеген немесе өтініш беруші жазбаша хабардар етілмеген.',
    },
    cure: {
      en: 'Name the treaty ground and the letter to the applicant.',
      ru: 'Укажите основание договора и письмо заявителю.',
      kk: 'Шарттағы негізді және өтініш берушіге жіберілген хатты көрсетіңіз.',
    },
  },
});

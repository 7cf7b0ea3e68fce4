/**
 * A control of goods or documents (art. 199): ordered by risk management, opened for its officer, the person told of an
 * examination, completed with an act or cancelled.
 */
import { art, type Decision, decide, type LegalRef, when } from '@shekara/kernel';
import { controlReasons as reasons } from './control-reasons.js';

/** The forms of art. 199 that this slice carries out; the other ten are not built. */
export const CONTROL_FORMS = ['DOCUMENT_CHECK', 'EXAMINATION'] as const;
export type ControlForm = (typeof CONTROL_FORMS)[number];

export const FORM_ARTICLE: Readonly<Record<ControlForm, LegalRef>> = {
  DOCUMENT_CHECK: art(200),
  EXAMINATION: art(205),
};

export type ControlStatus = 'OPEN' | 'COMPLETED' | 'CANCELLED';

export interface Control {
  readonly form: ControlForm;
  /** Numbers of the goods items to control; empty for the whole document. */
  readonly itemNumbers: readonly number[];
  readonly status: ControlStatus;
  readonly openedAt: Date;
  /** When the declarant was first told place and time of the examination (art. 205.2). */
  readonly personInformedAt?: Date;
  /** Before this instant nobody may say that the person did not come. */
  readonly awaitPersonUntil?: Date;
}

/** Where and when the examination takes place, as told to the declarant. */
export interface ExaminationNotice {
  readonly person: string;
  readonly place: string;
  readonly startsAt: Date;
}

export interface ControlOrder {
  readonly instructionId: string;
  readonly measure: string;
}

export type ControlEvent =
  | { readonly type: 'ControlOpened'; readonly form: ControlForm }
  | {
      readonly type: 'ControlMeasureInformed';
      readonly notice: ExaminationNotice;
      readonly personInformedAt: Date;
      readonly awaitPersonUntil: Date;
    };

function isControlForm(measure: string): measure is ControlForm {
  return CONTROL_FORMS.some((form) => form === measure);
}

/**
 * Opens a control on an order of risk management (R-CTL-002), waiting for nobody's leave (R-CTL-007). Refuses
 * CTL_FORM_NOT_ALLOWED for any other form (art. 199, R-CTL-003), CTL_ORIGIN_MISSING without an instruction.
 */
export function openControl(order: ControlOrder): Decision<ControlEvent> {
  const { measure, instructionId } = order;
  return decide(
    [
      when(!isControlForm(measure), reasons.CTL_FORM_NOT_ALLOWED, { parameters: { measure } }),
      when(instructionId === '', reasons.CTL_ORIGIN_MISSING),
    ],
    () => (isControlForm(measure) ? [{ type: 'ControlOpened', form: measure }] : []),
  );
}

/**
 * Tells the declarant place and time of an examination (R-CTL-110). The first second of telling stays: from then on
 * amendment and withdrawal are closed (art. 289.1, 290.3; R-CTL-111). `reasonableTimeEnds` is the end of D-CTL-07; the
 * person is awaited until then, and until the time it was told. Refuses CTL_CONTROL_STATE for another form.
 */
export function informPerson(
  control: Control,
  notice: ExaminationNotice,
  now: Date,
  reasonableTimeEnds: Date,
): Decision<ControlEvent> {
  const open = control.status === 'OPEN' && control.form === 'EXAMINATION';
  const awaitPersonUntil = notice.startsAt > reasonableTimeEnds ? notice.startsAt : reasonableTimeEnds;
  return decide([when(!open, reasons.CTL_CONTROL_STATE)], () => [
    {
      type: 'ControlMeasureInformed',
      notice,
      personInformedAt: control.personInformedAt ?? now,
      awaitPersonUntil,
    },
  ]);
}

/** What ends the need of a control of a document before its result. */
export type EndOfNeed = 'GOODS_RELEASED' | 'RELEASE_REFUSED' | 'DECLARATION_WITHDRAWN';

/** Release leaves alone what goes on after it; a refusal of release or a withdrawal (art. 290) ends every control. */
export function endsControl(
  end: EndOfNeed,
  control: { readonly status: ControlStatus; readonly continuesAfterRelease: boolean },
): boolean {
  if (control.status !== 'OPEN') return false;
  return end !== 'GOODS_RELEASED' || !control.continuesAfterRelease;
}

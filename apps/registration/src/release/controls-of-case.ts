/** The controls that a release case has heard of, whatever was heard first. */
export interface ControlOfCase {
  readonly instructionId: string;
  readonly outcome?: 'CONFORMS' | 'DISCREPANCY';
  /** DOCUMENT_CHECK or EXAMINATION. */
  readonly form?: string;
  /** Instants as the deciding service stamped them, ISO: ordered by risk, told to the declarant (an examination), ended. */
  readonly decidedAt?: string;
  readonly announcedAt?: string;
  readonly completedAt?: string;
}

/** What is heard of a control is added to what was known of it. */
export function withControl(
  controls: readonly ControlOfCase[],
  heard: ControlOfCase,
): readonly ControlOfCase[] {
  const said = Object.fromEntries(Object.entries(heard).filter(([, value]) => value !== undefined));
  const known = controls.find(({ instructionId }) => instructionId === heard.instructionId);
  const all = known ? controls : [...controls, heard];
  return all.map((control) =>
    control.instructionId === heard.instructionId
      ? { ...known, ...said, instructionId: heard.instructionId }
      : control,
  );
}

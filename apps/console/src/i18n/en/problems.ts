/** Words of refusals and failures. */
export const problems = {
  problemTitle: 'The server refused this',
  problemUnreachable: 'The server did not answer. Nothing is lost: send again, it will count once.',
  problemFailed: 'The server failed. The request had no effect and may be sent again.',
  problemForbidden: 'You may not see or do this.',
  reasonCure: 'What to do',
  reasonField: 'Field',
  reasonUnknown: 'A reason without a sentence in the catalogue',
  correctForm: 'Correct the form',
};

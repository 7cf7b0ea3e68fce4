/** A clock that is wrong on purpose: tests of whole installations move it by hours while the service runs. */
import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from '@shekara/kernel';

/** The file is read at most this often. */
const FRESH_MS = 50;

/**
 * The machine's time, moved by the milliseconds that the file says (negative: back) and none while there is no file.
 * @throws Error when the file says something else.
 */
export function wrongClock(file: string): Clock {
  let readAt = -Infinity;
  let movedMs = 0;
  return {
    now: () => {
      if (performance.now() - readAt > FRESH_MS) {
        movedMs = movementIn(file);
        readAt = performance.now();
      }
      return new Date(systemClock.now().getTime() + movedMs);
    },
  };
}

function movementIn(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const movedMs = Number(text);
  if (!Number.isInteger(movedMs)) throw new Error(`${file} does not say by how many milliseconds`);
  return movedMs;
}

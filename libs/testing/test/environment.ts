/** The addresses that jest.global-setup.mjs hands to every suite. */
export function adminUrl(): string {
  const url = process.env.POSTGRES_ADMIN_URL;
  if (url === undefined)
    throw new Error('POSTGRES_ADMIN_URL is not set: run through jest with its global set-up');
  return url;
}

export function brokers(): string[] {
  return (process.env.KAFKA_BROKERS ?? '').split(',').filter((broker) => broker !== '');
}

/** Whether a process exists; one that ended and waits to be reaped by its parent does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

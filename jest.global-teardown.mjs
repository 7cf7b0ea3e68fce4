/** Stops what jest.global-setup.mjs started. */
export default async function stopServersOnce() {
  await globalThis.shekaraServers?.stop();
}

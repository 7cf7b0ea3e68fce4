/** The warehouse of the demonstration: the registrar puts it into its register. */
import type { GatewayClient } from './gateway-client.js';
import { warehouseInclusion } from './papers.js';

/** @returns its number in the register. */
export async function openWarehouse(registrar: GatewayClient): Promise<string> {
  const { registrationNumber } = await registrar.post<{ registrationNumber: string }>(
    '/v1/register-entries',
    warehouseInclusion(),
  );
  return registrationNumber;
}

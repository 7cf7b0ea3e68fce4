/** The warehouse of the demonstration: the registrar puts it into its register. */
import type { GatewayClient } from './gateway-client.js';
import { warehouseInclusion } from './papers.js';

/** What art. 41.2 asks to attach to the application of a warehouse. */
const WAREHOUSE_DOCUMENTS = [
  'STATE_REGISTRATION_CERT',
  'TAXPAYER_REGISTRATION_CERT',
  'CONSTITUENT_DOCS',
  'BANK_ACCOUNT_CONFIRMATION',
  'PREMISES_TITLE_DOCS',
  'PREMISES_PLANS',
  'HANDLING_AND_WEIGHING_PROOF',
  'LIABILITY_INSURANCE_CONTRACT',
];

/** @returns its number in the register. */
export async function openWarehouse(registrar: GatewayClient): Promise<string> {
  const { registrationNumber } = await registrar.post<{ registrationNumber: string }>(
    '/v1/register-entries',
    warehouseInclusion(WAREHOUSE_DOCUMENTS),
  );
  return registrationNumber;
}

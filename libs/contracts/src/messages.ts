/** Every message by its full name, and where it travels: read from the option `route` in `proto/`. */
import {
  createRegistry,
  type DescFile,
  type DescMessage,
  getOption,
  hasOption,
  type Registry,
} from '@bufbuild/protobuf';
import { file_shekara_bank_v1_orders } from './gen/shekara/bank/v1/orders_pb.js';
import { file_shekara_bank_v1_payment_confirmation } from './gen/shekara/bank/v1/payment_confirmation_pb.js';
import { file_shekara_bank_v1_treasury_report } from './gen/shekara/bank/v1/treasury_report_pb.js';
import { route } from './gen/shekara/common/v1/common_pb.js';
import { file_shekara_guarantees_v1_commands } from './gen/shekara/guarantees/v1/commands_pb.js';
import { file_shekara_guarantees_v1_demands } from './gen/shekara/guarantees/v1/demands_pb.js';
import { file_shekara_guarantees_v1_securities } from './gen/shekara/guarantees/v1/securities_pb.js';
import { file_shekara_inspections_v1_control } from './gen/shekara/inspections/v1/control_pb.js';
import { file_shekara_inspections_v1_examination_notice } from './gen/shekara/inspections/v1/examination_notice_pb.js';
import { file_shekara_notifications_v1_notifications } from './gen/shekara/notifications/v1/notifications_pb.js';
import { file_shekara_payments_v1_account_debts } from './gen/shekara/payments/v1/account_debts_pb.js';
import { file_shekara_payments_v1_adjustments } from './gen/shekara/payments/v1/adjustments_pb.js';
import { file_shekara_payments_v1_appeals } from './gen/shekara/payments/v1/appeals_pb.js';
import { file_shekara_payments_v1_arrears } from './gen/shekara/payments/v1/arrears_pb.js';
import { file_shekara_payments_v1_collection } from './gen/shekara/payments/v1/collection_pb.js';
import { file_shekara_payments_v1_certificates } from './gen/shekara/payments/v1/certificates_pb.js';
import { file_shekara_payments_v1_debts } from './gen/shekara/payments/v1/debts_pb.js';
import { file_shekara_payments_v1_contingent } from './gen/shekara/payments/v1/contingent_pb.js';
import { file_shekara_payments_v1_deferrals } from './gen/shekara/payments/v1/deferrals_pb.js';
import { file_shekara_payments_v1_liabilities } from './gen/shekara/payments/v1/liabilities_pb.js';
import { file_shekara_payments_v1_money } from './gen/shekara/payments/v1/money_pb.js';
import { file_shekara_payments_v1_obligations } from './gen/shekara/payments/v1/obligations_pb.js';
import { file_shekara_payments_v1_money_events } from './gen/shekara/payments/v1/money_events_pb.js';
import { file_shekara_payments_v1_other_charges } from './gen/shekara/payments/v1/other_charges_pb.js';
import { file_shekara_payments_v1_refunds } from './gen/shekara/payments/v1/refunds_pb.js';
import { file_shekara_registers_v1_entries } from './gen/shekara/registers/v1/entries_pb.js';
import { file_shekara_registers_v1_rates } from './gen/shekara/registers/v1/rates_pb.js';
import { file_shekara_registration_v1_arrivals } from './gen/shekara/registration/v1/arrivals_pb.js';
import { file_shekara_registration_v1_changes } from './gen/shekara/registration/v1/changes_pb.js';
import { file_shekara_registration_v1_declarations } from './gen/shekara/registration/v1/declarations_pb.js';
import { file_shekara_risk_v1_evaluations } from './gen/shekara/risk/v1/evaluations_pb.js';
import { file_shekara_risk_v1_instructions } from './gen/shekara/risk/v1/instructions_pb.js';
import { file_shekara_temporary_storage_v1_stock } from './gen/shekara/temporary_storage/v1/stock_pb.js';
import { file_shekara_work_v1_items } from './gen/shekara/work/v1/items_pb.js';

const files: readonly DescFile[] = [
  file_shekara_bank_v1_orders,
  file_shekara_bank_v1_payment_confirmation,
  file_shekara_bank_v1_treasury_report,
  file_shekara_guarantees_v1_commands,
  file_shekara_guarantees_v1_demands,
  file_shekara_guarantees_v1_securities,
  file_shekara_inspections_v1_control,
  file_shekara_inspections_v1_examination_notice,
  file_shekara_notifications_v1_notifications,
  file_shekara_payments_v1_account_debts,
  file_shekara_payments_v1_adjustments,
  file_shekara_payments_v1_appeals,
  file_shekara_payments_v1_arrears,
  file_shekara_payments_v1_collection,
  file_shekara_payments_v1_certificates,
  file_shekara_payments_v1_debts,
  file_shekara_payments_v1_contingent,
  file_shekara_payments_v1_deferrals,
  file_shekara_payments_v1_liabilities,
  file_shekara_payments_v1_money,
  file_shekara_payments_v1_obligations,
  file_shekara_payments_v1_money_events,
  file_shekara_payments_v1_other_charges,
  file_shekara_payments_v1_refunds,
  file_shekara_registers_v1_entries,
  file_shekara_registers_v1_rates,
  file_shekara_registration_v1_arrivals,
  file_shekara_registration_v1_changes,
  file_shekara_registration_v1_declarations,
  file_shekara_risk_v1_evaluations,
  file_shekara_risk_v1_instructions,
  file_shekara_temporary_storage_v1_stock,
  file_shekara_work_v1_items,
];

export interface MessageRoute {
  readonly topic: string;
  /** Name of the field that is the Kafka key, as in the generated type (lowerCamelCase). */
  readonly keyField: string;
}

export const messageRegistry: Registry = createRegistry(...files);

/** The messages that travel on a topic of their own right (not parts of others). */
export const routedMessages: readonly DescMessage[] = files
  .flatMap((file) => file.messages)
  .filter((message) => hasOption(message, route));

const routes = new Map<string, MessageRoute>(
  routedMessages.map((message) => {
    const option = getOption(message, route);
    const field = message.fields.find((candidate) => candidate.name === option.key);
    if (!field) throw new Error(`${message.typeName}: no key field ${option.key}`);
    return [message.typeName, { topic: option.topic, keyField: field.localName }];
  }),
);

/** Topic and key of a message type. @throws Error for a type without the option `route`. */
export function routeOf(typeName: string): MessageRoute {
  const found = routes.get(typeName);
  if (!found) throw new Error(`${typeName} has no route`);
  return found;
}

/** The descriptor of a message type, or undefined for a type this version does not know. */
export function messageType(typeName: string): DescMessage | undefined {
  return routes.has(typeName) ? messageRegistry.getMessage(typeName) : undefined;
}

/** The one message type of a topic that outsiders may send to without naming it; undefined where there are several. */
export function onlyMessageOn(topicName: string): DescMessage | undefined {
  const on = routedMessages.filter((message) => routeOf(message.typeName).topic === topicName);
  return on.length === 1 ? on[0] : undefined;
}

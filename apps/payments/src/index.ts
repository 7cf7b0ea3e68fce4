export { paymentsService } from './service.js';
export { AccountStatements } from './ledger/account-statements.repository.js';
export { Ledger } from './ledger/ledger.repository.js';
export { moneyConfirmed } from './ledger/money-postings.js';

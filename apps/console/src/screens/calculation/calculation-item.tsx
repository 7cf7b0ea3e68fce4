import { SelectField, TextField } from '../../components/field.js';
import { useI18n } from '../../i18n/i18n.js';
import type { ItemDraft } from './calculation-draft.js';

/** One item of goods. `wrongAt` says what is wrong with a field, named by its pointer inside of the item. */
export function CalculationItem(props: {
  readonly number: number;
  readonly item: ItemDraft;
  readonly wrongAt: (pointer: string) => string | undefined;
  readonly onChange: (item: ItemDraft) => void;
  /** Undefined for the only item. */
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useI18n();
  const { number, item, wrongAt, onChange, onRemove } = props;
  return (
    <fieldset className="calculation-item">
      <legend>{t('itemOutcome', { number: String(number) })}</legend>
      <div className="field-row">
        <TextField
          label={t('calculationCode')}
          value={item.commodityCode}
          wrong={wrongAt('/commodityCode')}
          onChange={(commodityCode) => onChange({ ...item, commodityCode })}
        />
        <TextField
          label={t('calculationValue')}
          value={item.amount}
          wrong={wrongAt('/customsValue/amount') ?? wrongAt('/customsValue')}
          onChange={(amount) => onChange({ ...item, amount })}
        />
        <TextField
          label={t('calculationCurrency')}
          value={item.currency}
          wrong={wrongAt('/customsValue/currency')}
          onChange={(currency) => onChange({ ...item, currency })}
        />
        <TextField
          label={t('itemNetWeight')}
          value={item.netWeightKg}
          wrong={wrongAt('/netWeightKg')}
          onChange={(netWeightKg) => onChange({ ...item, netWeightKg })}
        />
        <TextField
          label={t('calculationQuantity')}
          value={item.quantity}
          wrong={wrongAt('/quantities/0/amount') ?? wrongAt('/quantities')}
          onChange={(quantity) => onChange({ ...item, quantity })}
        />
        <TextField
          label={t('calculationUnit')}
          value={item.unit}
          wrong={wrongAt('/quantities/0/unit')}
          onChange={(unit) => onChange({ ...item, unit })}
        />
        <TextField
          label={t('calculationOrigin')}
          value={item.originCountry}
          wrong={wrongAt('/originCountry')}
          onChange={(originCountry) => onChange({ ...item, originCountry })}
        />
        <TextField
          label={t('calculationPreference')}
          value={item.preference}
          wrong={wrongAt('/preference')}
          onChange={(preference) => onChange({ ...item, preference })}
        />
        <SelectField
          label={t('calculationOriginProved')}
          value={item.originProved}
          options={[
            ['', t('notChosen')],
            ['YES', t('yes')],
            ['NO', t('no')],
          ]}
          onChange={(originProved) => onChange({ ...item, originProved })}
        />
      </div>
      {onRemove ? (
        <button
          type="button"
          className="quiet"
          aria-label={t('calculationRemove', { number: String(number) })}
          onClick={onRemove}
        >
          {t('remove')}
        </button>
      ) : null}
    </fieldset>
  );
}

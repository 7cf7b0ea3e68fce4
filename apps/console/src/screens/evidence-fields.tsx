import { type ChangeEvent, useState } from 'react';
import { EVIDENCE_KINDS, type EvidencePiece } from '../api/contract.js';
import { Field } from '../components/field.js';
import { useI18n } from '../i18n/i18n.js';

/** Pieces of evidence: the officer picks files, the act gets their names and SHA-256 sums. Nothing is uploaded. */
export function EvidenceFields(props: {
  readonly evidence: readonly EvidencePiece[];
  readonly onChange: (evidence: readonly EvidencePiece[]) => void;
}) {
  const { t } = useI18n();
  const { evidence, onChange } = props;
  const [unreadable, setUnreadable] = useState(false);
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    try {
      const pieces = await Promise.all([...(target.files ?? [])].map(pieceOf));
      const names = new Set(pieces.map(({ reference }) => reference));
      onChange([...evidence.filter(({ reference }) => !names.has(reference)), ...pieces]);
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <>
      <Field
        label={t('evidence')}
        hint={t('evidenceHint')}
        wrong={unreadable ? t('evidenceUnreadable') : undefined}
      >
        {(ids) => <input {...ids} type="file" multiple onChange={(event) => void add(event)} />}
      </Field>
      {evidence.length > 0 ? (
        <ul className="evidence">
          {evidence.map((piece) => (
            <li key={piece.reference}>
              <span className="evidence-name">{piece.reference}</span>
              <code>{piece.sha256.slice(0, 12)}…</code>
              <select
                aria-label={t('evidenceKind', { name: piece.reference })}
                value={piece.kind}
                onChange={({ target }) => {
                  const kind = EVIDENCE_KINDS.find((known) => known === target.value) ?? piece.kind;
                  onChange(evidence.map((other) => (other === piece ? { ...piece, kind } : other)));
                }}
              >
                {EVIDENCE_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`evidence_${kind}`)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="quiet"
                aria-label={t('removeEvidence', { name: piece.reference })}
                onClick={() => onChange(evidence.filter((other) => other !== piece))}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

async function pieceOf(file: File): Promise<EvidencePiece> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const kind = file.type.startsWith('image/')
    ? 'PHOTO'
    : file.type.startsWith('video/')
      ? 'VIDEO'
      : 'DOCUMENT';
  return { kind, reference: file.name, sha256 };
}

import { useMutation } from '@tanstack/react-query';
import { useSession } from '../session/session.js';
import { FailureNotice } from './failure-notice.js';

/** Saves a file of the gateway. A plain link could not say who asks: the token is in no cookie. */
export function DownloadButton(props: {
  readonly path: string;
  readonly fileName: string;
  readonly label: string;
  /** What a screen reader says in place of a short label. */
  readonly named?: string;
}) {
  const { gateway } = useSession();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => save(await gateway.file(props.path), props.fileName),
  });
  return (
    <>
      <button
        type="button"
        className="quiet"
        disabled={isPending}
        aria-label={props.named}
        onClick={() => mutate()}
      >
        {props.label}
      </button>
      <FailureNotice failure={error} />
    </>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

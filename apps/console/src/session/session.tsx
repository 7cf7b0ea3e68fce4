/** The signed-in person. The token lives in sessionStorage of this tab, nowhere else. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { type Gateway, gatewayFor } from '../api/gateway.js';
import { type Person, personOf } from './person.js';

const KEPT_AS = 'shekara.token';

export interface Session {
  readonly person: Person;
  readonly gateway: Gateway;
  signOut(): void;
}

export interface SignIn {
  /** True after the server refused the token of the session before. */
  readonly ended: boolean;
  /** False for a text that is no token. */
  signIn(token: string): boolean;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider(props: {
  readonly signInScreen: (signIn: SignIn) => ReactNode;
  readonly children: ReactNode;
}) {
  const queries = useQueryClient();
  const [token, setToken] = useState(() => sessionStorage.getItem(KEPT_AS) ?? undefined);
  const [ended, setEnded] = useState(false);

  const leave = useCallback(
    (because: { readonly ended: boolean }) => {
      sessionStorage.removeItem(KEPT_AS);
      queries.clear();
      setEnded(because.ended);
      setToken(undefined);
    },
    [queries],
  );

  const session = useMemo<Session | undefined>(() => {
    const person = token === undefined ? undefined : personOf(token);
    if (token === undefined || person === undefined) return undefined;
    const gateway = gatewayFor(token, () => leave({ ended: true }));
    return { person, gateway, signOut: () => leave({ ended: false }) };
  }, [token, leave]);

  if (session) return <SessionContext value={session}>{props.children}</SessionContext>;
  const signIn = (text: string): boolean => {
    const wanted = text.trim();
    if (personOf(wanted) === undefined) return false;
    sessionStorage.setItem(KEPT_AS, wanted);
    setToken(wanted);
    return true;
  };
  return props.signInScreen({ ended, signIn });
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a session');
  return session;
}

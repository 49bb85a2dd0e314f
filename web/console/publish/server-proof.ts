import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { adminApi } from '../../../domain/api/admin.ts';
import { useSigned } from '../api/context.ts';

type Edit = z.input<typeof adminApi.requestProof.request.body>;
export type ProofView = z.output<typeof adminApi.readProof.reply.body>;

/** How far the server's own proof is. */
export interface ServerProof {
  readonly proof: ProofView | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

const pause = 2_000;
const isOver = ({ status }: ProofView): boolean => status === 'done' || status === 'failed';

/** Has the server prove an edit, and waits for what it finds. Keep the edit the same between renders. */
export function useServerProof(edit: Edit): ServerProof {
  const { call } = useSigned();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ proof?: ProofView; error?: unknown }>({});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const follow = async (ask: () => Promise<ProofView>) => {
      try {
        const proof = await ask();
        if (isGone) return;
        setState({ proof });
        const again = () => call(adminApi.readProof, { params: { proof: proof.proof } });
        if (!isOver(proof)) timer = setTimeout(() => void follow(again), pause);
      } catch (error) {
        if (!isGone) setState({ error });
      }
    };
    setState({});
    void follow(() => call(adminApi.requestProof, { body: edit }));
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [call, edit, attempt]);
  return { proof: state.proof, error: state.error, retry: () => setAttempt(attempt + 1) };
}

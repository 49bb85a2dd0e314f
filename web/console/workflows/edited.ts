import { useEffect, useMemo, useState } from 'react';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import type { Live } from './data.ts';
import { definitionDrafts } from './drafts.ts';
import { Engine, GivenUp } from './engine.ts';
import type { Edition, Finding } from './worker/contract.ts';

/** An engine for as long as a part of a page is shown. */
export function useEngine(): Engine {
  const [engine] = useState(() => new Engine());
  useEffect(() => () => engine.stop(), [engine]);
  return engine;
}

/** What is live, with the edits of this page in place of it. */
export function useEdition({ edition }: Live): Edition {
  const drafts = definitionDrafts.use();
  return useMemo(() => {
    const texts = [...drafts].map(([name, { text }]) => [name, text] as const);
    return { ...edition, machines: { ...edition.machines, ...Object.fromEntries(texts) } };
  }, [edition, drafts]);
}

/** What is wrong with a machine: found again shortly after each change. */
export interface Linted {
  readonly findings: readonly Finding[];
  /** The text has changed since. */
  readonly isStale: boolean;
  readonly error: unknown;
}

const pause = 300;

/** Lints as somebody types. */
export function useLint(edition: Edition, name: WorkflowName): Linted {
  const engine = useEngine();
  const [found, setFound] = useState<{ of?: Edition; findings: readonly Finding[]; error?: unknown }>({
    findings: [],
  });
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      engine.ask('lint', { edition, name }).then(
        (findings) => isOver || setFound({ of: edition, findings }),
        (error: unknown) =>
          isOver || error instanceof GivenUp || setFound({ of: edition, findings: [], error }),
      );
    }, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [engine, edition, name]);
  return { findings: found.findings, isStale: found.of !== edition, error: found.error };
}

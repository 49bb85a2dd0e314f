import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Refused } from '../api/problems.ts';

/** What was written, as the API takes it; or what does not fit, by place: `reasons.0.shown`. */
export type Checked<Value> = { readonly value: Value } | { readonly missing: ReadonlyMap<string, string> };

/** A form on its way: what is marked in it, what went wrong beside that, and how to try again. */
export interface Submission {
  readonly errors: ReadonlyMap<string, string>;
  readonly trouble: unknown;
  readonly isSending: boolean;
  /** Where the fields are: the first that has to change takes the focus. */
  readonly fields: RefObject<HTMLDivElement | null>;
  readonly submit: () => void;
}

interface Sending<Value> {
  /** A failure here is shown like one of the API. */
  readonly check: () => Checked<Value> | Promise<Checked<Value>>;
  readonly send: (value: Value) => Promise<void>;
  /** Which fields an error is about, where the API does not say. */
  readonly explain?: (error: unknown) => ReadonlyMap<string, string> | undefined;
}

const none: ReadonlyMap<string, string> = new Map();

/** Sends what was written: once at a time, checked first, and with every refusal at its field. */
export function useSubmission<Value>({ check, send, explain }: Sending<Value>): Submission {
  const [errors, setErrors] = useState(none);
  const [trouble, setTrouble] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const isUnderWay = useRef(false);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.size > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  async function attempt() {
    const checked = await check();
    setErrors('missing' in checked ? checked.missing : none);
    if ('value' in checked) await send(checked.value);
  }

  async function submit() {
    // Enter twice, or Enter and the button, is one decision.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSending(true);
    setTrouble(undefined);
    try {
      await attempt();
    } catch (error) {
      const refused = explain?.(error) ?? (error instanceof Refused ? error.fields : none);
      setErrors(refused);
      if (refused.size === 0) setTrouble(error);
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
  }

  return { errors, trouble, isSending, fields, submit: () => void submit() };
}

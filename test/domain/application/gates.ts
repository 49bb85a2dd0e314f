import * as fc from 'fast-check';
import { gateKinds } from '../../../domain/application/gate.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';

export const applicationId = '01KJPZ3C8RQ0VBTN5W2XEDF7QM';
const opened = Date.parse('2026-03-02T09:00:00.000Z');

/** The instant so many minutes after the gate opened. */
export const minute = (minutes: number): string => new Date(opened + minutes * 60_000).toISOString();

/** A gate that has just opened; its promise is due after 48 hours. */
export const pending = (changes: Partial<Gate> = {}): Gate => ({
  applicationId,
  gateId: gateIdOf('shortlist', '1'),
  kind: 'shortlist',
  subject: '1',
  status: 'pending',
  version: 1,
  due: minute(48 * 60),
  firstDue: minute(48 * 60),
  owner: 'ana-ruiz',
  rung: -1,
  openedAt: minute(0),
  ...changes,
});

/** The rungs of the default shortlist promise, in minutes, with the date that holds from each on. */
export const rungs = [
  { index: 0, action: 'remind', minutes: 24 * 60, due: minute(48 * 60) },
  { index: 1, action: 'remind', minutes: 38 * 60 + 24, due: minute(48 * 60) },
  { index: 2, action: 'escalate', minutes: 43 * 60 + 12, due: minute(48 * 60) },
  { index: 3, action: 'delay', minutes: 48 * 60, due: minute(72 * 60) },
  { index: 4, action: 'remind', minutes: 60 * 60, due: minute(72 * 60) },
  { index: 5, action: 'remind', minutes: 67 * 60 + 12, due: minute(72 * 60) },
  { index: 6, action: 'release', minutes: 72 * 60, due: minute(72 * 60) },
] as const;

export const kinds = fc.constantFrom(...gateKinds);

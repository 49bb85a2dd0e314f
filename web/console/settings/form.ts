import { createContext, useContext } from 'react';
import type { Fault } from './read.ts';
import { valueAt } from './raw.ts';
import type { Place } from './raw.ts';

/** The settings as the fields of the page read and write them. */
export interface SettingsForm {
  readonly raw: unknown;
  readonly faults: readonly Fault[];
  readonly set: (place: Place, value: unknown) => void;
}

const context = createContext<SettingsForm | undefined>(undefined);
export const FormPlace = context.Provider;

export function useForm(): SettingsForm {
  const form = useContext(context);
  if (form === undefined) throw new Error('a field of the settings stands outside of their form');
  return form;
}

/** One value of the settings: what it is, what is wrong with it, and how it is changed. */
export interface Field {
  readonly value: unknown;
  readonly error: string | undefined;
  readonly change: (value: unknown) => void;
}

export function useField(place: Place): Field {
  const { raw, faults, set } = useForm();
  const key = JSON.stringify(place.map(String));
  const error = faults.find((fault) => JSON.stringify(fault.place.map(String)) === key)?.message;
  return { value: valueAt(raw, place), error, change: (value) => set(place, value) };
}

/** How many entries a list has. */
export function useLength(place: Place): number {
  const { raw } = useForm();
  const value = valueAt(raw, place);
  return Array.isArray(value) ? value.length : 0;
}

/** What is wrong with a list or group as a whole, or with a part that has no field of its own. */
export function useFaultsBelow(place: Place): readonly Fault[] {
  const { faults } = useForm();
  return faults.filter((fault) => place.every((part, index) => String(fault.place[index]) === String(part)));
}

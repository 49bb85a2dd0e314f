import { interestsOf } from '../../../../domain/api/intake/interests.ts';
import { interestWord } from '../../../../domain/offers/interest.ts';
import { valueAt } from '../raw.ts';

/** The interests that campaigns name, as far as the draft makes sense, in the alphabet's order. */
export function interestsNamed(raw: unknown): string[] {
  const offers = valueAt(raw, ['offers']);
  if (!Array.isArray(offers)) return [];
  return interestsOf(offers.map((offer: unknown) => ({ interests: textsOf(valueAt(offer, ['interests'])) })));
}

/** The interests that have a name in some language though no campaign names them any more. */
export function interestsLeft(raw: unknown): string[] {
  const names = valueAt(raw, ['interests']);
  const named = interestsNamed(raw);
  return Object.keys(typeof names === 'object' && names !== null ? names : {}).filter(
    (id) => !named.includes(id),
  );
}

/** What colleagues read: the English name, or the slug's word. */
export function calledIn(raw: unknown, id: string): string {
  const name = valueAt(raw, ['interests', id, 'en']);
  return typeof name === 'string' && name !== '' ? name : interestWord(id);
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];

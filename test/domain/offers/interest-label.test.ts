import { expect, test } from 'vitest';
import { interestLabel } from '../../../domain/offers/interest-label.ts';

test.each([
  ['home-and-garden', 'Home and garden'],
  ['books', 'Books'],
])('%s reads %s', (slug, label) => expect(interestLabel(slug)).toBe(label));

import { describe, expect, it, test } from 'vitest';
import { interestWord, namedIn } from '../../../domain/offers/interest.ts';

describe('interests', () => {
  it('are called in each language as the settings say, in the order they came', () => {
    const names = {
      garden: { en: 'Garden', es: 'Jardín', fr: 'Jardin' },
      books: { en: 'Books', es: 'Libros', fr: 'Livres' },
    };
    expect(namedIn(names, ['garden', 'books'])).toEqual([
      { id: 'garden', names: { en: 'Garden', es: 'Jardín', fr: 'Jardin' } },
      { id: 'books', names: { en: 'Books', es: 'Libros', fr: 'Livres' } },
    ]);
  });

  it('are called by their slug where nobody named them, whatever the slug', () => {
    expect(namedIn({ 'home-cooking': { fr: 'Cuisine' } }, ['home-cooking', 'constructor'])).toEqual([
      { id: 'home-cooking', names: { en: 'Home cooking', es: 'Home cooking', fr: 'Cuisine' } },
      { id: 'constructor', names: { en: 'Constructor', es: 'Constructor', fr: 'Constructor' } },
    ]);
  });
});

test.each([
  ['books', 'Books'],
  ['home-cooking', 'Home cooking'],
])('%s reads %s', (slug, word) => expect(interestWord(slug)).toBe(word));

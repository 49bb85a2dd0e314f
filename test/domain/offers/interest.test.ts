import { describe, expect, it, test } from 'vitest';
import { inOrder } from '../../../domain/offers/in-order.ts';
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

  it('stand in the order of their names in the language they are read in', () => {
    const names = {
      garden: { fr: 'Jardin' },
      eggs: { en: 'Eggs', fr: 'Œufs' },
      wine: { en: 'Wine', fr: 'Épicerie' },
    };
    const interests = namedIn(names, ['wine', 'garden', 'eggs']);
    const order = (language: 'en' | 'fr') => inOrder(interests, language).map(({ id }) => id);
    expect(order('en')).toEqual(['eggs', 'garden', 'wine']);
    expect(order('fr')).toEqual(['wine', 'garden', 'eggs']);
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

import { describe, expect, test } from 'vitest';
import { findForbidden, findForbiddenInReasons } from '../../../domain/reasons/forbidden.ts';

const topics = (text: string) => findForbidden(text).map((finding) => finding.topic);

describe('grounds that no decline may rest on', () => {
  test.each([
    ['Your age will matter', 'age'],
    ['buscamos a alguien más JOVEN', 'age'],
    ['Vous êtes trop âgée pour ce poste', 'age'],
    ['a woman would feel alone here', 'sex'],
    ['Spanish mother tongue', 'origin'],
    ['no es hablante nativo', 'origin'],
    ['cannot work around prayers', 'religion'],
    ['your health record', 'health'],
    ['problèmes de santé', 'health'],
    ['wheelchair', 'disability'],
    ['está embarazada', 'pregnancy'],
    ['tiene hijos pequeños', 'family'],
    ['sexual orientation', 'orientation'],
    ['actividad sindical', 'union'],
    ['vos opinions', 'opinion'],
    ['buena presencia', 'looks'],
    ['your accent on the telephone', 'accent'],
    ['vive lejos de la tienda', 'address'],
    ['you are over-qualified', 'overqualified'],
    ['profil trop senior', 'overqualified'],
    ['not a culture fit', 'culture fit'],
    ['su actitud en la entrevista', 'attitude'],
    ['gaps in your résumé', 'gaps'],
    ['your Instagram', 'social media'],
    ['the algorithm placed you low', 'algorithm'],
    ['another candidate had more', 'other candidates'],
  ])('%s: %s', (text, topic) => {
    expect(topics(text)).toContain(topic);
  });

  test.each([
    'managing a stockroom of 4,000 items',
    'health and safety certificate',
    'two years of work with children',
    'a social media campaign of your own',
    'mettre l’accent sur le conseil',
    'a foreign language at B2',
    'package handling and a marketing page',
    'experiencia como enfermera de quirófano',
    'reposición de género y control de caja',
    'livraison à domicile',
  ])('leaves honest trade language alone: %s', (text) => {
    expect(topics(text)).toEqual([]);
  });

  test('says what was found, as it was typed, and why', () => {
    expect(findForbidden('Demasiada EDAD para el turno')).toEqual([
      { topic: 'age', found: 'EDAD', why: expect.stringContaining('equality law') },
    ]);
  });

  test('finds it in decomposed text too', () => {
    expect(topics('trop âgé'.normalize('NFD'))).toContain('age');
  });

  test('names the field of the reason', () => {
    const findings = findForbiddenInReasons([
      { code: 'closer-match', criterion: 'cash handling' },
      { code: 'experience', task: 'leading a shift', shown: 'career gaps since 2023' },
    ]);
    expect(findings.map(({ path, topic }) => ({ path, topic }))).toEqual([
      { path: 'reasons.1.shown', topic: 'gaps' },
    ]);
  });
});

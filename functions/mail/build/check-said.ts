/** Proves that a letter tells its facts whatever else it carries or leaves out: no reader gets less than another. */
import mustache from 'mustache';
import { kindsOf } from '../shape.ts';
import type { Shape } from '../shape.ts';

/** One way a message may look to its template; a text is its own name, between marks. */
interface Look {
  readonly view: unknown;
  /** The answers to what a template may ask: `no interviewWeek`, `kind.shortlist`. */
  readonly answers: readonly string[];
  /** Those of yes or no, and of kinds, that a message always gives. */
  readonly chosen: string;
  readonly absent: readonly string[];
}

export interface Silence {
  readonly fact: string;
  /** What the letter is like in which nothing says it; empty when no letter does. */
  readonly when: readonly string[];
}

/**
 * The first of a message's facts that some letter would leave out. What is always there must be said always; what may
 * be absent, for every kind of message at least once, since some come only together and some only alone.
 */
export function findSilence(text: string, shape: Shape, own: readonly string[]): Silence | undefined {
  const letters = looksOf(shape, '').map((look) => ({
    ...look,
    said: mustache.render(text, look.view, undefined, { escape: String }),
  }));
  for (const { fact, certain } of own.flatMap((name) => factsOf(memberOf(shape, name), name))) {
    const carrying = letters.filter(({ absent }) => !absent.includes(fact));
    const says = ({ said }: { said: string }) => said.includes(`⟦${fact}⟧`) || said.includes(`⟦${fact}.`);
    const spoken = new Set(carrying.filter(says).map(({ chosen }) => chosen));
    const silent = carrying.find((letter) => (certain ? !says(letter) : !spoken.has(letter.chosen)));
    if (silent)
      return { fact, when: spoken.size === 0 ? [] : silent.answers.filter((answer) => asks(text, answer)) };
  }
  return undefined;
}

const asks = (text: string, answer: string) =>
  new RegExp(`\\{\\{[#^]${answer.replace(/^no /, '').replace(/\..*/, '')}[.}]`).test(text);

function memberOf(shape: Shape, path: string): Shape {
  return path.split('.').reduce((of, name) => {
    const member = of.is === 'fields' ? of.fields[name] : undefined;
    if (!member) throw new TypeError(`A message without "${path}" was asked for it`);
    return member;
  }, shape);
}

/** What must be said of a variable: the whole of it, or each part where a part may be absent. */
function factsOf(shape: Shape, fact: string): { fact: string; certain: boolean }[] {
  if (shape.is === 'optional') return factsOf(shape.of, fact).map((one) => ({ ...one, certain: false }));
  if (shape.is === 'flag' || kindsOf(shape)) return [];
  if (shape.is === 'fields' && Object.values(shape.fields).some((member) => member.is === 'optional'))
    return Object.entries(shape.fields).flatMap(([name, member]) => factsOf(member, `${fact}.${name}`));
  return [{ fact, certain: true }];
}

function looksOf(shape: Shape, path: string): Look[] {
  const one = (view: unknown, answers: string[] = [], chosen = '', absent: string[] = []) => [
    { view, answers, chosen, absent },
  ];
  const kinds = kindsOf(shape);
  if (kinds)
    return kinds.flatMap((kind) =>
      one(
        Object.fromEntries(kinds.map((other) => [other, other === kind])),
        [`${path}.${kind}`],
        `${path}.${kind} `,
      ),
    );
  switch (shape.is) {
    case 'flag':
      return [...one(true, [path], `${path} `), ...one(false, [`no ${path}`])];
    case 'list':
      return looksOf(shape.of, path).map((look) => ({ ...look, view: [look.view] }));
    case 'optional': {
      if (shape.of.is === 'flag') return looksOf(shape.of, path);
      const present = looksOf(shape.of, path).map((look) => ({ ...look, chosen: '' }));
      return [...present, ...one(undefined, [`no ${path}`], '', [path])];
    }
    case 'fields':
      return Object.entries(shape.fields).reduce<Look[]>(
        (looks, [name, member]) =>
          combine(looks, name, looksOf(member, path === '' ? name : `${path}.${name}`)),
        one({}),
      );
    case 'text':
    case 'link':
      return one(`⟦${path}⟧`);
  }
}

function combine(looks: readonly Look[], name: string, members: readonly Look[]): Look[] {
  return looks.flatMap((look) =>
    members.map((member) => ({
      view: Object.assign({}, look.view, { [name]: member.view }),
      answers: [...look.answers, ...member.answers],
      chosen: look.chosen + member.chosen,
      absent: [...look.absent, ...member.absent],
    })),
  );
}

import type { Child } from './view.ts';

/** Stands for what is put in: no text holds it. */
const gap = '\u{fffc}';

/** A phrase around something that is an element, not text: `phrase` words it. */
export function phraseAround(phrase: (text: string) => string, ...inner: readonly Child[]): readonly Child[] {
  const [before = '', ...after] = phrase(gap).split(gap);
  return [before, ...inner, after.join('')];
}

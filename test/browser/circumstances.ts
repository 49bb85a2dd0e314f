import type { Page } from 'playwright-core';
import { keepPicture } from './screenshots.ts';

interface Circumstance {
  readonly name: string;
  readonly media?: { forcedColors?: 'active' | 'none'; reducedMotion?: 'reduce' | 'no-preference' };
  /** What is set on the root of the page, as a property of its own and of its style. */
  readonly root?: { readonly dir?: string; readonly fontSize?: string };
  /** What else must hold, as an expression that gives findings. */
  readonly also?: string;
}

/** Everything of the page that moves for longer than a blink. */
const moving = `document.getAnimations()
  .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime > 100)
  .map(({ animationName, transitionProperty }) => 'moves: ' + (animationName ?? transitionProperty))`;

/** Buttons and fields that nothing but a colour would tell from the page around them. */
const borderless = `[...document.querySelectorAll('button, input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 2)
  .filter((element) => {
    const { borderTopWidth, borderTopStyle, textDecorationLine } = getComputedStyle(element);
    const hasBorder = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
    return !hasBorder && !textDecorationLine.includes('underline') && element.querySelector('svg') === null && element.matches('main *');
  })
  .map((element) => 'has no border: ' + (element.textContent || element.name || element.className))`;

const circumstances: readonly Circumstance[] = [
  { name: 'forced colours', media: { forcedColors: 'active' }, also: borderless },
  { name: 'reduced motion', media: { reducedMotion: 'reduce' }, also: moving },
  { name: 'text of twice the size', root: { fontSize: '200%' } },
  { name: 'right to left', root: { dir: 'rtl' } },
];

/**
 * Looks at a page that has loaded as people with other needs do, and gives what does not hold: nothing may be cut
 * off at the side, lost without colours, or move when it was asked not to. `checkBorders` is for pages whose
 * buttons are our own.
 */
export async function findings(page: Page, name: string, checkBorders: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { name: circumstance, media, root, also } of circumstances) {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference', ...media });
    await page.evaluate(
      `document.documentElement.dir = ${JSON.stringify(root?.dir ?? '')};
       document.documentElement.style.fontSize = ${JSON.stringify(root?.fontSize ?? '')}`,
    );
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (wide > 0) found.push(`${name}, ${circumstance}: ${wide} pixels too wide`);
    if (also !== undefined && (also !== borderless || checkBorders)) {
      const more: string[] = await page.evaluate(also);
      found.push(...more.map((one) => `${name}, ${circumstance}: ${one}`));
    }
    if (Number(await page.evaluate('innerWidth')) < 400) await keepPicture(page, `${name}, ${circumstance}`);
  }
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  await page.evaluate(
    "document.documentElement.dir = ''; document.documentElement.style.fontSize = ''; undefined",
  );
  return found;
}

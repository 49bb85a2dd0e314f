import { build } from 'esbuild';
import type * as theming from '@cloudscape-design/components/theming';

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** The house's colours and the system's font, over Cloudscape's own. */
const theme: theming.Theme = {
  tokens: {
    fontFamilyBase: font,
    fontFamilyHeading: font,
    fontFamilyDisplay: font,
    colorBackgroundButtonPrimaryDefault: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBackgroundButtonPrimaryHover: { light: '#084568', dark: '#a5d6f3' },
    colorBackgroundButtonPrimaryActive: { light: '#084568', dark: '#a5d6f3' },
    colorTextButtonPrimaryDefault: { light: '#ffffff', dark: '#0a1a24' },
    colorTextButtonPrimaryHover: { light: '#ffffff', dark: '#0a1a24' },
    colorTextButtonPrimaryActive: { light: '#ffffff', dark: '#0a1a24' },
    colorTextLinkDefault: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorTextLinkHover: { light: '#084568', dark: '#a5d6f3' },
    colorTextAccent: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBorderItemFocused: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBackgroundControlChecked: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorTextButtonNormalDefault: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBorderButtonNormalDefault: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBackgroundSegmentActive: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBorderSegmentActive: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorTextSegmentActive: { light: '#ffffff', dark: '#0a1a24' },
    colorTextSegmentHover: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBackgroundSliderHandleDefault: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBackgroundSliderHandleActive: { light: '#084568', dark: '#a5d6f3' },
    colorBackgroundSliderRangeDefault: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorBorderItemSelected: { light: '#0b5c8a', dark: '#7cc4ee' },
    colorTextStatusSuccess: { light: '#0f6b3f', dark: '#6fd39c' },
    colorTextStatusWarning: { light: '#8a4b00', dark: '#f2b45c' },
    colorTextStatusError: { light: '#b3261e', dark: '#ff9b93' },
  },
};

/**
 * The theme as a stylesheet. Cloudscape would put it into a `<style>` of the page, which the pages' policy
 * forbids, so it is written at build time. Its generator's modules resolve for bundlers only.
 */
export async function themeStylesheet(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { generateThemeStylesheet } from '@cloudscape-design/components/theming'",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const [code] = outputFiles;
  if (code === undefined) throw new Error('the theme generator was not bundled');
  const generator: typeof theming = await import(`data:text/javascript,${encodeURIComponent(code.text)}`);
  return generator.generateThemeStylesheet({ theme });
}

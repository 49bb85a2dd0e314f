import { applyMode, disableMotion, Mode } from '@cloudscape-design/global-styles';

/** Light or dark, still or moving: as the system is set, also when that changes. */
export function followColourScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
    disableMotion(still.matches);
  };
  dark.addEventListener('change', apply);
  still.addEventListener('change', apply);
  apply();
}

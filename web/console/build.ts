/** Builds the staff console: plain files below `/console/`, nothing inline, so that the strictest policy fits. */
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { themeStylesheet } from './theme.ts';

const themeId = 'virtual:theme.css';

/** Gives the theme's stylesheet to whoever imports `virtual:theme.css`. */
function theme(): Plugin {
  return {
    name: 'console-theme',
    resolveId: (id) => (id === themeId ? id : undefined),
    load: (id) => (id === themeId ? themeStylesheet() : undefined),
  };
}

/** In a browser the simulator's `$hash`, the one part of it that needs Node, is computed by the browser. */
function browserHash(): Plugin {
  const own = join(import.meta.dirname, 'workflows', 'worker', 'hash.ts');
  return {
    name: 'browser-hash',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === './hash.ts' && importer?.endsWith('/simulator/asl/functions/library.ts') === true
        ? own
        : undefined,
  };
}

/**
 * Leaves out what each Cloudscape component does for itself to find out, a second after it is drawn, whether the
 * styles are loaded: they come with the scripts here. A page of a long list held 200 such watches, and gave each up
 * with an error of its own when the page was turned.
 */
function noStylesCheck(): Plugin {
  return {
    name: 'no-styles-check',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('/hooks/use-base-component/styles-check.js')
        ? 'export function useMissingStylesCheck() {}'
        : undefined,
  };
}

/**
 * Writes the console into `web/dist/console` of the repository at `rootDir`, in place of what was there. Which
 * user pool it signs in to is not built in: it asks `/console/config.json`.
 */
export async function buildConsole(rootDir: string): Promise<void> {
  await build({
    root: join(rootDir, 'web', 'console'),
    base: '/console/',
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), theme(), noStylesCheck()],
    worker: { format: 'es', plugins: () => [browserHash()] },
    build: {
      outDir: join(rootDir, 'web', 'dist', 'console'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
    },
  });
}

if (import.meta.main) await buildConsole(dirname(dirname(import.meta.dirname)));

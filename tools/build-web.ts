/** Builds everything that people see in a browser into `web/dist`: static pages, their scripts and styles. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { careersPages } from './web/careers-pages.ts';
import { linkPages } from './web/link-pages.ts';
import { embed, hashed, named } from './web/bundles.ts';
import { previewPage } from './web/preview-page.ts';
import { companySettings, sampleOfferings } from './web/sample-jobs.ts';

/** A file of the site: its path below the root, and what is in it. */
export interface SiteFile {
  readonly path: string;
  readonly contents: string | Uint8Array;
}

/** Builds the candidate-facing pages; gives what the site is to hold. A deployment holds no jobs of the sample company. */
async function publicPages(rootDir: string, withSample: boolean): Promise<readonly SiteFile[]> {
  const bundle = (path: string) => hashed(rootDir, `web/${path}`);
  const [
    careers,
    careersStyle,
    application,
    applications,
    survey,
    feedback,
    linkStyle,
    preview,
    notice,
    embedded,
  ] = await Promise.all([
    bundle('careers/careers.ts'),
    bundle('careers/careers.css'),
    bundle('candidate/application.ts'),
    bundle('candidate/applications.ts'),
    bundle('candidate/survey.ts'),
    bundle('feedback/feedback.ts'),
    bundle('candidate/link-pages.css'),
    bundle('preview/frame.ts'),
    named(rootDir, 'web/shared/styles/notice.css', 'notice.css'),
    embed(rootDir),
  ]);
  return [
    ...careersPages(companySettings(rootDir).company.name, withSample ? sampleOfferings(rootDir) : [], {
      script: careers,
      style: careersStyle,
    }),
    ...linkPages({ application, applications, survey, feedback }, linkStyle),
    previewPage(preview),
    careers,
    careersStyle,
    application,
    applications,
    survey,
    feedback,
    linkStyle,
    preview,
    notice,
    embedded,
  ];
}

/** The console is built by its own tool chain. */
async function buildConsole(rootDir: string): Promise<void> {
  const program = join(rootDir, 'web/console/build.ts');
  if (!existsSync(program)) return;
  const built: { buildConsole: (rootDir: string) => Promise<void> } = await import(program);
  await built.buildConsole(rootDir);
}

/**
 * Builds the careers site and the pages behind links anew; the console stays as it is.
 * @throws OverBudget when a page's script has become too heavy
 */
export async function buildPages(rootDir: string, withSample = true): Promise<void> {
  const files = await publicPages(rootDir, withSample);
  const dist = join(rootDir, 'web/dist');
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist).filter((name) => name !== 'console')) {
    rmSync(join(dist, name), { recursive: true });
  }
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), contents);
  }
}

/** Builds the whole site anew. @throws OverBudget */
export async function buildWeb(rootDir: string, withSample = true): Promise<void> {
  await buildPages(rootDir, withSample);
  await buildConsole(rootDir);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'without-sample': { type: 'boolean', default: false } } });
  await buildWeb(dirname(import.meta.dirname), !values['without-sample']);
}

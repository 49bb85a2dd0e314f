import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startCloud } from '../cloud.ts';
import type { Cloud } from '../cloud.ts';
import { seed } from '../seed/seed.ts';
import { synthesize } from '../synthesize.ts';

const root = dirname(dirname(import.meta.dirname));

/** Synthesizes the app into a temporary directory, which `dispose` deletes. */
export async function synthesized(): Promise<{ assembly: string; dispose: () => Promise<void> }> {
  const assembly = await mkdtemp(join(tmpdir(), 'hearback-assembly-'));
  await synthesize(assembly);
  return { assembly, dispose: () => rm(assembly, { recursive: true, force: true }) };
}

export interface Fresh {
  readonly cloud: Cloud;
  readonly siteUrl: string;
  /** What the shop signs its calls with. */
  readonly shopKey: string;
}

/** A cloud with nothing in it but the sample company, on free ports, its clock frozen at an instant. */
export async function freshCloud(assembly: string, start: string): Promise<Fresh> {
  const cloud = await startCloud({
    assembly,
    site: join(root, 'web', 'dist'),
    port: 0,
    awsPort: 0,
    data: undefined,
    start: Date.parse(start),
    prepare: async (siteUrl) => void (await seed(siteUrl)),
    report: (line) => process.stderr.write(`${line.slice(0, 500)}\n`),
    died: (reason) => {
      throw new Error(reason);
    },
  });
  return shown(cloud);
}

/** The same cloud with nothing in it again, its clock at an instant: sooner there than another. */
export async function begunAnew({ cloud }: Fresh, start: string): Promise<Fresh> {
  await cloud.reset(Date.parse(start));
  return shown(cloud);
}

function shown(cloud: Cloud): Fresh {
  const shopKey = cloud.apiKeys[0]?.value;
  if (shopKey === undefined) throw new Error('the API has no key for shops');
  return { cloud, siteUrl: cloud.siteUrl, shopKey };
}

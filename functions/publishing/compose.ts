import type { Proven } from '../../domain/publishing/revision.ts';
import { NotFound } from '../../domain/steps/errors.ts';
import { workflowNames } from '../../domain/workflows/names.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { childrenOf, fill, placeholderOf } from '../../domain/workflows/placeholders.ts';
import { publishVersion } from '../adapters/machines.ts';
import { hashOf } from '../adapters/store/hash.ts';
import type { Installation } from '../adapters/store/installation.ts';
import { listWorkflowRevisions, workflowRevisionWrite } from '../adapters/store/releases.ts';
import type { WorkflowRevision } from '../adapters/store/releases.ts';
import type { Table, Write } from '../adapters/store/table.ts';
import type { Workflows } from '../adapters/workflows.ts';

/** Who publishes, for which reason, when, and how it was proved. */
export interface By {
  readonly author: string;
  readonly note: string;
  readonly at: string;
  readonly proven: Proven;
}

/** A set of machines that exists in Step Functions, not yet in the store. */
export interface Composed {
  readonly parts: Readonly<Partial<Record<WorkflowName, number>>>;
  readonly writes: readonly Write[];
}

/**
 * Makes a version of each machine that needs one, children first, for a parent names its children by version. What
 * was published before with the same content is taken as it is. Nothing starts on any of it yet, so that a crash in
 * here leaves nothing but versions that nobody uses; the next attempt takes them up.
 * @throws InvalidInput for a placeholder that nothing supplies, or a definition that Step Functions refuses
 */
export async function compose(
  { table, workflows }: { table: Table; workflows: Workflows },
  { supplies, machines }: Installation,
  texts: ReadonlyMap<WorkflowName, string>,
  by: By,
): Promise<Composed> {
  const versions = new Map<string, string>();
  const parts: Partial<Record<WorkflowName, number>> = {};
  const writes: Write[] = [];
  for (const name of workflowNames) {
    const text = texts.get(name);
    if (text === undefined) continue;
    const machine = machines[name];
    if (!machine) throw new NotFound(`the machine ${name}`);
    const children = childrenOf(text).map((child) => placeholderOf(child));
    const own = children.map((child) => [child, versions.get(child)] as const);
    const filled = fill(text, { ...supplies, ...definedOf(own) });
    const fingerprint = hashOf([filled, machine.roleArn]);
    const revisions = await listWorkflowRevisions(table, name);
    const known = revisions.find((revision) => revision.filled === fingerprint);
    if (known) {
      parts[name] = known.revision;
      versions.set(placeholderOf(name), known.versionArn);
      continue;
    }
    const version = await publishVersion(workflows, machine.arn, filled, `${by.author}: ${by.note}`);
    const revision = nextOf(revisions[0], text, by, version, fingerprint);
    parts[name] = revision.revision;
    versions.set(placeholderOf(name), version);
    writes.push(workflowRevisionWrite(table, name, revision));
  }
  return { parts, writes };
}

function nextOf(
  before: WorkflowRevision | undefined,
  content: string,
  { author, note, at, proven }: By,
  versionArn: string,
  filled: string,
) {
  const hash = hashOf(content);
  const same = before?.hash === hash;
  const revision = (before?.revision ?? 0) + 1;
  return { revision, at, author, note, proven, hash, versionArn, filled, same, content };
}

function definedOf(pairs: readonly (readonly [string, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { workflowName } from '../../../domain/workflows/names.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { useWarningOnLeave } from '../publish/drafts.ts';
import { Failed } from '../shell/failed.tsx';
import { Page } from '../shell/page.tsx';
import { addressOf, navigate } from '../shell/router.ts';
import { useCounts } from './counts.ts';
import { useLive } from './data.ts';
import type { Live } from './data.ts';
import { definitionDrafts } from './drafts.ts';
import { useEdition, useLint } from './edited.ts';
import { errorsIn } from './findings.tsx';
import { graphOf } from './graph/machine.ts';
import type { Block } from './graph/machine.ts';
import { MachinePanel } from './machine-panel.tsx';
import { Publish } from './publish.tsx';
import { WorkflowTabs } from './tabs.tsx';
import type { Standing } from './timeline.ts';
import { titleOf, workflowWords } from './words.ts';
import { Loading } from '../shell/loading.tsx';

interface WorkflowPageProps {
  readonly name: string;
  readonly tab: string | undefined;
}

/** A machine: its picture, its text, and everything an edit goes through before anybody meets it. */
export function WorkflowPage({ name, tab }: WorkflowPageProps) {
  const { value, error, reload } = useLive();
  const known = workflowName.safeParse(name).data;
  if (known === undefined) return <Page title="No such workflow">There is no workflow at this address.</Page>;
  if (value === undefined)
    return (
      <Page title={titleOf(name)}>
        {error === undefined ? <Loading /> : <Failed error={error} onRetry={() => void reload()} />}
      </Page>
    );
  return <Known name={known} tab={tab} live={value} error={error} onChange={reload} />;
}

interface KnownProps {
  readonly name: WorkflowName;
  readonly tab: string | undefined;
  readonly live: Live;
  readonly error: unknown;
  readonly onChange: () => Promise<void>;
}

const nothing: Block = { startAt: '', states: [], ways: [] };

function Known({ name, tab, live, error, onChange }: KnownProps) {
  const drafts = definitionDrafts.use();
  useWarningOnLeave(drafts.size > 0);
  const edition = useEdition(live);
  const text = edition.machines[name] ?? '';
  const linted = useLint(edition, name);
  const { machine, isStale } = useGraph(text);
  const { counts, inWords } = useCounts(name);
  const [selected, setSelected] = useState<string>();
  const [standing, setStanding] = useState<Standing>();
  const [isPublishing, setPublishing] = useState(false);
  const current = standing?.states.get(name);
  const wrong = linted.findings.flatMap(({ severity, state }) =>
    severity === 'error' && state !== undefined ? [state] : [],
  );
  const reason = whyNot(live, drafts.size, errorsIn(linted.findings), linted.isStale);
  return (
    <Page
      title={titleOf(name)}
      description={workflowWords[name]?.about}
      actions={
        <SpaceBetween size="xs" direction="horizontal">
          {drafts.has(name) && (
            <Button onClick={() => definitionDrafts.drop([name])}>Give up this edit</Button>
          )}
          <Button
            variant="primary"
            disabled={reason !== undefined}
            {...(reason !== undefined && { disabledReason: reason })}
            onClick={() => setPublishing(true)}
          >
            Publish
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {error !== undefined && <Failed error={error} onRetry={() => void onChange()} />}
        {drafts.size > 0 && (
          <Box color="text-body-secondary">
            Not published yet: {[...drafts.keys()].map(titleOf).join(', ')}. Edits are kept while this page is
            open.
          </Box>
        )}
        <div className="graph-and-text">
          <MachinePanel
            title={titleOf(name)}
            machine={machine}
            isStale={isStale}
            counted={inWords}
            onSelect={setSelected}
            marks={{
              selected,
              current: new Set(current === undefined ? [] : [current]),
              passed: standing?.passed.get(name) ?? new Set(),
              wrong: new Set(wrong),
              counts,
            }}
          />
          <WorkflowTabs
            name={name}
            tab={tab}
            live={live}
            edition={edition}
            machine={machine}
            linted={linted}
            selected={selected}
            onSelect={setSelected}
            onStanding={setStanding}
            onChange={onChange}
          />
        </div>
      </SpaceBetween>
      {isPublishing && (
        <Publish
          live={live}
          onClose={() => setPublishing(false)}
          onDone={onChange}
          onLook={() => navigate(addressOf.workflow(name, 'diff'))}
        />
      )}
    </Page>
  );
}

/** The graph of a text; while that is no JSON, the graph it had before. */
function useGraph(text: string): { machine: Block; isStale: boolean } {
  const [last, setLast] = useState<{ text: string; machine: Block; isStale: boolean }>(() => ({
    text,
    machine: graphOf(text) ?? nothing,
    isStale: false,
  }));
  if (last.text === text) return last;
  const machine = graphOf(text);
  const next = { text, machine: machine ?? last.machine, isStale: machine === undefined };
  setLast(next);
  return next;
}

function whyNot({ live }: Live, drafts: number, errors: number, isStale: boolean): string | undefined {
  if (drafts === 0) return 'Nothing was changed.';
  if (live.canary) return `Release ${live.canary.release} is a canary: finish or stop it first.`;
  if (errors > 0)
    return errors === 1 ? 'One error is to be mended first.' : `${errors} errors are to be mended first.`;
  return isStale ? 'The change is still being looked at.' : undefined;
}

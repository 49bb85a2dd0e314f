import Tabs from '@cloudscape-design/components/tabs';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { addressOf, navigate } from '../shell/router.ts';
import type { Live } from './data.ts';
import { Definition } from './definition.tsx';
import { Diff } from './diff.tsx';
import { definitionDrafts } from './drafts.ts';
import type { Linted } from './edited.ts';
import type { Block } from './graph/machine.ts';
import { Prove } from './prove.tsx';
import { Replay } from './replay.tsx';
import { Simulate } from './simulate.tsx';
import type { Standing } from './timeline.ts';
import { Versions } from './versions.tsx';
import { titleOf } from './words.ts';
import type { Edition } from './worker/contract.ts';

interface WorkflowTabsProps {
  readonly name: WorkflowName;
  readonly tab: string | undefined;
  readonly live: Live;
  readonly edition: Edition;
  readonly machine: Block;
  readonly linted: Linted;
  readonly selected: string | undefined;
  readonly onSelect: (state: string | undefined) => void;
  readonly onStanding: (standing: Standing | undefined) => void;
  readonly onChange: () => Promise<void>;
}

/** What can be done about a machine; each tab has an address of its own. */
export function WorkflowTabs(props: WorkflowTabsProps) {
  const { name, tab = 'definition', live, edition, machine, linted, selected } = props;
  const { onSelect, onStanding, onChange } = props;
  const title = titleOf(name);
  const text = edition.machines[name] ?? '';
  return (
    <Tabs
      activeTabId={tab}
      ariaLabel={title}
      onChange={({ detail }) =>
        navigate(
          addressOf.workflow(name, detail.activeTabId === 'definition' ? undefined : detail.activeTabId),
        )
      }
      tabs={[
        {
          id: 'definition',
          label: 'Definition',
          content: (
            <Definition
              title={title}
              text={text}
              machine={machine}
              linted={linted}
              selected={selected}
              onSelect={onSelect}
              onChange={(next) =>
                definitionDrafts.keep(name, next, {
                  text: live.edition.machines[name],
                  number: live.live.release,
                })
              }
            />
          ),
        },
        {
          id: 'simulate',
          label: 'Simulate',
          content: <Simulate edited={edition} published={live.edition} onStanding={onStanding} />,
        },
        { id: 'replay', label: 'Replay', content: <Replay machines={edition} published={live.edition} /> },
        { id: 'prove', label: 'Prove', content: <Prove edition={edition} onStanding={onStanding} /> },
        {
          id: 'diff',
          label: 'Diff',
          content: <Diff name={name} live={live.edition.machines[name]} text={text} />,
        },
        {
          id: 'versions',
          label: 'Versions',
          content: <Versions name={name} live={live.live} workflows={live.workflows} onChange={onChange} />,
        },
      ]}
    />
  );
}

import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Graph } from './graph/graph.tsx';
import type { Marks } from './graph/graph.tsx';
import { everyState } from './graph/machine.ts';
import type { Block } from './graph/machine.ts';
import { Outline } from './graph/outline.tsx';

interface MachinePanelProps {
  readonly title: string;
  /** Undefined while the text is no JSON: then the last that was is shown. */
  readonly machine: Block;
  readonly isStale: boolean;
  readonly marks: Marks;
  readonly counted: string;
  readonly onSelect: (state: string) => void;
}

/** A machine as a picture, and the same as a list. */
export function MachinePanel({ title, machine, isStale, marks, counted, onSelect }: MachinePanelProps) {
  const [showsErrors, setShowsErrors] = useState(false);
  const selected = everyState(machine).find(({ name }) => name === marks.selected);
  return (
    <div className="graph-side">
      <SpaceBetween size="s">
        <Graph
          label={`Graph of ${title}`}
          machine={machine}
          marks={marks}
          showsErrors={showsErrors}
          onSelect={onSelect}
        />
        {isStale && (
          <Box color="text-status-warning">The text is no JSON just now: this is how it was before.</Box>
        )}
        <Checkbox checked={showsErrors} onChange={({ detail }) => setShowsErrors(detail.checked)}>
          Show the ways that errors take
        </Checkbox>
        <Box color="text-body-secondary" fontSize="body-s">
          {counted}
        </Box>
        {selected && (
          <Box>
            <strong>{selected.name}</strong> ({selected.type}){selected.comment && `: ${selected.comment}`}
          </Box>
        )}
        <ExpandableSection headerText="The states as a list">
          <Outline block={machine} marks={marks} onSelect={onSelect} />
        </ExpandableSection>
      </SpaceBetween>
    </div>
  );
}

import Box from '@cloudscape-design/components/box';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { LetterFrame } from './letter-frame.tsx';

export interface LetterData {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

interface LetterProps {
  readonly letter: LetterData;
  /** The language it is written in, where that is known. */
  readonly locale?: string;
  /** Pixels beyond which the mail scrolls in its frame. */
  readonly tallest?: number;
}

const views = [
  { id: 'html', text: 'Mail' },
  { id: 'text', text: 'Plain text' },
];

/** A letter: its subject, and the mail or its plain text. */
export function Letter({ letter: { subject, html, text }, locale, tallest }: LetterProps) {
  const [view, setView] = useState('html');
  return (
    <SpaceBetween size="s">
      <div className="letter-head">
        <div>
          <Box variant="awsui-key-label">Subject</Box>
          <div lang={locale}>{subject}</div>
        </div>
        <SegmentedControl
          label="Show as"
          selectedId={view}
          options={views}
          onChange={({ detail }) => setView(detail.selectedId)}
        />
      </div>
      {view === 'html' ? (
        <LetterFrame html={html} title={subject} tallest={tallest} />
      ) : (
        <pre className="letter-text" lang={locale} tabIndex={0} aria-label="Plain text of the mail">
          {text}
        </pre>
      )}
    </SpaceBetween>
  );
}

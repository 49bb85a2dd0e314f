import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Locale } from '../../../domain/messages/locale.ts';
import { Letter } from '../letters/letter.tsx';
import { Failed } from '../shell/failed.tsx';
import type { PreviewState } from './previewed.ts';
import { Loading } from '../shell/loading.tsx';

const widths = [
  { id: '320', text: 'Phone' },
  { id: '600', text: 'Desk' },
];
const schemes = [
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
];

interface PreviewProps {
  readonly locale: Locale;
  readonly previewed: PreviewState;
}

/** What people would read, with the data of a sample, on the screen they read it on. */
export function Preview({ locale, previewed: { value, error, isStale, retry } }: PreviewProps) {
  const [width, setWidth] = useState('600');
  const [scheme, setScheme] = useState('light');
  const [wanted, setWanted] = useState<string>();
  const letters = value?.previews.filter((one) => one.locale === locale) ?? [];
  const letter = letters.find((one) => one.case === wanted) ?? letters[0];
  const options = letters.map((one) => ({ value: one.case, label: one.case }));
  return (
    <Container header={<Header variant="h2">What people read</Header>}>
      <SpaceBetween size="s">
        {error !== undefined && <Failed error={error} onRetry={retry} />}
        {value === undefined && error === undefined && <Loading />}
        {value !== undefined && letter === undefined && (
          <Box>It cannot be shown until its errors are mended.</Box>
        )}
        {letter && (
          <SpaceBetween size="s">
            <FormField label="Sample">
              <Select
                options={options}
                selectedOption={options.find((one) => one.value === letter.case) ?? null}
                onChange={({ detail }) => setWanted(detail.selectedOption.value)}
              />
            </FormField>
            <SpaceBetween size="s" direction="horizontal">
              <SegmentedControl
                label="Width"
                selectedId={width}
                options={widths}
                onChange={({ detail }) => setWidth(detail.selectedId)}
              />
              <SegmentedControl
                label="Colours"
                selectedId={scheme}
                options={schemes}
                onChange={({ detail }) => setScheme(detail.selectedId)}
              />
            </SpaceBetween>
            <div className={`device device-${width} device-${scheme}`} aria-busy={isStale}>
              <Letter letter={letter} locale={locale} tallest={720} />
            </div>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { figuresApi } from '../../../domain/api/figures.ts';
import { useSigned } from '../api/context.ts';

/** Saves the record of these days as a file, a line for each day. */
export function SaveTable({
  from,
  to,
  onError,
}: {
  from: string;
  to: string;
  onError: (error: unknown) => void;
}) {
  const { call } = useSigned();
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      saveAs(
        `service-record-${from}-${to}.csv`,
        await call(figuresApi.readRecordTable, { query: { from, to } }),
      );
    } catch (error) {
      onError(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button iconName="download" loading={isSaving} onClick={() => void save()}>
      Save as CSV
    </Button>
  );
}

function saveAs(name: string, text: string): void {
  // A byte order mark: without it Excel takes UTF-8 for the machine's own code page.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useState } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import { Comparison } from '../editor/comparison.tsx';
import { Failed } from '../shell/failed.tsx';
import { useIsNarrow } from '../shell/narrow.ts';
import { nameOf } from '../words/people.ts';
import { Loading } from '../shell/loading.tsx';

interface DiffProps {
  readonly name: WorkflowName;
  readonly live: string;
  readonly text: string;
}

const liveOption = { value: 'live', label: 'What is live' };

/** What differs between the text of this page and a revision. */
export function Diff({ name, live, text }: DiffProps) {
  const { call } = useSigned();
  const isNarrow = useIsNarrow();
  const [against, setAgainst] = useState('live');
  const { value: listed } = useLoaded(
    useCallback(() => call(adminApi.listWorkflowRevisions, { params: { workflow: name } }), [call, name]),
  );
  const load = useCallback(async () => {
    if (against === 'live') return live;
    const params = { workflow: name, revision: Number(against) };
    return (await call(adminApi.readWorkflowRevision, { params })).definition;
  }, [call, name, against, live]);
  const { value: before, error, reload } = useLoaded(load);
  const options = [
    liveOption,
    ...(listed?.revisions ?? []).map(({ revision, author, note }) => ({
      value: String(revision),
      label: `v${revision}, ${nameOf(author)}`,
      description: note,
    })),
  ];
  return (
    <SpaceBetween size="s">
      <FormField label="Compare with">
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === against) ?? liveOption}
          onChange={({ detail }) => setAgainst(detail.selectedOption.value ?? 'live')}
        />
      </FormField>
      {error !== undefined && <Failed error={error} onRetry={() => void reload()} />}
      {before === undefined && error === undefined && <Loading />}
      {before !== undefined &&
        (before === text ? (
          <Box>There is no difference.</Box>
        ) : (
          <Comparison
            before={before}
            after={text}
            labels={[against === 'live' ? 'What is live' : `v${against}`, 'Your text']}
            isNarrow={isNarrow}
          />
        ))}
    </SpaceBetween>
  );
}

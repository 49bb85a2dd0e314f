import Box from '@cloudscape-design/components/box';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMemo, useRef } from 'react';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { CodeEditor } from '../editor/code-editor.tsx';
import type { EditorHandle, Mark } from '../editor/code-editor.tsx';
import { offsetOf } from '../editor/offset-of.ts';
import { languageNames } from '../words/languages.ts';
import { checksOf } from './checks.ts';
import type { Sources } from './data.ts';
import type { PreviewState } from './previewed.ts';
import { insertables } from './variables.ts';
import { titleOf } from './words.ts';

interface SourceProps {
  readonly message: MessageName;
  readonly locale: Locale;
  readonly sources: Sources;
  readonly previewed: PreviewState;
  readonly onChange: (text: string) => void;
}

const plain: [] = [];

/** The text of a message in one language: Markdown with names in it, and what is wrong with it. */
export function Source({ message, locale, sources, previewed: { value, isStale }, onChange }: SourceProps) {
  const editor = useRef<EditorHandle>(null);
  const text = sources[locale];
  const found = useMemo(
    () => (value?.problems ?? []).filter((one) => one.locale === locale),
    [value, locale],
  );
  const marks = useMemo(
    () =>
      found.map(({ line, severity, problem }): Mark => {
        const from = offsetOf(text, line, 1);
        const end = text.indexOf('\n', from);
        return { from, to: end < 0 ? text.length : end, severity, message: problem };
      }),
    // A mark belongs to the text it was found in; the editor moves it along with what is typed.
    [found],
  );
  const { [locale]: _, ...others } = sources;
  const subjects = value?.previews.filter((one) => one.locale === locale).map(({ subject }) => subject) ?? [];
  const checks = checksOf({ locale, source: text, others, subjects });
  const choices = insertables(message, Object.values(sources));
  return (
    <SpaceBetween size="s">
      <ButtonDropdown
        items={choices.map(({ label, insert }) => ({ id: insert, text: label }))}
        onItemClick={({ detail }) => editor.current?.insert(detail.id)}
        expandToViewport
      >
        Insert a name
      </ButtonDropdown>
      <CodeEditor
        label={`${titleOf(message)} in ${languageNames[locale]}`}
        value={text}
        onChange={onChange}
        extensions={plain}
        marks={marks}
        handle={editor}
      />
      <div role="status">
        {isStale ? (
          <StatusIndicator type="in-progress">Looking</StatusIndicator>
        ) : (
          found.length === 0 && <StatusIndicator type="success">It can be published</StatusIndicator>
        )}
      </div>
      {found.length + checks.length > 0 && (
        <ul className="revisions" aria-label="What to look at">
          {found.map(({ line, severity, problem }) => (
            <li key={`${line} ${problem}`}>
              <StatusIndicator type={severity === 'error' ? 'error' : 'warning'}>
                Line {line}: {problem}
              </StatusIndicator>
            </li>
          ))}
          {checks.map(({ message: said }) => (
            <li key={said}>
              <StatusIndicator type="warning">{said}</StatusIndicator>
            </li>
          ))}
        </ul>
      )}
      <Box color="text-body-secondary" fontSize="body-s">
        Markdown; a name in double braces is filled in for each reader. Errors must be mended before
        publishing; warnings are worth a look.
      </Box>
    </SpaceBetween>
  );
}

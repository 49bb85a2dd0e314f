import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Fragment } from 'react';
import type { Locale } from '../../../domain/messages/locale.ts';
import { reasonWords } from '../words/reasons.ts';
import type { Code, ReasonDraft } from './draft.ts';
import { ReasonField } from './reason-field.tsx';
import { sentenceOf } from './sentence.ts';

const most = 3;

interface ReasonsProps {
  readonly codes: readonly Code[];
  readonly reasons: readonly ReasonDraft[];
  readonly criteria: readonly string[];
  /** The candidate's language: reasons are read in it. */
  readonly locale: Locale;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (reasons: readonly ReasonDraft[]) => void;
}

/** One flat list of reasons, each opening its own few fields and showing the sentence it becomes. */
export function Reasons({ codes, reasons, criteria, locale, errors, onChange }: ReasonsProps) {
  const toggle = (code: Code, isChosen: boolean) =>
    onChange(
      isChosen ? [...reasons, { code, details: {} }] : reasons.filter((reason) => reason.code !== code),
    );
  const write = (code: Code, name: string, value: string) =>
    onChange(
      reasons.map((reason) =>
        reason.code === code ? { code, details: { ...reason.details, [name]: value } } : reason,
      ),
    );
  return (
    <FormField
      label="Reasons"
      description="One to three, about the post and the evidence. The candidate reads them."
      errorText={errors.get('reasons')}
      stretch
    >
      <SpaceBetween size="xs">
        {codes.map((code) => {
          const position = reasons.findIndex((reason) => reason.code === code);
          const chosen = reasons[position];
          const { label, details } = reasonWords[code];
          const sentence = chosen && sentenceOf(chosen, locale);
          return (
            <Fragment key={code}>
              <Checkbox
                checked={chosen !== undefined}
                disabled={!chosen && reasons.length >= most}
                onChange={({ detail }) => toggle(code, detail.checked)}
              >
                {label}
              </Checkbox>
              {chosen && (
                <div className="reason" role="group" aria-label={label}>
                  <SpaceBetween size="xs">
                    {details.map(({ name, label: asked, asked: how, example }) => (
                      <ReasonField
                        key={name}
                        asked={how}
                        label={asked}
                        example={example}
                        criteria={criteria}
                        value={chosen.details[name] ?? ''}
                        error={errors.get(`reasons.${position}.${name}`)}
                        onChange={(value) => write(code, name, value)}
                      />
                    ))}
                    {errors.get(`reasons.${position}.code`) && (
                      <Box color="text-status-error">{errors.get(`reasons.${position}.code`)}</Box>
                    )}
                    {sentence !== undefined && (
                      <Box variant="small">
                        Reads: <q lang={locale}>{sentence}</q>
                      </Box>
                    )}
                  </SpaceBetween>
                </div>
              )}
            </Fragment>
          );
        })}
      </SpaceBetween>
    </FormField>
  );
}

import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { Failed } from './failed.tsx';
import { useMainVariant } from './primary.tsx';
import type { Submission } from './submission.ts';

interface SentFormProps {
  readonly submission: Submission;
  /** What the one button does: `Send decision`. */
  readonly action: string;
  /** Whether it sends a message or saves something, in the words of a refusal. */
  readonly does?: 'sent' | 'saved';
  readonly onCancel?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A form with one button; a refusal is told above its fields, what does not fit beside them. */
export function SentForm({ submission, action, does = 'sent', onCancel, children }: SentFormProps) {
  const { errors, trouble, isSending, fields, submit } = submission;
  const variant = useMainVariant();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Form
        errorText={errors.size > 0 ? `Look at what is marked above; nothing was ${does}.` : undefined}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            {onCancel && (
              <Button formAction="none" variant="link" onClick={onCancel}>
                Leave it
              </Button>
            )}
            <Button
              variant={variant}
              formAction="submit"
              loading={isSending}
              loadingText={does === 'saved' ? 'Saving' : 'Sending'}
            >
              {action}
            </Button>
          </SpaceBetween>
        }
      >
        <div ref={fields}>
          <SpaceBetween size="l">
            {trouble !== undefined && <Failed error={trouble} onRetry={submit} />}
            {children}
          </SpaceBetween>
        </div>
      </Form>
    </form>
  );
}

import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Job } from '../../../domain/jobs/job.ts';
import { snippetOf } from './snippet.ts';

/** The form to put on the company's careers page. */
export function Embed({ job }: { job: Job }) {
  const snippet = snippetOf(job, location.origin);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Paste it where the form belongs. It works without script, too."
          actions={
            <CopyToClipboard
              copyButtonText="Copy"
              copySuccessText="Copied"
              copyErrorText="Not copied: select it by hand"
              textToCopy={snippet}
            />
          }
        >
          On your careers page
        </Header>
      }
    >
      <SpaceBetween size="s">
        <pre className="snippet" tabIndex={0} aria-label="The form as HTML">
          {snippet}
        </pre>
      </SpaceBetween>
    </Container>
  );
}

import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Whether the console has shown a page before this one: then a new one takes the focus, as a loaded page would. */
let hasShown = false;

/** A page with its heading; says its name in the window's title and to screen readers. */
export function Page({ title, description, actions, children }: PageProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${title} – Hearback`;
  }, [title]);
  useEffect(() => {
    if (hasShown) place.current?.focus({ preventScroll: true });
    hasShown = true;
  }, []);
  return (
    <ContentLayout
      header={
        <div ref={place} tabIndex={-1} className="page-heading">
          <Header variant="h1" description={description} actions={actions}>
            {title}
          </Header>
        </div>
      }
    >
      {children}
    </ContentLayout>
  );
}

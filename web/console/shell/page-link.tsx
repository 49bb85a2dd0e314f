import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { navigate } from './router.ts';

/** A link to a page of the console; opened elsewhere (new tab, middle button) it is an ordinary link. */
export function PageLink({ to, label, children }: { to: string; label?: string; children: ReactNode }) {
  return (
    <Link
      href={to}
      {...(label !== undefined && { ariaLabel: label })}
      onFollow={(event) => {
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </Link>
  );
}

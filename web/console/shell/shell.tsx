import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSigned } from '../api/context.ts';
import { nameOf } from '../words/people.ts';
import { addressOf, navigate } from './router.ts';
import { useIsNarrow } from './narrow.ts';
import { Trail } from './trail.tsx';
import { SplitPanelPlace } from './split-panel.tsx';
import type { Panel } from './split-panel.tsx';

const links = [
  { type: 'link', text: 'Today', href: addressOf.today },
  { type: 'link', text: 'Jobs', href: addressOf.jobs },
  { type: 'link', text: 'Offers', href: addressOf.offers() },
  { type: 'link', text: 'Service record', href: addressOf.record() },
] as const;

const adminLinks = [
  { type: 'divider' },
  { type: 'link', text: 'Workflows', href: addressOf.workflows },
  { type: 'link', text: 'Messages', href: addressOf.messages },
  { type: 'link', text: 'Settings', href: addressOf.settings() },
] as const;

/** From here on a table and the list of pages fit beside each other. */
const wide = 1440;

/** The frame around every page: who is signed in, where one can go. */
export function Shell({ path, children }: { path: string; children: ReactNode }) {
  const { me, signOut } = useSigned();
  const [isOpen, setOpen] = useState(() => window.innerWidth >= wide);
  const [panel, setPanel] = useState<Panel>();
  const isNarrow = useIsNarrow();
  const items = me.isAdmin ? [...links, ...adminLinks] : links;
  const active =
    items
      .flatMap((one) => (one.type === 'link' ? one.href : []))
      .find((href) => href !== addressOf.today && path.startsWith(href)) ?? addressOf.today;
  const follow = (event: CustomEvent<{ href?: string; external?: boolean }>) => {
    event.preventDefault();
    setOpen(window.innerWidth >= wide);
    if (event.detail.href !== undefined) navigate(event.detail.href);
  };
  return (
    <SplitPanelPlace value={setPanel}>
      <div id="top">
        <TopNavigation
          identity={{ href: addressOf.today, title: 'Hearback', onFollow: follow }}
          utilities={[
            {
              type: 'menu-dropdown',
              text: me.name ?? nameOf(me.id),
              iconName: 'user-profile',
              items: [{ id: 'sign-out', text: 'Sign out' }],
              onItemClick: signOut,
            },
          ]}
        />
      </div>
      <AppLayoutToolbar
        headerSelector="#top"
        breadcrumbs={<Trail path={path} />}
        navigation={<SideNavigation activeHref={active} items={items} onFollow={follow} />}
        navigationOpen={isOpen}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        toolsHide
        content={children}
        splitPanel={panel?.content}
        splitPanelOpen={panel !== undefined}
        splitPanelPreferences={{ position: 'side' }}
        // On a phone it opens at the bottom: with less than this it would show one line of a form.
        {...(isNarrow && { splitPanelSize: Math.round(window.innerHeight * 0.75) })}
        onSplitPanelToggle={() => panel?.onClose()}
        onSplitPanelPreferencesChange={() => undefined}
        ariaLabels={{ navigation: 'Pages', navigationToggle: 'Show pages', navigationClose: 'Hide pages' }}
      />
    </SplitPanelPlace>
  );
}

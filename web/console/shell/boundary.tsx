import { Component } from 'react';
import type { ReactNode } from 'react';
import { Failed } from './failed.tsx';

/** Shows what went wrong in place of a page that could not be drawn: a part of it was not found after an update. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Failed error={error} />;
  }
}

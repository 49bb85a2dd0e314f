import StatusIndicator from '@cloudscape-design/components/status-indicator';

/** Stands where something is fetched: a turning sign that says so in words, too. */
export function Loading() {
  return <StatusIndicator type="loading">Loading</StatusIndicator>;
}

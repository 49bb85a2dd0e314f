/** Runs what a button starts, once however often it is pressed meanwhile. It stays focusable, and says that it waits. */
export async function whileBusy(button: Element, act: () => Promise<void>): Promise<void> {
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  try {
    await act();
  } finally {
    button.ariaDisabled = null;
  }
}

/** A line on standard error that is written anew as the work goes on; nothing where nobody looks. */
export function progressLine(): { show: (text: string) => void; clear: () => void } {
  const { stderr } = process;
  const write = (text: string): void => {
    if (stderr.isTTY) stderr.write(`\r\u001B[K${text}`);
  };
  return { show: write, clear: () => write('') };
}

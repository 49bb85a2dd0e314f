/** The words of a problem document, or the body as it is. */
function words(body) {
  try {
    const { title, detail } = JSON.parse(body);
    return [title, detail].filter(Boolean).join(': ') || body;
  } catch {
    return body;
  }
}

/** Asks the control API. Throws an Error with the reply's own words. */
async function ask(path, init) {
  const reply = await fetch(path, init);
  const body = await reply.text();
  if (!reply.ok) {
    throw new Error(words(body) || `${path} answered ${reply.status}`);
  }
  return JSON.parse(body);
}

export const health = () => ask('/_local/health');
export const mails = () => ask('/_local/mail');
export const executions = () => ask('/_local/executions');
export const denials = () => ask('/_local/denied');
export const deadLetters = () => ask('/_local/dead-letters');
export const about = () => ask('/_local/about');
export const staffToken = (user) => ask(`/_local/token?user=${encodeURIComponent(user)}`);
export const advance = (step) =>
  ask('/_local/clock/advance', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(step),
  });

/**
 * Shows the mail that the page around this one hands over, and says how tall it is. This page has an origin of its
 * own and no network, so nothing in a mail can reach the page around it; links are looked at, not followed.
 */
const say = (message: unknown): void => parent.postMessage(message, '*');

const measure = new ResizeObserver(() => {
  say({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
});

function show(mail: string): void {
  measure.disconnect();
  // Scripts that a parser finds this way never run.
  const { documentElement } = new DOMParser().parseFromString(mail, 'text/html');
  document.documentElement.replaceWith(document.adoptNode(documentElement));
  measure.observe(document.documentElement);
}

window.addEventListener('message', ({ source, data }) => {
  if (source === parent && typeof data === 'string') show(data);
});
for (const event of ['click', 'auxclick', 'submit'])
  document.addEventListener(event, (happening) => happening.preventDefault());

say('ready');

/** `<hearback-apply job="…">`: the application form of a job, on any page. */
import type { intakeApi } from '../../domain/api/intake.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { create, find } from '../shared/dom.ts';
import { h } from '../shared/view.ts';
import { enhance } from './form/enhance.ts';
import { formView } from './form/form-view.ts';

/** The style sheet of the form, put in by the build. */
declare const EMBED_STYLE: string;

/** Where this script came from is where the API is. */
const script = document.currentScript;
const site = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;

class HearbackApply extends HTMLElement {
  static readonly observedAttributes = ['job'];

  #job: string | undefined;

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#show();
  }

  connectedCallback(): void {
    void this.#show();
  }

  /** Until the job is known, and when it cannot be, the element shows what stands in it. */
  async #show(): Promise<void> {
    const job = this.getAttribute('job') ?? '';
    if (job === this.#job) return;
    this.#job = job;
    try {
      const path = `/api/jobs/${encodeURIComponent(job)}`;
      const offering = await call<typeof intakeApi.readJob>('GET', path, { site });
      if (job !== this.#job) return;
      const root = this.shadowRoot ?? this.#newRoot();
      const frame = create(h('div', { class: 'frame' }, formView(offering, `${site}/api/applications`)));
      root.replaceChildren(frame);
      enhance(find(frame, 'form', HTMLFormElement), site);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      console.warn(`hearback-apply: the job "${job}" could not be shown: ${error.message}`);
    }
  }

  #newRoot(): ShadowRoot {
    const style = new CSSStyleSheet();
    style.replaceSync(EMBED_STYLE);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    return root;
  }
}

if (!customElements.get('hearback-apply')) customElements.define('hearback-apply', HearbackApply);

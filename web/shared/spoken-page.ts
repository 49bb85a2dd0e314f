import type { Locale } from '../../domain/messages/locale.ts';
import { chooseLanguage, chosenLanguage } from './chosen-language.ts';
import { find } from './dom.ts';

/** A page that is drawn anew when its reader chooses another language. */
export class SpokenPage {
  locale: Locale = chosenLanguage();
  #draw: () => void = () => undefined;

  /** Draws what is shown from now on, also whenever the language changes. */
  present(draw: () => void): void {
    this.#draw = draw;
    draw();
  }

  /** Speaks another language; the focus stays on the choice. */
  readonly choose = (chosen: Locale): void => {
    chooseLanguage(chosen);
    this.locale = chosen;
    this.#draw();
    find(document, '.languages [aria-current="true"]', HTMLElement).focus();
  };
}

import { mayMarket } from '../../../domain/consent/history.ts';
import { categoryOf, isMessageName } from '../../../domain/messages/messages.ts';
import type { Letter } from '../../what-if/model/letter.ts';
import { lettersAbout, lettersTo, newLetters } from '../view.ts';
import type { Rule } from '../view.ts';

const answers = ['decline', 'decline-after-interview', 'hired', 'release'];

const isOffer = ({ message, status }: Letter): boolean =>
  status === 'sent' && isMessageName(message) && categoryOf(message) === 'marketing';

export const oneOffer: Rule = {
  number: 6,
  title: 'at most one offer, only with consent, never before the answer',
  onChange: (changed) => {
    const { after } = changed;
    if (after.codes.length > 1) return 'a second code is issued';
    const offers = newLetters(changed).filter(isOffer);
    const [offer] = offers;
    if (!offer) return undefined;
    const letters = lettersTo('candidate', after);
    if (letters.filter(isOffer).length > 1) return 'a second offer is sent';
    if (!mayMarket(after.person.consents, after.person.suppression))
      return 'an offer is sent without consent';
    const answered = lettersAbout('', after).some(
      ({ message, at }) => answers.includes(message) && at < offer.at,
    );
    return answered ? undefined : 'an offer is sent before the answer, or together with it';
  },
};

const keys = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** The number that a telephone dials: vanity letters become their keys (ITU-T E.161), separators go. */
export function dialled(phone: string): string {
  return Array.from(phone.toUpperCase(), (character) => {
    if (/[0-9+]/.test(character)) return character;
    const key = keys.findIndex((letters) => letters.includes(character));
    return key === -1 ? '' : String(key);
  }).join('');
}

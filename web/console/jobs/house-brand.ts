export interface Brand {
  /** Of buttons and links. */
  readonly brand: string;
  /** Of the words on a button. */
  readonly onBrand: string;
}

export const houseBrand: Brand = { brand: '#0b5c8a', onBrand: '#ffffff' };

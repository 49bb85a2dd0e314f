import { parseJson } from '../json.ts';

/** Why a text is no JSON, in the words of the service's parser (Jackson), and where that one gives up. */
export interface JsonFault {
  /** `<start>` stands for the place of `opened`. */
  readonly message: string;
  /** Characters read until then. */
  readonly offset: number;
  /** Where the object or array begins that is not closed as it should be. */
  readonly opened?: number;
}

type Kind = 'Object' | 'Array';

const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const WORD = /[\p{L}\p{N}_$]+/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /[ \t\r\n]*/y;

/** Finds the fault in a text that `JSON.parse` refuses. */
export function faultIn(text: string): JsonFault {
  const reader = new Reader(text);
  return reader.value(undefined) ?? reader.trailing();
}

/** Where a name stands a second time in one object of a text that is JSON, in the words of that parser. */
export function repeatedName(text: string): JsonFault | undefined {
  return new Reader(text, true).value(undefined);
}

const CLOSING: Readonly<Record<Kind, string>> = { Object: '}', Array: ']' };

/** Reads until it meets a fault. Its methods give that fault, or nothing where they read what they should. */
class Reader {
  readonly #text: string;
  readonly #onlyOnce: boolean;
  #at = 0;

  /** `onlyOnce`: whether it is a fault that an object has a name twice. */
  constructor(text: string, onlyOnce = false) {
    this.#text = text;
    this.#onlyOnce = onlyOnce;
  }

  /** One value; `within` says in what it stands. */
  value(within: Kind | undefined): JsonFault | undefined {
    const next = this.#next();
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"') return this.#string(': was expecting closing quote for a string value');
    const number = this.#take(NUMBER);
    if (number) return this.#number(number);
    if (/[\p{L}_$]/u.test(next)) return this.#word();
    if (next === '') return this.#ended(` within/between ${within ?? 'root'} entries`);
    return this.#unexpected(next === '}' ? 'expected a value' : `expected a valid value ${VALUES}`);
  }

  /** What follows the whole value. */
  trailing(): JsonFault {
    const next = this.#next();
    return /[\p{L}_$]/u.test(next)
      ? (this.#word() ?? this.#unexpected(`expected a valid value ${VALUES}`))
      : this.#unexpected(`expected a valid value ${VALUES}`);
  }

  #object(): JsonFault | undefined {
    const opened = this.#at++;
    if (this.#closes('Object')) return undefined;
    const names = this.#onlyOnce ? new Set<string>() : undefined;
    for (;;) {
      const fault =
        this.#name(opened, names) ?? this.#colon() ?? this.value('Object') ?? this.#comma('Object', opened);
      if (fault !== undefined) return fault;
      if (this.#closes('Object')) return undefined;
      this.#at++;
      if (this.#next() === '') return this.#ended(' within/between Object entries');
    }
  }

  #array(): JsonFault | undefined {
    const opened = this.#at++;
    if (this.#closes('Array')) return undefined;
    if (this.#next() === '' || this.#next() === '}') return this.#comma('Array', opened);
    for (;;) {
      const fault = this.value('Array') ?? this.#comma('Array', opened);
      if (fault !== undefined) return fault;
      if (this.#closes('Array')) return undefined;
      this.#at++;
    }
  }

  #name(opened: number, names: Set<string> | undefined): JsonFault | undefined {
    const next = this.#next();
    if (next === '"') return this.#fresh(this.#at, names);
    if (next === '') return this.#unclosed('Object', opened);
    if (next === ']') return this.#mismatched('Object', opened);
    return this.#unexpected('was expecting double-quote to start field name');
  }

  #fresh(start: number, names: Set<string> | undefined): JsonFault | undefined {
    const fault = this.#string(' in field name');
    if (fault !== undefined || names === undefined) return fault;
    const name = JSON.stringify(parseJson(this.#text.slice(start, this.#at)));
    if (names.has(name)) return this.#fault(`Duplicate field '${name.slice(1, -1)}'`);
    names.add(name);
    return undefined;
  }

  #colon(): JsonFault | undefined {
    const next = this.#next();
    if (next === '') return this.#ended(' within/between Object entries');
    if (next !== ':') return this.#unexpected('was expecting a colon to separate field name and value');
    this.#at++;
    return undefined;
  }

  /** A comma or the end is next. */
  #comma(kind: Kind, opened: number): JsonFault | undefined {
    const next = this.#next();
    if (next === ',' || next === CLOSING[kind]) return undefined;
    if (next === '') return this.#unclosed(kind, opened);
    if (next === ']' || next === '}') return this.#mismatched(kind, opened);
    return this.#unexpected(`was expecting comma to separate ${kind} entries`);
  }

  #closes(kind: Kind): boolean {
    if (this.#next() !== CLOSING[kind]) return false;
    this.#at++;
    return true;
  }

  #number(text: string): JsonFault | undefined {
    return Number.isFinite(Number(text)) ? undefined : this.#fault(`Numeric value (${text}) out of range`);
  }

  #string(unended: string): JsonFault | undefined {
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === '"') {
        this.#at++;
        return undefined;
      }
      if (character < ' ') return this.#control(character);
      if (character !== '\\') continue;
      const escaped = this.#text.charAt(++this.#at);
      if (escaped !== '' && !'"\\/bfnrtu'.includes(escaped)) {
        this.#at++;
        return this.#fault(`Unrecognized character escape ${quoted(escaped)}`);
      }
    }
    return this.#ended(unended);
  }

  #control(character: string): JsonFault {
    this.#at++;
    return this.#fault(
      `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
    );
  }

  #word(): JsonFault | undefined {
    const word = this.#take(WORD) ?? '';
    return ['true', 'false', 'null'].includes(word)
      ? undefined
      : this.#fault(`Unrecognized token '${word}': was expecting ${VALUES}`);
  }

  #unexpected(wanted: string): JsonFault {
    const character = this.#next();
    this.#at += character.length;
    return this.#fault(`Unexpected character (${quoted(character)}): ${wanted}`);
  }

  #unclosed(kind: Kind, opened: number): JsonFault {
    return { ...this.#ended(`: expected close marker for ${kind} (start marker at <start>)`), opened };
  }

  #mismatched(kind: Kind, opened: number): JsonFault {
    const found = this.#next();
    this.#at++;
    const message = `Unexpected close marker '${found}': expected '${CLOSING[kind]}' (for ${kind} starting at <start>)`;
    return { ...this.#fault(message), opened };
  }

  #ended(where: string): JsonFault {
    this.#at = this.#text.length;
    return this.#fault(`Unexpected end-of-input${where}`);
  }

  #fault(message: string): JsonFault {
    return { message, offset: this.#at };
  }

  /** The next character that is not blank; empty at the end. */
  #next(): string {
    this.#take(BLANK);
    return String.fromCodePoint(...[this.#text.codePointAt(this.#at)].filter((code) => code !== undefined));
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const quoted = (character: string): string => `'${character}' (code ${character.codePointAt(0) ?? 0})`;

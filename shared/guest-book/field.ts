import type { WallMs, Zone } from '../base/office-time.ts';
import type { FieldProblem } from './field-problem.ts';
import type { Purpose } from './purposes.ts';

/**
 * The kinds of fields, and what a visitor gives of each. An ordinary field is `text`; the others have a way of their own to
 * be asked (renderer/kiosk/check-in) and to be read again (shared/views/guest-book-view.ts).
 */
export type ValueOfKind = {
  readonly text: string;
  /** Null: "Saya tidak ingat"; the desk completes it. */
  readonly 'user-id': string | null;
  /** Null until the visitor has chosen: nothing is chosen for anybody. */
  readonly purpose: Purpose | null;
  /** The office's date and time, `YYYY-MM-DDTHH:mm`, or empty. */
  readonly deadline: string;
};
export type FieldKind = keyof ValueOfKind;

/** What a row of the register has of each kind. */
export type CellOfKind = {
  readonly text: string;
  readonly 'user-id': string;
  /** Null: the guest book's personal data were destroyed, or cannot be read. */
  readonly purpose: Purpose | null;
  /** The office's date and time, `2026-11-23 15:30`, or empty. */
  readonly deadline: string;
};

/**
 * Where a field is shown. `review`: at the kiosk, before the number is taken; `visitor`: who came, at the console;
 * `register`: a column of the register on screen; `export`: a column of its CSV.
 */
export type FieldPlace = 'review' | 'visitor' | 'register' | 'export';

export type FieldOfKind<K extends FieldKind> = {
  /** Its name in form, contract and people's record. Never rename one: records hold it for ever. */
  readonly key: string;
  /** Under which name shared/text/guest-book.ts has its words. */
  readonly label: string;
  readonly kind: K;
  /** The part of checking in that asks it. Parts come in the order of the list. */
  readonly part: string;
  /** Asked of everybody, or only where the matter asks for it by this key. */
  readonly asked: 'always' | 'by-matter';
  /** Of whom it is asked, by what the form says so far; everybody when not given. */
  readonly askedOf?: (form: { readonly purpose: Purpose | null }) => boolean;
  /** May whoever is asked not leave it empty? */
  readonly isOwed: boolean;
  /** Judges what was filled in; an empty field only where it is owed. */
  readonly rule: (
    value: ValueOfKind[K],
    around: { readonly now: WallMs; readonly zone: Zone },
  ) => FieldProblem | null;
  /** A text as it is kept; without surrounding space when not given. */
  readonly tidied?: (typed: string) => string;
  /** Which keyboard suits a text; plain when not given. */
  readonly keyboard?: 'tel' | 'email' | 'numeric';
  readonly kept: {
    /** In the visit's record of the people file, under `key`. */
    readonly inRecord: boolean;
    /** In the fact of the check-in, under this name: never what names or describes a person. */
    readonly inFact?: {
      readonly as: string;
      readonly of: (value: ValueOfKind[K], zone: Zone) => unknown;
    };
  };
  readonly shown: readonly FieldPlace[];
  /** The register's search looks at it. */
  readonly isSearched?: true;
  /** In the register's CSV says where it stood that it was destroyed. */
  readonly tellsErasure?: true;
  /** The first of a visit's columns on screen: by it a row is found. */
  readonly leads?: true;
};

/** One field of the guest book: all that the product knows of it but its words. */
export type Field = { readonly [K in FieldKind]: FieldOfKind<K> }[FieldKind];

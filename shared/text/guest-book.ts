import type { Language } from '../base/closed-lists.ts';
import {
  fieldsShown,
  guestBookEntries,
  type GuestBookEntry,
  type GuestBookField,
  type LabelShown,
  type GuestBookLabel,
} from '../guest-book/guest-book.ts';

type Said = Readonly<Record<Language, string>>;

/** The words of the guest book's fields, a table for each place: one without its words does not compile. */
const asked: Readonly<Record<GuestBookLabel, Said>> = {
  name: { id: 'Nama', en: 'Name' },
  company: { id: 'Perusahaan', en: 'Company' },
  phone: { id: 'Nomor telepon', en: 'Phone number' },
  email: { id: 'E-mail', en: 'E-mail' },
  userId: { id: 'User ID SPSE', en: 'SPSE User ID' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  purposeNote: { id: 'Keperluan Anda', en: 'Your purpose' },
  tenderCode: { id: 'Kode tender', en: 'Tender code' },
  tenderName: { id: 'Nama paket', en: 'Package name' },
  deadline: { id: 'Batas unggah', en: 'Upload deadline' },
};

/** Over a column of the register, on screen and in its CSV. */
const columns: Readonly<Record<LabelShown<'register' | 'export'>, Said>> = {
  name: { id: 'Nama', en: 'Name' },
  company: { id: 'Perusahaan', en: 'Company' },
  phone: { id: 'Telepon', en: 'Phone' },
  email: { id: 'E-mail', en: 'E-mail' },
  userId: { id: 'User ID SPSE', en: 'SPSE User ID' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  purposeNote: { id: 'Keterangan keperluan', en: 'Purpose in words' },
  tenderCode: { id: 'Kode tender', en: 'Tender code' },
  tenderName: { id: 'Nama paket', en: 'Package' },
  deadline: { id: 'Batas unggah', en: 'Upload deadline' },
};

/** Beside what a visitor told, at the console. */
const visitor: Readonly<Record<LabelShown<'visitor'>, Said>> = {
  name: { id: 'Nama', en: 'Name' },
  phone: { id: 'Telepon', en: 'Telephone' },
  email: { id: 'E-mail', en: 'E-mail' },
  userId: { id: 'User ID SPSE', en: 'SPSE User ID' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
};
const tables: Readonly<Record<LabelPlace, Readonly<Partial<Record<GuestBookLabel, Said>>>>> = {
  kiosk: asked,
  column: columns,
  visitor,
};
export type LabelPlace = 'kiosk' | 'column' | 'visitor';

/** What a field is called in a place. @throws where it is not shown there: that is a bug */
export function guestBookLabel(
  place: LabelPlace,
  { label }: GuestBookEntry,
  language: Language,
): string {
  const said = tables[place][label];
  if (said === undefined) throw new Error(`No words for ${label} (${place})`);
  return said[language];
}

/** The head of the guest book's columns in the register's CSV. */
export function guestBookColumns(language: Language): readonly string[] {
  return fieldsShown('export').map((entry) => guestBookLabel('column', entry, language));
}

/** What the kiosk calls each field. */
export function kioskLabels(language: Language): Readonly<Record<GuestBookField, string>> {
  return Object.fromEntries(
    guestBookEntries.map((entry) => [entry.key, guestBookLabel('kiosk', entry, language)]),
  ) as Record<GuestBookField, string>;
}

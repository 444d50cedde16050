import { expect, test } from 'vitest';
import { looksLikeSecret } from '../../shared/base/secrets.ts';

test.each([
  'password: Rahasia1',
  'sandi saya Batang#77',
  'pass=abc123',
  'Password SPSE: rahasia',
  'kata sandi saya adalah Merdeka45',
  'PIN 481516',
  'token: eyJhbGciOi',
  'Passwordnya Pekalongan1!',
  'Batang#2026',
  'login gagal, pwd=lpse',
  'kata kunci Pantura99',
])('is refused: %s', (text) => {
  expect(looksLikeSecret(text)).toBe(true);
});

test.each([
  'Lupa password',
  'tidak bisa masuk, kata sandi salah',
  '12345678',
  'SUMBER2024',
  'error 0x80070005',
  'password: lupa',
  'Ganti password belum bisa',
  'Sandi ditolak oleh SPSE 4.5',
  'wakil@sumbermakmur.example',
  'https://spse.example/eproc4?x=1&y=2',
  'CV Sumber Makmur Batang',
  'Paket 8412119',
  'Jl. Diponegoro No. 21',
])('passes: %s', (text) => {
  expect(looksLikeSecret(text)).toBe(false);
});

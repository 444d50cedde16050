import { createTheme, type MantineColorsTuple } from '@mantine/core';

const nila: MantineColorsTuple = [
  '#eef0fa',
  '#dde2f5',
  '#b9c2ea',
  '#92a0de',
  '#7082d3',
  '#5a6fcd',
  '#4e65ca',
  '#2b3a94',
  '#24317e',
  '#1d2866',
];

/** The library's part of the look: its inputs, menus and dialogs in the product's type, colours and shapes. */
export const theme = createTheme({
  fontFamily: "'Plus Jakarta Sans Variable', sans-serif",
  headings: { fontFamily: "'Plus Jakarta Sans Variable', sans-serif", fontWeight: '800' },
  colors: { nila },
  primaryColor: 'nila',
  primaryShade: 7,
  defaultRadius: 12,
  black: '#171c3a',
  cursorType: 'pointer',
});

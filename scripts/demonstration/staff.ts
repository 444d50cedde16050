import type { Page } from '@playwright/test';

/** A member of staff as the demonstration knows them. */
export type Member = {
  readonly name: string;
  readonly functions: readonly string[];
  readonly pin: string;
};

/** Nobody signed in yet or somebody else: whoever it is, `member` is signed in afterwards. */
export async function signIn(console: Page, member: Member): Promise<void> {
  const title = console.getByRole('heading', { name: 'Siapa yang bertugas?' });
  const leave = console.getByRole('button', { name: /^Ganti petugas/ });
  // A console left alone signs its staff out by itself, perhaps between our look and our tap.
  while (!(await title.isVisible())) {
    await title.or(leave).first().waitFor();
    await leave.click({ timeout: 2_000 }).catch(() => undefined);
  }
  await console.getByRole('button', { name: new RegExp(`^${member.name}`) }).click();
  await console.getByLabel(`PIN ${member.name}`).fill(member.pin);
  await console.getByRole('button', { name: 'Masuk' }).click();
  await console.getByRole('heading', { name: 'Papan' }).waitFor();
}

export async function openVisit(console: Page, number: string): Promise<void> {
  await console.getByRole('button', { name: new RegExp(`^Buka ${number},`) }).click();
}

export async function backToBoard(console: Page): Promise<void> {
  await console.getByRole('button', { name: 'Papan', exact: true }).click();
  await console.getByRole('heading', { name: 'Papan' }).waitFor();
}

/** The step at which the open visit is. */
export async function atStep(console: Page, no: number): Promise<void> {
  await console.getByText(`Langkah ${no} dari 13`, { exact: true }).waitFor();
}

/** Taps an answer of the present step. */
export async function answer(console: Page, words: string): Promise<void> {
  await console
    .getByRole('group', { name: 'Jawaban' })
    .getByRole('button', { name: words, exact: true })
    .click();
}

export type Problem = {
  readonly category: string;
  readonly description: string;
  readonly unit: string;
  readonly remedy: string;
};

export async function writeProblem(console: Page, problem: Problem): Promise<void> {
  await console.getByRole('radio', { name: problem.category, exact: true }).check({ force: true });
  await console.getByLabel('Uraian masalah').fill(problem.description);
  await console.getByLabel('Unit LPSE yang dimintai bantuan').fill(problem.unit);
  await console.getByLabel('Yang sudah dilakukan').fill(problem.remedy);
}

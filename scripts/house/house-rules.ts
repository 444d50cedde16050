import { dirname, relative, resolve, sep } from 'node:path';
import { stepIds } from './step-ids.ts';
import { judgeImport } from './zones.ts';

// The linter's interface for rules of one's own is ESLint's; only what is used here is typed.
type Node = { readonly type: string; readonly [key: string]: unknown };
type Context = {
  readonly filename: string;
  readonly cwd: string;
  report(finding: { readonly node: Node; readonly message: string }): void;
};
type Visitor = Readonly<Record<string, (node: Node) => void>>;
type Rule = { readonly create: (context: Context) => Visitor };

/** The five rules of the house as far as imports show them, however the import is written. */
const importZones: Rule = {
  create(context) {
    const check = (node: Node, source: unknown): void => {
      const name = textOf(source);
      if (name === undefined) return;
      const isFile = name.startsWith('.') || name.startsWith('/');
      const target = isFile ? fromRoot(context, resolve(dirname(context.filename), name)) : name;
      const refusal = judgeImport(fromRoot(context, context.filename), target, isFile);
      if (refusal !== null) context.report({ node, message: refusal.sentence });
    };
    return {
      ImportDeclaration: (node) => check(node, node['source']),
      ExportNamedDeclaration: (node) => check(node, node['source']),
      ExportAllDeclaration: (node) => check(node, node['source']),
      ImportExpression: (node) => check(node, node['source']),
      TSImportType: (node) => check(node, node['source'] ?? node['argument']),
      CallExpression: (node) => {
        const [first] = node['arguments'] as readonly unknown[];
        if (isNamed(node['callee'], 'require')) check(node, first);
      },
    };
  },
};

/** Nothing in shared reads a clock or a die: times, ids and random numbers come in as arguments. */
const noClockNoChance: Rule = {
  create(context) {
    const refuse = (node: Node, what: string): void =>
      context.report({
        node,
        message: `shared knows no clock and no chance (${what}). Take the time or the id as an argument; main has Clock and NewId in main/ports.ts.`,
      });
    return {
      NewExpression: (node) => {
        const given = node['arguments'] as readonly unknown[];
        if (isNamed(node['callee'], 'Date') && given.length === 0)
          refuse(node, 'new Date() without a time');
      },
      CallExpression: (node) => {
        if (isNamed(node['callee'], 'Date')) refuse(node, 'Date()');
      },
      MemberExpression: (node) => {
        const property = node['property'];
        if (isNamed(node['object'], 'Date') && isNamed(property, 'now')) refuse(node, 'Date.now');
        if (isNamed(node['object'], 'Math') && isNamed(property, 'random'))
          refuse(node, 'Math.random');
      },
    };
  },
};

/** An exported function is written as one: it stands out, and its name is in every stack. One typed by a contract may be an arrow. */
const exportFunction: Rule = {
  create(context) {
    return {
      ExportNamedDeclaration: (node) => {
        const declaration = node['declaration'] as Node | null;
        if (declaration?.type !== 'VariableDeclaration') return;
        for (const one of declaration['declarations'] as readonly Node[]) {
          const id = one['id'] as Node;
          const init = one['init'] as Node | null;
          if (init?.type !== 'ArrowFunctionExpression' || id['typeAnnotation'] != null) continue;
          context.report({
            node: one,
            message: `Write export function ${String(id['name'])}: exported functions are functions, not constants.`,
          });
        }
      },
    };
  },
};

/** Nothing but a document's own folder asks which step it is: kinds, demands and the chart say what is to be known of one. */
const noStepLiterals: Rule = {
  create(context) {
    const refuse = (node: Node, what: string): void =>
      context.report({
        node,
        message: `${what}: no code names a step or compares its number. Ask its kind, its demands or what the chart offers; put what is new into the definition (shared/sop/definition.ts).`,
      });
    return {
      Literal: (node) => {
        const value = node['value'];
        if (typeof value === 'string' && stepIds.has(value)) refuse(node, `'${value}' is a step`);
      },
      BinaryExpression: (node) => {
        if (!['<', '<=', '>', '>=', '===', '!=='].includes(String(node['operator']))) return;
        const sides = [node['left'], node['right']] as readonly Node[];
        const asksNumber = sides.some((side) => isNumberOfStep(side));
        const number = sides.some((side) => typeof side['value'] === 'number');
        if (asksNumber && number) refuse(node, 'A row is asked by its number');
      },
    };
  },
};

function isNumberOfStep(side: Node): boolean {
  return (
    isNamed(side, 'no') || (side.type === 'MemberExpression' && isNamed(side['property'], 'no'))
  );
}

function fromRoot(context: Context, file: string): string {
  return relative(context.cwd, file).split(sep).join('/');
}

function textOf(source: unknown): string | undefined {
  const value = (source as Node | null | undefined)?.['value'];
  return typeof value === 'string' ? value : undefined;
}

function isNamed(node: unknown, name: string): boolean {
  const found = node as Node | null | undefined;
  return found?.type === 'Identifier' && found['name'] === name;
}

export default {
  meta: { name: 'house' },
  rules: {
    'import-zones': importZones,
    'no-clock-no-chance': noClockNoChance,
    'export-function': exportFunction,
    'no-step-literals': noStepLiterals,
  },
};

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['db/reads', 'db/writes'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${root}${folder}/${name}`),
);
const scopeFile = `${root}db/vocabulary/scope.ts`;

function isScope(type: ts.Type): boolean {
  const [declaration] = type.symbol?.declarations ?? [];
  return type.symbol?.name === 'Scope' && declaration?.getSourceFile().fileName === scopeFile;
}

/** A scope as a parameter of its own, or as a part of the work under way that is handed on. */
function takesScope(checker: ts.TypeChecker, signature: ts.Signature): boolean {
  return signature.getParameters().some((parameter) => {
    const declaration = parameter.valueDeclaration as ts.ParameterDeclaration;
    const isOptional = declaration.questionToken !== undefined || declaration.initializer !== undefined;
    const type = checker.getTypeOfSymbol(parameter);
    const part = type.getProperty('scope');
    return !isOptional && (isScope(type) || (part !== undefined && isScope(checker.getTypeOfSymbol(part))));
  });
}

/** Does a function reach the database, and not merely work something out? */
function takesSql(checker: ts.TypeChecker, signature: ts.Signature): boolean {
  return signature.getParameters().some((parameter) => {
    const type = checker.getTypeOfSymbol(parameter);
    const part = type.getProperty('sql');
    return [type, part && checker.getTypeOfSymbol(part)].some((one) => one?.symbol?.name === 'Sql');
  });
}

function exportedFunctions(program: ts.Program, file: string): { name: string; signature: ts.Signature }[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file)!;
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
  return symbols.flatMap((symbol) =>
    checker
      .getTypeOfSymbol(symbol)
      .getCallSignatures()
      .map((signature) => ({ name: `${file.slice(root.length)} ${symbol.name}`, signature })),
  );
}

/** Every import from `db/reads` and `db/writes` in the given folders: which name, in which file. */
function imports(folders: readonly string[]): { from: string; name: string; file: string }[] {
  const found: { from: string; name: string; file: string }[] = [];
  for (const folder of folders) {
    for (const entry of readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const file = join(entry.parentPath, entry.name);
      for (const statement of ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023)
        .statements) {
        if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
        const bindings = statement.importClause?.namedBindings;
        if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
        const from = relative(root, resolve(dirname(file), statement.moduleSpecifier.text));
        const names = bindings.elements.map((element) => (element.propertyName ?? element.name).text);
        found.push(...names.map((name) => ({ from, name, file: relative(root, file) })));
      }
    }
  }
  return found;
}

function unscopedFunctions(): Set<string> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const touching = files
    .flatMap((file) => exportedFunctions(program, file))
    .filter(({ signature }) => takesSql(checker, signature));
  expect(touching.length).toBeGreaterThan(20);
  return new Set(touching.filter(({ signature }) => !takesScope(checker, signature)).map(({ name }) => name));
}

/**
 * Pieces of a read or write that are composed inside db, and in the pipeline's one transaction, may leave the scope to what
 * is composed of them; nothing else may reach the database but through a function that takes one.
 */
it('nobody outside reaches the database but through reads and writes that take a scope, without a default', () => {
  const unscoped = unscopedFunctions();
  const outside = imports(['server', 'ingest', 'scripts', 'db/threads']).filter(
    ({ file }) => !file.startsWith('ingest/pipeline/'),
  );
  expect(outside.some(({ name }) => name === 'applySettings')).toBe(true);
  const reaching = outside.filter(({ from, name }) => unscoped.has(`${from} ${name}`));
  expect(reaching.map(({ name, file }) => `${file} imports ${name}`)).toEqual([]);
});

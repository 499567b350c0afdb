// Compiles a text as if it were a file of this folder, and gives what the compiler says about it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as typescript from 'typescript';
import { root } from '../project.js';

const require = createRequire(import.meta.url);

export type Compiler = 'typescript' | 'typescript-5.4';

export interface Complaint {
  readonly code: number;
  /** The text that it is about, its first line. */
  readonly at: string;
  /** The first line. */
  readonly message: string;
  readonly start: number;
}

export interface Compiled {
  readonly complaints: readonly Complaint[];
  readonly instantiations: number;
}

export function compile(text: string, compiler: Compiler, exactOptionalPropertyTypes: boolean): Compiled {
  const ts = require(compiler) as typeof typescript;
  const name = join(root, 'test', 'policy', 'compiled.ts');
  const options: typescript.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, version, ...rest) =>
    file === name ? ts.createSourceFile(file, text, version) : getSourceFile(file, version, ...rest);
  const program = ts.createProgram([name], options, host);
  const source = program.getSourceFile(name);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const complaints = found.map(({ code, start = 0, length = 0, messageText }) => ({
    code,
    start,
    at: text.slice(start, start + length).split('\n', 1)[0] ?? '',
    message: ts.flattenDiagnosticMessageText(messageText, '\n').split('\n', 1)[0] ?? '',
  }));
  return { complaints, instantiations: program.getInstantiationCount() };
}

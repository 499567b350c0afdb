// Type-checks programs of the documents together, as files that lie beside their documents.
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from '../project.js';
import type { Program } from './extract.js';

export function typeErrors(programs: readonly Program[]): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), { noUnusedLocals: false, noUnusedParameters: false }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  if (!config) throw new Error('tsconfig.json cannot be read');
  const files = new Map(programs.map((program, index) => [join(root, dirname(program.path), `$program-${index}.ts`), program] as const));
  const host = ts.createCompilerHost(config.options, true);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.getSourceFile = (path, options, ...rest) => {
    const text = textOf(path);
    return text === undefined ? getSourceFile(path, options, ...rest) : ts.createSourceFile(path, text, options, true);
  };
  function textOf(path: string): string | undefined {
    const program = files.get(path);
    return program === undefined ? undefined : `${program.text}\nexport {};\n`;
  }
  const checked = ts.createProgram([...files.keys()], config.options, host);
  return [...files].flatMap(([path, program]) => {
    const source = checked.getSourceFile(path);
    return [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)].map((diagnostic) => {
      const line = source === undefined ? 0 : source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1;
      return `${program.path}:${line} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  });
}

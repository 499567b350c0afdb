import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy } from 'clientele';
import { readExamples, runExample } from './examples.js';
import { filesUnder, root } from './project.js';

const examples = readExamples();

describe('examples', () => {
  it('are there, each with its output and each output with its example', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter(({ output }) => !existsSync(join(root, output))).map(({ output }) => output)).toEqual([]);
    const outputs = new Set(examples.map(({ output }) => output));
    expect(filesUnder('examples', (path) => path.endsWith('.out.txt')).map(({ path }) => path).filter((path) => !outputs.has(path))).toEqual([]);
  });

  it.each(examples.filter(({ absent }) => absent.length === 0).map((example) => [example.name, example] as const))('%s prints what it printed', (_, example) => {
    expect(runExample(example)).toBe(readFileSync(join(root, example.output), 'utf8'));
  });

  it.each(examples.filter(({ absent }) => absent.length > 0).map((example) => [example.name, example.absent.join(', '), example] as const))('%s did not run: %s is absent', (_, __, example) => {
    expect(existsSync(join(root, example.output))).toBe(true);
  });

  it.each(filesUnder('examples/policies', (path) => path.endsWith('.json')).map(({ path, text }) => [path, text] as const))('%s is a policy that lint would not mend', (_, text) => {
    expect(createClassifier(parsePolicy(JSON.parse(text))).lint()).toEqual([]);
  });
});

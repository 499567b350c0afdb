// `npm run test:matrix`: the unit suite on other versions of Node.js and in other time zones of the machine.
// The package `node` of npm brings the versions.
import { spawnSync } from 'node:child_process';
import { root } from './project.js';

const suite = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--project', 'unit', '--reporter=dot'];

const runs: readonly { readonly name: string; readonly command: readonly string[]; readonly timeZone?: string }[] = [
  ...['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'].map((timeZone) => ({ name: `TZ=${timeZone}`, command: [process.execPath, ...suite], timeZone })),
  ...['22', '24'].map((version) => ({ name: `Node ${version}`, command: ['npx', '-y', '-p', `node@${version}`, 'node', ...suite] })),
];

const failed = runs.filter(({ name, command, timeZone }) => {
  console.log(`\n── ${name}`);
  const [tool = '', ...args] = command;
  return spawnSync(tool, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...(timeZone === undefined ? {} : { TZ: timeZone }) } }).status !== 0;
});

for (const { name } of failed) console.log(`failed: ${name}`);
console.log(`${runs.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

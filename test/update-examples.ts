// Rewrites examples/*.out.txt: `npm run examples:update [part of a name]`. Read the difference before you keep it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, runExample } from './examples.js';
import { root } from './project.js';

const wanted = process.argv[2] ?? '';
for (const example of readExamples().filter(({ name }) => name.includes(wanted))) {
  if (example.absent.length > 0) console.log(`kept  ${example.output}: ${example.absent.join(', ')} is absent`);
  else {
    writeFileSync(join(root, example.output), runExample(example));
    console.log(`wrote ${example.output}`);
  }
}

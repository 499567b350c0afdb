import { affix } from './affix.js';

export const endsWith = affix('endsWith', (text, part) => text.endsWith(part));

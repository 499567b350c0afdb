import { affix } from './affix.js';

export const startsWith = affix('startsWith', (text, part) => text.startsWith(part));

import { dated } from './dated.js';

export const after = dated('after', (first, second) => first > second);

import { dated } from './dated.js';

export const before = dated('before', (first, second) => first < second);

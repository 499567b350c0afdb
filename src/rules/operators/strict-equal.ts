import { equality } from './equality.js';

export const strictEqual = equality('===', true, true);

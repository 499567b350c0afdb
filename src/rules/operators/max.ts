import { extreme } from './extreme.js';

export const max = extreme('max', (value, best) => value > best);

import { equality } from './equality.js';

export const equal = equality('==', true, false);

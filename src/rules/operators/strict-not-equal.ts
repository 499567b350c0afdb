import { equality } from './equality.js';

export const strictNotEqual = equality('!==', false, true);

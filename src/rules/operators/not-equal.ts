import { equality } from './equality.js';

export const notEqual = equality('!=', false, false);

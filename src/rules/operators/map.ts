import { transformation } from './transformation.js';

/** Without a schema only. Over a missing list it is unknown; an element without a value gives null. */
export const map = transformation('map', (elements, of) => elements.map((element) => of(element) ?? null));

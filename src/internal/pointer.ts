import { isJsonList, isJsonObject, type Json } from '../errors/json.js';

/** JSON Pointer (RFC 6901): the pointer of a member below another pointer. */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? String(key) : escaped(key)}`;
}

function escaped(key: string): string {
  // Every node of a rule has a pointer, and hardly a key needs this.
  return key.includes('~') || key.includes('/') ? key.replace(/~/g, '~0').replace(/\//g, '~1') : key;
}

/** A JSON Pointer from a path of keys. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.reduce<string>(childPointer, '');
}

/** What lies at a pointer; undefined where there is nothing. */
export function valueAt(json: Json, pointer: string): Json | undefined {
  let value: Json | undefined = json;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    if (isJsonList(value)) value = value[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

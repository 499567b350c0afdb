import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isJsonList, type Json } from '../errors/json.js';

/** JSON with sorted keys and no spaces (RFC 8785): equal data gives equal text, whatever the order of its keys. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isJsonList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
  return `{${members}}`;
}

const REPLACEMENT = 0xfffd;

/** UTF-8, without `TextEncoder`: some test environments of browsers have none. A lone surrogate becomes the replacement character. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[length] = unit;
      length += 1;
      continue;
    }
    let point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index += 1;
    else if (point >= 0xd800 && point <= 0xdfff) point = REPLACEMENT;
    const followers = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[length] = (followers === 1 ? 0xc0 : followers === 2 ? 0xe0 : 0xf0) | (point >> (6 * followers));
    for (let left = followers - 1; left >= 0; left -= 1) bytes[length + followers - left] = 0x80 | ((point >> (6 * left)) & 0x3f);
    length += followers + 1;
  }
  return bytes.subarray(0, length);
}

/** `sha256:` and the hash of the canonical JSON in UTF-8. */
export function hashJson(value: Json): string {
  return `sha256:${bytesToHex(sha256(utf8(canonicalJson(value))))}`;
}

const SPACE = 0x20;
const TILDE = 0x7e;

/** True for a text of nothing but white space. Most texts begin with a letter or a digit, which is seen at a glance. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > SPACE && first <= TILDE) && text.trim() === '';
}

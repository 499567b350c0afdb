import { onOneLine } from './text.js';

/** How a text is set: plainly, or as Markdown. */
export interface Style {
  /** Text from outside, made safe to stand in the output. */
  readonly plain: (text: string) => string;
  /** A code or a pointer. */
  readonly code: (text: string) => string;
  readonly strong: (text: string) => string;
  /** A heading with its lines below it. */
  readonly section: (heading: string, lines: readonly string[], colon: string) => string;
  /** Puts the sections of a text together. */
  readonly page: (sections: readonly string[]) => string;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

export const textStyle: Style = {
  plain: onOneLine,
  code: (text) => `[${onOneLine(text)}]`,
  strong: (text) => text,
  section: (heading, lines, colon) => `${heading}${colon.trimEnd()}\n${bullets(lines)}`,
  page: (sections) => sections.join('\n'),
};

/** So much of a name is shown in a list of rules, where it may stand thousands of times. */
const LONGEST_NAME = 200;

function shortened(text: string): string {
  if (text.length <= LONGEST_NAME) return text;
  // A cut inside of a character that takes two units would leave half of it.
  return `${text.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Plain text in which no name is longer than a line. */
export const shortStyle: Style = { ...textStyle, plain: (text) => shortened(onOneLine(text)) };

/** Characters that mean something in Markdown or HTML, wherever they stand. */
const MARKS = /[\\`*_~[\]<>&#|!$@]/g;

function escaped(text: string): string {
  return onOneLine(text)
    .replace(MARKS, '\\$&')
    // Links that some readers make of bare addresses.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    // Lists and rules at the start of a line.
    .replace(/^(\d*)([-+=.)])/, '$1\\$2');
}

/** Code with a fence that is longer than any row of backticks in it. */
function fenced(text: string): string {
  const line = onOneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((row) => row.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

export const markdownStyle: Style = {
  plain: escaped,
  code: fenced,
  strong: (text) => `**${text}**`,
  section: (heading, lines) => `### ${heading}\n\n${bullets(lines)}`,
  page: (sections) => sections.join('\n\n'),
};

/** A line with the lines that belong to it. */
export interface Block {
  readonly head: string;
  readonly items: readonly Block[];
}

/** A line with no lines of its own. */
export function line(head: string): Block {
  return { head, items: [] };
}

/** The lines of blocks, each below the one that it belongs to. `markOf` gives what stands before a line of the outermost. */
export function linesOf(blocks: readonly Block[], markOf: (index: number) => string = () => '- '): readonly string[] {
  return blocks.flatMap(({ head, items }, index) => {
    const mark = markOf(index);
    return [mark + head, ...linesOf(items).map((below) => ' '.repeat(mark.length) + below)];
  });
}

/** What stands before the lines of a numbered list. */
export function numbered(index: number): string {
  return `${String(index + 1)}. `;
}

// Shown output is never typed by hand: a block after `<!-- output: examples/01-first.out.txt lines 1-12 -->` is a copy of that file,
// renewed by `npm run generate`. A block of commands without output needs no marker.

const marked = /<!-- output: (\S+?)(?: lines (\d+)-(\d+))? -->\n(?:\n)?(`{3,})(\w*)\n[\s\S]*?\n?\4(?=\n|$)/g;

/** The document with each marked block filled from its file. */
export function withOutputs(markdown: string, read: (path: string) => string): string {
  return markdown.replace(marked, (_, path: string, from: string | undefined, to: string | undefined, fence: string, language: string) => {
    const lines = read(path).replace(/\n$/, '').split('\n');
    const shown = from === undefined ? lines : lines.slice(Number(from) - 1, Number(to));
    const range = from === undefined ? '' : ` lines ${from}-${String(to)}`;
    return `<!-- output: ${path}${range} -->\n${fence}${language}\n${shown.join('\n')}\n${fence}`;
  });
}

/** Blocks of commands that show output but name no file it comes from. */
export function unmarkedOutputs(markdown: string): readonly { readonly line: number; readonly message: string }[] {
  const lines = markdown.split('\n');
  return lines.flatMap((line, index) => {
    if (!/^```(sh|bash|console|output)\s*$/.test(line)) return [];
    if (/^<!-- output: /.test(lines[index - 1] ?? '')) return [];
    const end = lines.indexOf('```', index + 1);
    const body = lines.slice(index + 1, end === -1 ? undefined : end);
    const isConsole = /^```(console|output)/.test(line);
    const shown = isConsole ? body.filter((each) => each.trim() !== '' && !/^(\$|#) /.test(each)) : [];
    return shown.length === 0 ? [] : [{ line: index + 1, message: 'shows output: put `<!-- output: FILE -->` above it and run `npm run generate`' }];
  });
}

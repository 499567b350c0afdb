/** Issues of documents as such, before anything is read into them. */
export const documentMessages = {
  'document/not-json': '{what} is not plain JSON data: use null, booleans, finite numbers, texts, lists and plain objects',
  'document/accessor': 'property `{key}` is a getter or setter: give plain values',
  'document/cycle': 'the document contains itself here: give a tree',
  'document/forbidden-name': 'the name `{key}` is not allowed: choose another',
  'document/too-deep': 'nested deeper than {limit} levels: simplify, or raise `limits.depth`',
  'document/too-many-nodes': 'more than {limit} values: split the document, or raise `limits.nodes`',
  'document/too-large': 'larger than {limit} bytes: split the document, or raise `limits.bytes`',
  'document/list-too-long': 'a list of {length} elements, more than {limit}: shorten it, or raise `limits.listLength`',
} as const;

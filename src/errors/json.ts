/** Plain JSON data. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A text, or a text per language. */
export type Text = string | { readonly en: string; readonly 'zh-CN'?: string };

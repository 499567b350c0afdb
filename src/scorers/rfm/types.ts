import type { Cut } from '../cut.js';
import type { Peers, PeersSpec } from '../peers.js';

/** The three axes, in the order of the code. */
export const RFM_AXES = ['recency', 'frequency', 'monetary'] as const;

export type RfmAxis = (typeof RFM_AXES)[number];

/** Something of each axis. */
export type ByAxis<T> = { readonly [A in RfmAxis]: T };

/** Makes something of each axis. */
export function byAxis<T>(make: (axis: RfmAxis) => T): ByAxis<T> {
  return { recency: make('recency'), frequency: make('frequency'), monetary: make('monetary') };
}

/** Classes from the first to the last, both inside. */
export type RfmRange = readonly [number, number];

/** A row of a table of classes: the cells that it takes, by ranges or by codes. A row without either takes all that are left. */
export interface RfmRow {
  /** The band of the customers in these cells; several rows may give one. */
  readonly band: string;
  readonly recency?: RfmRange;
  readonly frequency?: RfmRange;
  readonly monetary?: RfmRange;
  /** Of the mean of the classes of frequency and monetary value. */
  readonly frequencyMonetary?: RfmRange;
  /** The cells one by one, such as `543`; instead of ranges. */
  readonly codes?: readonly string[];
}

/** One axis, as a policy writes it. */
export interface RfmAxisSpec {
  /** The path of the fact: `daysSinceLastPurchase`, `purchases` and `netSpend` by default. */
  readonly of?: string;
  /** 2 to 10 classes. For recency, less is better unless the cut says otherwise. */
  readonly cut?: Cut;
  /** What one class counts in the value; 1 by default. */
  readonly weight?: number;
}

/** How recently, how often and for how much a customer buys. Options as a policy writes them. */
export interface RfmSpec {
  readonly scorer: 'rfm';
  readonly recency?: RfmAxisSpec;
  readonly frequency?: RfmAxisSpec;
  readonly monetary?: RfmAxisSpec;
  /** The cut of each axis that states none; five classes by quantiles by default. */
  readonly cut?: Cut;
  /** `independent` (the default) cuts each axis over all customers, `nested` frequency within each class of recency and so on. */
  readonly binning?: 'independent' | 'nested';
  /** The number of the lowest class; 1 by default. */
  readonly countFrom?: 0 | 1;
  /** Which cell is which band: the first row that takes it. By default `standard` where each axis has classes 1 to 5, else `none`. */
  readonly table?: 'standard' | 'none' | readonly RfmRow[];
  /** A customer below it on the axis of frequency has too little data; nobody is where this is absent. */
  readonly minimumFrequency?: number;
  /** A calibration over fewer customers has too little data; by default as many as the axis with the most fitted classes has classes. */
  readonly minimumCustomers?: number;
  readonly peers?: PeersSpec;
}

/** How many classes each axis has, and how they are numbered. */
export interface RfmGrid {
  readonly sizes: ByAxis<number>;
  readonly countFrom: number;
}

export interface RfmAxisOptions {
  readonly input: string;
  readonly cut: Cut;
  readonly weight: number;
}

/** A table read: the place of each cell's band among the bands, -1 where no row takes it. */
export interface RfmTable {
  /** In the order of the table. */
  readonly bands: readonly string[];
  readonly rows: readonly RfmRow[];
  readonly cells: readonly number[];
}

export interface RfmOptions {
  readonly axes: ByAxis<RfmAxisOptions>;
  readonly grid: RfmGrid;
  readonly isNested: boolean;
  readonly table: RfmTable | undefined;
  readonly minimumFrequency: number | undefined;
  readonly minimumCustomers: number;
  readonly peers: Peers | undefined;
}

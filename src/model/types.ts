// A record: all that a host knows of one customer, as plain data. Every type here is readonly, and nothing of it is ever changed.

/**
 * An amount of money, as your database has it.
 *
 * A number or decimal text is in major units (`12.5` and `'12.5000'` are twelve and a half yuan); `{ minor: 1250 }` is the same in whole
 * minor units of the currency (ISO 4217). Digits beyond the minor unit are refused, never rounded.
 *
 * @example
 * import { type Money } from 'clientele';
 * const amounts: readonly Money[] = [12.5, '12.5000', { minor: 1250 }];
 * amounts.length; // => 3
 */
export type Money = number | string | { readonly minor: number | string };

/**
 * A day or a moment.
 *
 * `YYYY-MM-DD`, a date-time text with an offset (`2026-06-30T18:00:00+08:00`), a local date-time text where a time zone is given, or a
 * Date.
 *
 * @example
 * import { type When } from 'clientele';
 * const moments: readonly When[] = ['2026-06-30', '2026-06-30T18:00:00+08:00', '2026-06-30 18:00', new Date(0)];
 * moments.length; // => 4
 */
export type When = string | Date;

/**
 * The value of one fact about a customer; `null` is missing.
 *
 * Money is in major units, a ratio is 1 at 100 %, a date is `YYYY-MM-DD`.
 */
export type FactValue = number | string | boolean | null | readonly (number | string)[];

/** Where a customer is. */
export interface Region {
  readonly country?: string;
  readonly province?: string;
  readonly city?: string;
}

/** How large a customer is. */
export interface Size {
  /** People employed. */
  readonly employees?: number;
  /** Revenue of a year. */
  readonly annualRevenue?: Money;
}

/**
 * Who the customer is.
 *
 * `id` is the host's own and must not be blank. What is absent, null or blank is missing: a rule about it is unknown, never false.
 */
export interface Customer {
  readonly id: string;
  readonly name?: string;
  readonly kind?: 'person' | 'business' | 'government';
  /** The host's own type, such as `hospital` or `pharmacy`. */
  readonly type?: string;
  readonly industry?: string;
  /** Id of the customer that this one belongs to. */
  readonly parent?: string;
  readonly region?: Region;
  readonly size?: Size;
  readonly birthday?: When | null;
  /** The day they became a customer. */
  readonly since?: When | null;
  readonly creditLimit?: Money | null;
  /** Whatever else the host knows, as plain JSON; those that rules use are declared in the policy. */
  readonly attributes?: { readonly [name: string]: unknown };
}

/** One line of a transaction. */
export interface TransactionLine {
  readonly sku?: string;
  readonly category?: string;
  readonly group?: string;
  readonly units?: number;
  /** In the currency of the transaction. */
  readonly amount?: Money;
}

/**
 * A sale, or goods that came back.
 *
 * Amounts are never negative: a return is `kind: 'return'` with a positive amount, at its own date, and says by `returnOf` (the id of the
 * sale) what came back, if that is known. Without `kind` it is a sale; without `currency` it is in the policy's.
 */
export interface Transaction {
  readonly id?: string;
  readonly at: When;
  readonly kind?: 'sale' | 'return';
  readonly returnOf?: string;
  readonly amount: Money;
  readonly currency?: string;
  /** What the goods cost the seller. */
  readonly cost?: Money;
  readonly discount?: Money;
  readonly channel?: string;
  readonly units?: number;
  readonly lines?: readonly TransactionLine[];
}

/** Money received. `invoice` is the id of the invoice it pays; without one it pays what was due first. */
export interface Payment {
  readonly id?: string;
  readonly at: When;
  readonly amount: Money;
  readonly currency?: string;
  readonly invoice?: string;
}

/** Money asked for, with the day by which it is due. Its payments stand in it (with `payments: []` in the record) or among those of the record. */
export interface Invoice {
  readonly id?: string;
  readonly issued: When;
  /** The last day on which a payment is in time. */
  readonly due: When;
  readonly amount: Money;
  readonly currency?: string;
  readonly payments?: readonly Payment[];
}

/** A period of whole days; both ends are inside. */
export interface DayPeriod {
  readonly from: When;
  readonly to: When;
}

/** A sales plan (quota) for a period: `2026-Q2`, `2026-06`, `2026`, `FY2026-Q1`, or explicit days. */
export interface Target {
  readonly period: string | DayPeriod;
  /** The plan: money in the policy's currency, or a number of units where `measure` is `units`. */
  readonly amount: Money;
  /** What the plan is about; sales if absent. */
  readonly measure?: 'sales' | 'collections' | 'units';
  /** What was reached, where the host knows it; else it is computed from the events. */
  readonly actual?: Money;
}

/** A visit, call, message or complaint. `kind` is the host's own word. */
export interface Interaction {
  readonly id?: string;
  readonly at: When;
  readonly kind: string;
  readonly channel?: string;
  readonly rating?: number;
}

/** A possible sale. Without `status` it is open. */
export interface Opportunity {
  readonly id?: string;
  readonly at: When;
  readonly stage: string;
  readonly amount?: Money;
  readonly status?: 'open' | 'won' | 'lost';
}

/** A person's judgement of a customer: `rating` out of `of`, from 0. */
export interface Assessment {
  readonly indicator: string;
  readonly rating: number;
  readonly of: number;
  readonly by?: string;
  readonly at: When;
}

/** An answer to a survey: `score`, out of `of` where it has a scale from 0. */
export interface Survey {
  readonly instrument: string;
  readonly score: number;
  readonly of?: number;
  readonly at: When;
}

/** What serving the customer cost: visits, service, promotion. */
export interface Cost {
  readonly id?: string;
  readonly at: When;
  readonly amount: Money;
  readonly currency?: string;
  readonly kind?: string;
}

/** A segment set by a person, in force from `from` through `until` (both days inside; open where absent). */
export interface Override {
  readonly segment: string;
  readonly actor: string;
  readonly reason: string;
  readonly from?: When;
  readonly until?: When;
}

/** The class a customer had before: an earlier classification as it was kept, or its date and segment alone. */
export interface Previous {
  readonly asOf: string;
  readonly policy?: { readonly id: string };
  readonly segment: string;
  readonly scores?: { readonly [id: string]: { readonly band: string | null } };
}

/** The parts of a record whose beginning can be stated. */
export type CoveredPart = 'transactions' | 'invoices' | 'payments' | 'interactions' | 'opportunities';

/**
 * Since when parts of a record are complete, and through which day they are known, where that is not yet the day they are judged at. What is
 * newer than `to` changes no figure: a finding says that it may be lacking.
 */
export type Coverage = { readonly [P in CoveredPart]?: { readonly from: When; readonly to?: When } };

/**
 * All that you know of one customer, as plain data.
 *
 * A part that is absent is not known, so all its facts are missing; an empty list is known to be none.
 *
 * @example
 * import { parseRecord, type CustomerRecord } from 'clientele';
 * const record: CustomerRecord = { customer: { id: 'C-1' }, transactions: [{ at: '2026-06-30', amount: '12.50' }] };
 * parseRecord(record, { timeZone: 'Asia/Shanghai', currency: 'CNY' }).transactions?.[0]?.amount; // => 12.5
 */
export interface CustomerRecord {
  readonly customer: Customer;
  readonly transactions?: readonly Transaction[];
  readonly invoices?: readonly Invoice[];
  readonly payments?: readonly Payment[];
  readonly targets?: readonly Target[];
  readonly interactions?: readonly Interaction[];
  readonly opportunities?: readonly Opportunity[];
  readonly assessments?: readonly Assessment[];
  readonly surveys?: readonly Survey[];
  readonly costs?: readonly Cost[];
  /** Figures the host computed itself: ids of the catalogue, or declared in the policy. A given fact is used as it is. */
  readonly facts?: { readonly [id: string]: FactValue | undefined };
  /** Since when a part is complete; a fact that looks further back is missing. */
  readonly coverage?: Coverage;
  readonly previous?: Previous | null;
  readonly override?: Override | null;
}

/** How a record is read. */
export interface ReadOptions {
  /** IANA name of the time zone in which local date-times were written, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** Currency (ISO 4217) of amounts that name none. Without it such amounts are kept as they were given. */
  readonly currency?: string;
}

/** A row of a flat table: an entry, and the id of the customer it belongs to. */
export type Row<Entry> = Entry & { readonly customerId: string };

/** A customer's records as flat tables, as a database query gives them. A table that is not given is not known. */
export interface FlatTables {
  readonly customers: Iterable<Customer>;
  readonly transactions?: Iterable<Row<Transaction>>;
  readonly invoices?: Iterable<Row<Invoice>>;
  readonly payments?: Iterable<Row<Payment>>;
  readonly targets?: Iterable<Row<Target>>;
  readonly interactions?: Iterable<Row<Interaction>>;
  readonly opportunities?: Iterable<Row<Opportunity>>;
  readonly assessments?: Iterable<Row<Assessment>>;
  readonly surveys?: Iterable<Row<Survey>>;
  readonly costs?: Iterable<Row<Cost>>;
  /** Earlier classifications, at most one for each customer. */
  readonly previous?: Iterable<Row<Previous>>;
  /** At most one for each customer. */
  readonly overrides?: Iterable<Row<Override>>;
  /** Since when parts are complete, of every customer. */
  readonly coverage?: CustomerRecord['coverage'];
}

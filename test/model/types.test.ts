// The schema and the types name the same fields: checked when this file is compiled.
import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';
import type { recordSchema } from '../../src/model/schema.js';
import type { CustomerRecord, Previous, Target } from '../../src/model/types.js';

type Read = z.output<typeof recordSchema>;
type Known<T> = Extract<NonNullable<T>, object>;
type ListPart =
  'transactions' | 'invoices' | 'payments' | 'targets' | 'interactions' | 'opportunities' | 'assessments' | 'surveys' | 'costs';
type Entry<R extends { readonly [P in ListPart]?: readonly object[] | null | undefined }, P extends ListPart> = NonNullable<R[P]>[number];

describe('the schema', () => {
  it('has the fields of the types', () => {
    expectTypeOf<keyof Read>().toEqualTypeOf<keyof CustomerRecord>();
    expectTypeOf<keyof Read['customer']>().toEqualTypeOf<keyof CustomerRecord['customer']>();
    expectTypeOf<keyof Known<Read['customer']['region']>>().toEqualTypeOf<keyof Known<CustomerRecord['customer']['region']>>();
    expectTypeOf<keyof Known<Read['customer']['size']>>().toEqualTypeOf<keyof Known<CustomerRecord['customer']['size']>>();
    expectTypeOf<keyof Known<Read['coverage']>>().toEqualTypeOf<keyof Known<CustomerRecord['coverage']>>();
    expectTypeOf<keyof Known<Read['override']>>().toEqualTypeOf<keyof Known<CustomerRecord['override']>>();
    expectTypeOf<keyof Entry<Read, 'transactions'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'transactions'>>();
    expectTypeOf<keyof Entry<Read, 'invoices'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'invoices'>>();
    expectTypeOf<keyof Entry<Read, 'payments'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'payments'>>();
    expectTypeOf<keyof Entry<Read, 'targets'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'targets'>>();
    expectTypeOf<Entry<Read, 'targets'>['period']>().toExtend<Target['period']>();
    expectTypeOf<keyof Entry<Read, 'interactions'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'interactions'>>();
    expectTypeOf<keyof Entry<Read, 'opportunities'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'opportunities'>>();
    expectTypeOf<keyof Entry<Read, 'assessments'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'assessments'>>();
    expectTypeOf<keyof Entry<Read, 'surveys'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'surveys'>>();
    expectTypeOf<keyof Entry<Read, 'costs'>>().toEqualTypeOf<keyof Entry<CustomerRecord, 'costs'>>();
  });

  it('takes a whole classification as the previous class', () => {
    interface Score {
      readonly value: number | null;
      readonly band: string | null;
    }
    interface Classification {
      readonly schema: 'clientele.classification/1';
      readonly customerId: string;
      readonly asOf: string;
      readonly segment: 'a' | 'b';
      readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
      readonly scores: { readonly [K in 'x' | 'y']: Score };
    }
    expectTypeOf<Classification>().toExtend<Previous>();
  });
});

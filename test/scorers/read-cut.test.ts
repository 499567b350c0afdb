import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { Cut } from '../../src/scorers/cut.js';
import { readCut } from '../../src/scorers/read-cut.js';

describe('options of a cut', () => {
  const read = (json: Json): { readonly cut: Cut | undefined; readonly problems: readonly string[] } => {
    const problems: string[] = [];
    const cut = readCut(json, '/cut', (pointer, message) => problems.push(`${pointer}: ${message}`));
    return { cut, problems };
  };

  it.each<[Cut]>([
    [{ fixed: [0] }],
    [{ fixed: [1, 2.5] }],
    [{ fixed: [90, 30], better: 'lower' }],
    [{ quantile: [0.5, 0.8] }],
    [{ quantile: { classes: 5 }, type: 6 }],
    [{ quantile: { classes: 101 }, ties: 'mid' }],
    [{ quantile: [0.2], mode: 'pandas-qcut', better: 'lower' }],
    [{ mean: true }],
    [{ median: true, better: 'lower' }],
    [{ pareto: [0.8, 0.95] }],
    [{ natural: { classes: 3 } }],
    [{ equalWidth: { classes: 2 } }],
    [{ rank: 'top-half' }],
    [{ rank: { top: 3 } }],
    [{ rank: { share: 0.2 }, better: 'lower' }],
  ])('reads %j', (cut) => {
    expect(read(cut)).toEqual({ cut, problems: [] });
  });

  const fixed = '/cut/fixed: `fixed` must be a list of rising numbers, such as [1000, 5000] (falling where `better` is `lower`)';
  const rank = '/cut/rank: `rank` must be "top-half", { "top": 10 } or { "share": 0.2 }';
  const quantiles = '/cut/quantile: `quantile` must be a list of rising shares between 0 and 1, such as [0.5, 0.8], or { "classes": 5 }';
  const one = '/cut: a cut has exactly one of `fixed`, `quantile`, `mean`, `median`, `rank`, `pareto`, `natural`, `equalWidth`';
  const names = 'fixed, quantile, mean, median, rank, pareto, natural, equalWidth, type, ties, mode, better';
  const shares = '/cut/pareto: `pareto` must be a list of rising shares between 0 and 1, such as [0.8, 0.95]';
  const classes = (name: string): string => `/cut/${name}: \`${name}\` must be { "classes": 5 }, with 2 to 101 classes`;
  it.each<[Json, readonly string[]]>([
    [{ fixed: [2, 1] }, [fixed]],
    [{ fixed: [1, 1] }, [fixed]],
    [{ fixed: [] }, [fixed]],
    [{ fixed: ['1'] }, [fixed]],
    [{ fixed: 5 }, [fixed]],
    [{ fixed: [1, 2], better: 'lower' }, [fixed]],
    [{ quantile: [0] }, [quantiles]],
    [{ quantile: [0.5, 1] }, [quantiles]],
    [{ rank: { top: 0 } }, [rank]],
    [{ rank: { top: 1, share: 0.5 } }, [rank]],
    [{ rank: { share: 20 } }, [rank]],
    [{ rank: 'half' }, [rank]],
    [{ rank: null }, [rank]],
    [{ mean: 1 }, ['/cut/mean: `mean` must be true']],
    [{}, [one]],
    [{ mean: true, fixed: [1] }, [one]],
    [{ quantil: [0.5] }, [`/cut/quantil: unknown option \`quantil\`: use ${names}`, one]],
    [{ quantile: { classes: 1 } }, [quantiles]],
    [{ quantile: { classes: 5, type: 7 } }, [quantiles]],
    [{ quantile: { classes: 2.5 } }, [quantiles]],
    [{ quantile: { classes: 102 } }, [quantiles]],
    [{ quantile: [0.5], type: 0 }, ['/cut/type: `type` must be a whole number from 1 to 9']],
    [{ quantile: [0.5], type: '7' }, ['/cut/type: `type` must be a whole number from 1 to 9']],
    [{ quantile: [0.5], ties: 'first' }, ['/cut/ties: `ties` must be one of `together`, `min`, `max`, `mid`, `dense`']],
    [{ quantile: [0.5], mode: 'ntile' }, ['/cut/mode: `mode` must be one of `r-rfm`, `pandas-qcut`, `percent-rank`']],
    [{ quantile: [0.5], ties: 'min', type: 7 }, ['/cut/type: `ties` counts places, which have no type: remove `type`']],
    [
      { quantile: [0.5], mode: 'r-rfm', type: 7, ties: 'min' },
      ['/cut/type: `mode` says how quantiles are taken: remove `type`', '/cut/ties: `mode` says how quantiles are taken: remove `ties`'],
    ],
    [{ mean: true, ties: 'min' }, ['/cut/ties: `ties` is for `quantile`: remove it']],
    [{ rank: 'top-half', mode: 'r-rfm' }, ['/cut/mode: `mode` is for `quantile`: remove it']],
    [{ median: 'yes' }, ['/cut/median: `median` must be true']],
    [{ pareto: [0.95, 0.8] }, [shares]],
    [{ pareto: [80] }, [shares]],
    [{ pareto: { classes: 3 } }, [shares]],
    [{ pareto: [0.8], better: 'lower' }, ['/cut: `pareto` adds up what is best from the top, where more is better: cut otherwise']],
    [{ natural: 5 }, [classes('natural')]],
    [{ equalWidth: { classes: 1 } }, [classes('equalWidth')]],
    [{ mean: true, better: 'less' }, ['/cut/better: `better` must be `higher` or `lower`']],
    ['mean', [`/cut: give an object of options: ${names}`]],
    [null, [`/cut: give an object of options: ${names}`]],
    [[1], [`/cut: give an object of options: ${names}`]],
  ])('reports %j', (json, problems) => {
    expect(read(json).problems).toEqual(problems);
  });

  const hostile = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom('fixed', 'quantile', 'mean', 'median', 'rank', 'pareto', 'natural', 'equalWidth', 'type', 'ties', 'mode', 'better'), fc.jsonValue(), { maxKeys: 3 }),
  );
  it('reports anything without throwing', () => {
    fc.assert(
      fc.property(hostile, (json) => {
        const { cut, problems } = read(json as Json);
        expect(cut !== undefined || problems.length > 0).toBe(true);
      }),
    );
  });
});

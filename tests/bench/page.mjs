// Times the engine's calls as the app makes them. `bench.rs` calls window.bench.* and writes the table.
import { startEngine, ingest, model, query, greater, kpiTree } from '/peer/peers/sodachi/client.mjs';
import * as spec from '/peer/spec.mjs';

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const turn = () => new Promise((ok) => { const c = new MessageChannel(); c.port1.onmessage = ok; c.port2.postMessage(0); });

async function timed(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    await turn();
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return median(times);
}

let engine, bytes;

window.bench = {
  async load(size) {
    engine ??= startEngine('/engine_worker_loader.js');
    bytes = await (await fetch(`/peer/data/${spec.csvName(size)}`)).arrayBuffer();
    return bytes.byteLength;
  },

  // One read, nothing else: what memory is measured around.
  async readOnce() {
    const table = await ingest(engine, new File([bytes], 'accounts.csv'), 20_000);
    await engine.call('delete_snapshot', table.id);
  },

  async times(runs) {
    const decode = await timed(5, () => new TextDecoder().decode(bytes));
    const file = new File([bytes], 'accounts.csv');
    let table;
    // Until it can be scored; no workspace is open, so nothing is stored yet.
    const reads = [];
    for (let run = 0; run < runs; run++) {
      if (table) await engine.call('delete_snapshot', table.id);
      reads.push(await timed(1, async () => { table = await ingest(engine, file, 20_000); }));
    }
    const read = median(reads);
    const context = (factor) => ({ model: model(spec, factor), as_of: table.id, compared: undefined });
    const view = (factor, detail) => engine.call('score', { context: context(factor), detail });
    const first = await timed(1, () => view(1, 'live'));
    const full = await timed(runs, (run) => view(1 + run / 100, 'full'));
    const rescore = await timed(21, (run) => view(2 + run / 100, 'live'));
    const sorts = ['mrr', 'seats', 'active_users', 'company', 'signup_date', 'nps', 'logins_30d'];
    const page = await timed(sorts.length, (run) => engine.call('accounts', {
      context: context(1),
      query: query({ conditions: [greater('mrr', 100 + run)], sort: { key: { column: sorts[run] }, descending: run % 2 === 0 }, columns: ['mrr'] }),
      from: 1000, count: 50,
    }));
    const scroll = await timed(21, (run) => engine.call('accounts', { context: context(1), query: query(), from: run * 97, count: 50 }));
    // A what-if in a KPI tree of 200 nodes, 60 of them aggregates over all accounts.
    const kpi = (ask) => engine.call('kpi', { context: { tree: kpiTree(), ...context(1) }, ask });
    const tree = await timed(1, () => kpi('view'));
    const whatIf = await timed(21, (run) => kpi({ what_if: {
      assumptions: [{ overrides: [{ node: 8n, value: 1 + run }], ranges: [] }], seed: undefined,
    } }));
    // Until it is in the browser's database too.
    await engine.call('open', { workspace: `bench-${crypto.randomUUID()}` });
    const stored = await timed(1, () => ingest(engine, file, 20_000));
    return { rows: Number(table.rows), bytes: bytes.byteLength, decode, read, stored, first, full, rescore, page, scroll, tree, what_if: whatIf };
  },
};

// The engine's worker as a function: one call, one answer. The words are those of
// crates/engine/src/message; 64-bit integers travel as BigInt. What makes bytes of them, and objects of
// bytes, is built from codec/ beside this file, as the app is.
import init, { pack, unpack } from './codec.js';

export function startEngine(loader) {
  const worker = new Worker(loader, { type: 'module' });
  const pending = new Map();
  // What changes snapshots says for which workspace it is meant: the one opened last.
  let next = 1, workspace = '', listen, failed;
  const heard = new Promise((ok, no) => { listen = ok; failed = no; });
  const ready = Promise.all([heard, init()]);
  worker.onerror = (e) => { failed(new Error(e.message)); for (const p of pending.values()) p.no(new Error(e.message)); };
  worker.onmessage = ({ data }) => {
    if (data === 'ready') return listen();
    if (data === 'panicked') return worker.onerror({ message: 'the engine stopped' });
    if (!pending.has(data.id)) return;
    const { id, result } = unpack(data).done, p = pending.get(id);
    pending.delete(id);
    if ('Ok' in result) p.ok(result.Ok); else p.no(new Error(`${p.name}: ${JSON.stringify(result.Err, (_, v) => typeof v === 'bigint' ? Number(v) : v)}`));
  };
  return {
    worker,
    ready,
    // An enum's variant is { name: fields }; the answer is unwrapped in the same way.
    async call(name, fields, files = []) {
      await ready;
      const id = next++;
      if (name === 'open') workspace = fields.workspace;
      const answer = new Promise((ok, no) => pending.set(id, { ok, no, name }));
      worker.postMessage(pack({ call: { id, workspace, call: { [name]: fields } } }, files));
      return Object.values(await answer)[0];
    },
  };
}

// One file to one snapshot, as the wizard does it when everything guessed is right.
export async function ingest(engine, file, date) {
  const look = await engine.call('look', { overrides: {} }, [file]);
  const { layout } = look.inspection;
  const snapshots = await engine.call('import', { files: [{ layout, date, date_from: undefined }], replace: [] }, [file]);
  return snapshots.at(-1);
}

// The workload's measures as a scorecard, with one weight changed when asked for.
export function model({ MEASURES, CUTS }, factor = 1) {
  const measures = MEASURES.map((m, i) => ({
    id: BigInt(100 + i), name: m.id, weight: m.w * (i === 0 ? factor : 1),
    input: m.den ? { ratio: { numerator: m.num, denominator: m.den } } : { column: m.num },
    normaliser: { linear: { worst: m.lo, best: m.hi } },
    absent: 'skip',
  }));
  const card = { id: 1n, name: 'bench', filter: undefined, minimum_coverage: 0, dimensions: [{ id: 2n, name: 'all', weight: 1, measures }] };
  return { cards: [card], levels: { cuts: CUTS, names: ['', '', '', ''], hysteresis_points: 0 } };
}

export const query = (changes = {}) => ({
  levels: [], unscored: false, moved_up: undefined, conditions: [], search: '', sort: { key: 'score', descending: false }, columns: [], ...changes,
});

export const greater = (column, number) => ({ compare: { column, operator: 'greater', value: { number } } });

// A KPI tree of one root and these formulas over accounts below it.
export function formulaTree(formulas) {
  const node = (formula, i) => ({ id: BigInt(i + 2), parent: 0, name: `f${i}`, body: { known: { accounts: formula } } });
  const root = { id: 1n, parent: undefined, name: 'all', body: { known: 'unknown' } };
  return { orientation: 'left_to_right', nodes: [root, ...formulas.map(node)], scenarios: [] };
}

// A KPI tree of 200 nodes: 20 branches of 3 aggregates over accounts, 2 typed figures and 3 formulas,
// and sums of branches on top.
export function kpiTree() {
  const nodes = [];
  const add = (parent, known) => { const at = nodes.length; nodes.push({ id: BigInt(at + 1), parent, name: `n${at}`, body: { known } }); return at; };
  const columns = ['mrr', 'seats', 'active_users', 'logins_30d', 'nps'];
  const root = add(undefined, 'unknown'), groups = [];
  for (let g = 0; g < 4; g++) {
    const group = add(root, 'unknown'), branches = [];
    groups.push(group);
    for (let b = 0; b < 5; b++) {
      const branch = add(group, 'unknown'), at = 5 * g + b, column = columns[b];
      branches.push(branch);
      const sum = add(branch, { accounts: `SUM(${column} WHERE seats > ${at})` });
      const mean = add(branch, 'unknown');
      const over = add(mean, { accounts: `AVERAGE(${column} WHERE mrr > ${10 * at})` });
      const typed = [add(mean, { typed: [{ date: 20_000, value: 1.5 }] }), add(branch, { typed: [{ date: 20_000, value: 0.5 }] })];
      const rate = add(branch, { accounts: `COUNTIF(nps >= ${at % 10})` });
      const part = add(branch, 'unknown');
      nodes[mean].body.known = { formula: `n${over} * n${typed[0]}` };
      nodes[part].body.known = { formula: `n${rate} / n${sum}` };
      nodes[branch].body.known = { formula: `n${sum} * n${typed[1]} + n${mean} - n${part}` };
    }
    nodes[group].body.known = { formula: branches.map((b) => `n${b}`).join(' + ') };
  }
  nodes[root].body.known = { formula: groups.map((g) => `n${g}`).join(' + ') };
  while (nodes.length < 200) add(root, { formula: `n${groups[nodes.length % 4]} * 2` });
  return { orientation: 'left_to_right', nodes, scenarios: [] };
}

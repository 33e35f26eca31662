// The engine's worker as a function: one call, one answer. The words are those of
// crates/engine/src/message; 64-bit integers travel as BigInt.

export function startEngine(loader) {
  const worker = new Worker(loader, { type: 'module' });
  const pending = new Map();
  // What changes snapshots says for which workspace it is meant: the one opened last.
  let next = 1, workspace = '', listen, failed;
  const ready = new Promise((ok, no) => { listen = ok; failed = no; });
  worker.onerror = (e) => { failed(new Error(e.message)); for (const p of pending.values()) p.no(new Error(e.message)); };
  worker.onmessage = ({ data }) => {
    if (data === 'ready') return listen();
    if (data === 'panicked') return worker.onerror({ message: 'the engine stopped' });
    if (!data.done) return;
    const { id, result } = data.done, p = pending.get(id);
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
      const message = { call: { id, workspace, call: { [name]: fields } } };
      if (files.length) message.files = files;
      worker.postMessage(message);
      return Object.values(await answer)[0];
    },
  };
}

// One file to one snapshot, as the wizard does it when everything guessed is right.
export async function ingest(engine, file, date) {
  const look = await engine.call('look', { overrides: {} }, [file]);
  const { layout } = look.inspection;
  const snapshots = await engine.call('import', { files: [{ layout, date }], replace: undefined }, [file]);
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

// Sodachi as a peer of peerbench: its engine in its worker, through the calls that the app itself makes.
// Served with `--mount sodachi=<dist>`; the bench copies this folder to peers/sodachi beside it.
import { startEngine, ingest, model, query, greater, formulaTree } from './sodachi/client.mjs';

const context = (table, spec) => ({ model: model(spec), as_of: table.id, compared: undefined });
const WINDOW = 20_000;

// Every row, window by window, in the file's order (ids are counted up there).
async function rows(engine, table, spec, columns, each) {
  const n = Number(table.rows);
  for (let from = 0; from < n; from += WINDOW) {
    const page = await engine.call('accounts', { context: context(table, spec), query: query({ sort: { key: { column: 'account_id' }, descending: false }, columns }), from, count: WINDOW });
    page.rows.forEach((row, i) => each(row, from + i));
  }
}

// Figures over accounts as the KPI screen asks for them: a formula each, in one call.
async function figures(engine, table, formulas) {
  const asked = { tree: formulaTree(formulas), ...context(table, engine.spec) };
  const { nodes } = Object.values(await engine.call('kpi', { context: asked, ask: 'view' }))[0];
  return nodes.slice(1).map((node) => node.value);
}

export default {
  title: 'Sodachi (Rust → wasm, in a worker)',
  kind: 'worker',
  tasks: ['A', 'B', 'C', 'D', 'E', 'R'],
  notes: 'types and roles found by itself, every cell checked; no schema given; C and D as formulas of a KPI tree',
  async init({ origin, spec }) {
    const engine = startEngine(`${origin}/ext/sodachi/engine_worker_loader.js`);
    await engine.ready;
    return Object.assign(engine, { spec });
  },
  // No workspace is open: peers do not write what they read to a database either.
  firstQuery: (engine) => engine.call('template', { kind: 'blank', snapshot: undefined }),
  ingest: (engine, { file }) => ingest(engine, file, 20_000),
  score: (engine, table, spec) => engine.call('score', { context: context(table, spec), detail: 'live' }),
  // No call groups by three columns at once: each group is four figures with a condition.
  async aggregate(engine, table, spec) {
    const groups = spec.PLANS.flatMap((plan) => spec.SEGMENTS.flatMap((segment) => [0, 1, 2, 3].map((level) => ({ plan, segment, level }))));
    const all = await figures(engine, table, groups.flatMap(({ plan, segment, level }) => {
      const where = `plan = "${plan}" AND segment = "${segment}" AND level = ${level + 1}`;
      return [`COUNTIF(${where})`, `AVERAGE(score WHERE ${where})`, `AVERAGE(renewed WHERE ${where})`, `SUM(mrr WHERE ${where})`];
    }));
    return groups.map((group, i) => {
      const [n, score, renewed, mrr] = all.slice(4 * i, 4 * i + 4);
      return { ...group, n, score, renewed, mrr };
    }).filter((group) => group.n > 0);
  },
  correlate: (engine, table, spec) => figures(engine, table, spec.MEASURES.map(({ num, den }) => {
    const x = den ? `${num} / ${den}` : num, y = `IF(ISBLANK(${x}), BLANK(), renewed)`;
    const spread = (v) => `(AVERAGE((${v}) * (${v})) - AVERAGE(${v}) * AVERAGE(${v}))`;
    return `(AVERAGE((${x}) * ${y}) - AVERAGE(${x}) * AVERAGE(${y})) / SQRT(${spread(x)} * ${spread(y)})`;
  })),
  async topk(engine, table, spec) {
    const { k, minMrr } = spec.TOPK;
    const wanted = query({ conditions: [greater('mrr', minMrr)], columns: ['mrr'] });
    const page = await engine.call('accounts', { context: context(table, spec), query: wanted, from: 0, count: k });
    return page.rows.map((r) => ({ id: r.id, mrr: r.cells[0].number, score: r.score })).sort((a, b) => b.mrr - a.mrr || (a.id < b.id ? -1 : 1));
  },
  async readback(engine, table) {
    const n = Number(table.rows), score = new Float64Array(n), level = new Uint8Array(n);
    await rows(engine, table, engine.spec, [], (row, i) => { score[i] = row.score; level[i] = row.level; });
    return { score, level };
  },
  async probe(engine, table) {
    const columns = await engine.call('columns', table.id), n = Number(table.rows);
    const of = (name) => columns.find((c) => c.name === name), empty = (name) => Number(of(name).absent);
    const sum = (name) => of(name).shape.numbers.mean * (n - empty(name));
    let companyChars = 0, onboarding = 0;
    await rows(engine, table, engine.spec, ['company', 'onboarding_done'], ({ cells: [company, done] }) => {
      for (const _ of company.text) companyChars++;
      if (done.boolean) onboarding++;
    });
    return {
      rows: n, cols: columns.length, mrr: sum('mrr'), api: sum('api_calls_30d'), npsEmpty: empty('nps'), npsSum: sum('nps'),
      renewed: sum('renewed'), sentimentSum: sum('sentiment'), sentimentEmpty: empty('sentiment'), lastLogin: sum('last_login_days'),
      onboarding, companyChars, maxSignup: new Date(of('signup_date').shape.numbers.max * 864e5).toISOString().slice(0, 10),
    };
  },
  drop: (engine, table) => engine.call('delete_snapshot', table.id),
};

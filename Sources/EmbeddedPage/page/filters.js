// Which statements are shown. A statement has to pass every filter; a name of a filter is in `off` when it is
// switched off.

function makeFilters(model) {
  const days = [...new Set(model.statements.flatMap(({first, last}) => [first, last]).filter(Boolean))].sort();
  return {
    words: [], days, from: 0, to: Math.max(0, days.length - 1),
    // A name in a description is no statement, and shown only where it is asked for.
    off: {kind: new Set(['link']), type: new Set(), relation: new Set(), source: new Set()},
  };
}

/** What a filter knows a statement by: values of which all have to be on, for sources one. */
const VALUES = {
  kind: (statement) => statement.kinds,
  type: ({subject, object}) => (object ? [subject.type, object.type] : [subject.type]),
  relation: (statement) => [statement.relation],
  source: (statement) => [...statement.sources],
};

function passes(statement, filters) {
  const {off} = filters;
  for (const name of ['kind', 'type', 'relation']) {
    if (off[name].size && VALUES[name](statement).some((value) => off[name].has(value))) return false;
  }
  if (off.source.size && VALUES.source(statement).every((value) => off.source.has(value))) return false;
  if (filters.from > 0 || filters.to < filters.days.length - 1) {
    if (!statement.first) return false;
    if (statement.last < filters.days[filters.from] || statement.first > filters.days[filters.to]) return false;
  }
  if (filters.words.length) {
    const text = haystack(statement);
    return filters.words.every((word) => text.includes(word));
  }
  return true;
}

/** Marks what is shown: statements that pass, the lines that have one, the entities at their ends. */
function applyFilters(model, filters) {
  for (const entity of model.list) entity.isShown = false;
  for (const statement of model.statements) statement.isShown = passes(statement, filters);
  for (const line of model.lines) {
    line.shown = line.statements.filter((statement) => statement.isShown);
    line.isShown = line.shown.length > 0;
    line.support = line.shown.reduce((sum, {support}) => sum + Math.max(1, support), 0);
    line.isForward = line.shown.some(({subject}) => subject === line.a);
    line.isBackward = line.shown.some(({subject}) => subject === line.b);
    if (line.isShown) line.a.isShown = line.b.isShown = true;
  }
  for (const entity of model.list) {
    entity.isFound = filters.words.length > 0
      && filters.words.every((word) => entity.folded.includes(word));
  }
}

/** How many statements each value of a filter has, most first. */
function countValues(model, name) {
  const counts = new Map();
  for (const statement of model.statements) {
    for (const value of new Set(VALUES[name](statement))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

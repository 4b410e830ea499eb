// What the page says, read from its own tables: they are the data, so nothing stands in it twice, and a name is only
// ever text.

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every kind in the order of the filters: its word, and the style of its line. */
const KINDS = [
  ['fact', 'fact', 'fact'],
  ['reported', 'said by somebody', 'reported'],
  ['denied', 'denied', 'claim'],
  ['possible', 'possible', 'claim'],
  ['expected', 'expected', 'claim'],
  ['planned', 'planned', 'claim'],
  ['desired', 'desired', 'claim'],
  ['obligation', 'obligation', 'claim'],
  ['link', 'name in a description', 'link'],
];

/** Sentences by number, each with its document. */
function readSentences() {
  const sentences = [];
  for (const article of document.querySelectorAll('#sentences article')) {
    const origin = {
      title: article.querySelector('h3').textContent,
      date: article.querySelector('time')?.textContent ?? '',
      source: article.querySelector('i')?.textContent ?? '',
      name: article.querySelector('b').textContent,
      address: article.querySelector('a')?.href ?? '',
    };
    for (const item of article.querySelectorAll('li')) {
      sentences[Number(item.id.slice(1))] = {text: item.textContent, number: item.value, origin};
    }
  }
  return sentences;
}

/** Entities by number: where they stand, and how they are drawn. */
function readEntities() {
  const styles = new Map();
  for (const item of document.querySelectorAll('#types li')) {
    styles.set(item.textContent.trim(), {color: item.dataset.color, shape: item.dataset.shape});
  }
  const entities = new Map();
  for (const row of document.querySelectorAll('#entities tbody tr')) {
    const [name, type, names] = Array.from(row.cells, (cell) => cell.textContent.trim());
    const [x, y] = (row.dataset.at ?? '0 0').split(' ').map(Number);
    entities.set(Number(row.id.slice(1)), {
      id: Number(row.id.slice(1)), name, type, names, folded: fold(`${name}\n${names}`), x, y,
      isCenter: row.dataset.center !== undefined,
      ...styles.get(type), statements: [], lines: [], support: 0, isShown: true,
    });
  }
  return entities;
}

/**
 * Statements in the order of the table. `data-e`: numbers of entities, confidence, how many stories and sentences,
 * kinds.
 */
function readStatements(entities, sentences) {
  const statements = [];
  for (const row of document.querySelectorAll('#statements tbody tr')) {
    const data = row.dataset.e.split(' ');
    const [subject, object, speaker] = data.map((id) => entities.get(Number(id)) ?? null);
    const cells = row.cells;
    const [first, last = first] = cells[4].textContent.trim().split(/\s*–\s*/);
    const evidence = (row.dataset.w ?? '').split(',').filter(Boolean).map((piece) => {
      const [sentence, ...spans] = piece.split(' ').map(Number);
      return {sentence: sentences[sentence], spans};
    });
    const statement = {
      id: row.id, row, subject, object, speaker, relation: cells[1].textContent,
      kinds: data.length > 6 ? data.slice(6) : ['fact'],
      first, last, evidence, support: Number(data[4]), said: Number(data[5]),
      confidence: data[3] === '-' ? '' : data[3],
      sources: new Set(evidence.map((piece) => piece.sentence.origin.source)), isShown: true, haystack: null,
    };
    statement.style = KINDS.find(([kind]) => kind === statement.kinds[0])[2];
    cells[3].className = statement.style;
    if (statement.sources.size === 0) statement.sources.add('');
    statements.push(statement);
    for (const end of new Set([subject, object])) {
      if (!end) continue;
      end.statements.push(statement);
      end.support += Math.max(1, statement.support);
    }
  }
  return statements;
}

/** What is drawn between two entities: one line for all that is said between them in one style. */
function linesOf(statements) {
  const lines = new Map();
  const between = new Map();
  for (const statement of statements) {
    if (!statement.object) continue;
    const [a, b] = statement.subject.id <= statement.object.id
      ? [statement.subject, statement.object] : [statement.object, statement.subject];
    const ends = `${a.id} ${b.id}`;
    const key = `${ends} ${statement.style}`;
    let line = lines.get(key);
    if (!line) {
      line = {a, b, style: statement.style, statements: [], offset: 0, isShown: true};
      lines.set(key, line);
      for (const end of new Set([a, b])) end.lines.push(line);
      between.set(ends, [...(between.get(ends) ?? []), line]);
    }
    line.statements.push(statement);
  }
  for (const group of between.values()) {
    group.forEach((line, place) => { line.offset = place - (group.length - 1) / 2; });
  }
  return [...lines.values()];
}

function readModel() {
  const sentences = readSentences();
  const entities = readEntities();
  const statements = readStatements(entities, sentences);
  const lines = linesOf(statements);
  const list = [...entities.values()];
  for (const entity of list) entity.radius = Math.min(15, 4 + 1.7 * Math.sqrt(entity.lines.length));
  return {entities, list, statements, lines};
}

/** All that a search looks through, made when it is first asked for. */
function haystack(statement) {
  if (statement.haystack === null) {
    const ends = [statement.subject, statement.object, statement.speaker].filter(Boolean);
    statement.haystack = fold([
      statement.relation, statement.id,
      ...statement.evidence.map(({sentence: {text, origin}}) => `${text}\n${origin.title}\n${origin.source}`),
    ].join('\n')) + ends.map((end) => `\n${end.folded}`).join('');
  }
  return statement.haystack;
}

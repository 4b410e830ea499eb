// The table of statements: the same as the picture for who reads, with the sentences of a row behind its button.

function makeTable(model, choose) {
  const table = document.querySelector('#statements table');
  const body = table.tBodies[0];
  const rows = new Map(model.statements.map((statement) => [statement.row, statement]));
  let order = model.statements;
  let sorted = {column: -1, isDescending: false};

  for (const {row, subject, object, evidence, support, said} of model.statements) {
    row.cells[0].dataset.entity = subject.id;
    if (object) row.cells[2].dataset.entity = object.id;
    const cell = row.cells[5];
    cell.textContent = '';
    const button = element('button', {type: 'button', className: 'proof', tabIndex: -1}, `${support} ▾`);
    button.setAttribute('aria-expanded', 'false');
    const what = evidence.length ? `${said} sentence${said === 1 ? '' : 's'}` : 'no sentence';
    button.setAttribute(
      'aria-label', `${what}: ${subject.name} ${row.cells[1].textContent} ${object?.name ?? ''}`.trim());
    cell.append(button);
  }

  /** Rows that are laid out: more when somebody goes on to them, since rows by the thousand take their time. */
  const FEW = 100;
  let most = FEW;
  const more = document.getElementById('more');

  const buttonOf = (row) => row.cells[5].firstElementChild;
  const shownRows = () => order.map(({row}) => row).filter((row) => !row.hidden);

  function close(row) {
    if (!row.classList.contains('open')) return;
    row.classList.remove('open');
    buttonOf(row).setAttribute('aria-expanded', 'false');
    row.nextElementSibling.remove();
  }

  function open(row) {
    if (row.classList.contains('open')) return;
    row.classList.add('open');
    buttonOf(row).setAttribute('aria-expanded', 'true');
    row.after(evidenceRow(rows.get(row), choose));
  }

  body.addEventListener('click', (event) => {
    const row = event.target.closest('tr');
    if (!rows.has(row)) return;
    const cell = event.target.closest('td');
    if (cell.dataset.entity) return choose({entity: model.entities.get(Number(cell.dataset.entity)), line: null});
    if (row.classList.contains('open')) close(row); else open(row);
    makeCurrent(row);
  });

  // One stop of the tab key; arrows go from row to row.
  let current = null;
  function makeCurrent(row) {
    if (current) buttonOf(current).tabIndex = -1;
    current = row ?? null;
    if (current) buttonOf(current).tabIndex = 0;
  }
  body.addEventListener('keydown', (event) => {
    const row = event.target.closest('tr');
    if (!rows.has(row) || !event.target.classList.contains('proof')) return;
    const shown = shownRows();
    const place = shown.indexOf(row);
    const next = {ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: shown.length - 1}[event.key];
    if (next === undefined || !shown[next]) return;
    event.preventDefault();
    makeCurrent(shown[next]);
    buttonOf(shown[next]).focus();
    shown[next].scrollIntoView({block: 'nearest'});
  });

  const valueOf = (statement, column) => column === 5
    ? -statement.support : fold(statement.row.cells[column].textContent);
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    const title = head.textContent;
    const button = element('button', {type: 'button', title: `Sort by ${title.toLowerCase()}`}, title);
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const isDescending = sorted.column === column && !sorted.isDescending;
      if (sorted.column >= 0) table.tHead.rows[0].cells[sorted.column].removeAttribute('aria-sort');
      sorted = {column, isDescending};
      head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      const keys = new Map(model.statements.map((statement) => [statement, valueOf(statement, column)]));
      const turn = isDescending ? -1 : 1;
      order = [...model.statements].sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        return x < y ? -turn : x > y ? turn : 0;
      });
      for (const {row} of order) close(row);
      body.append(...order.map(({row}) => row));
      arrange();
    });
  });

  let isWanted = () => true;
  let hasScrolled = false;
  table.parentElement.addEventListener('scroll', () => { hasScrolled = true; }, {passive: true});

  /** Shows the first of the rows that are wanted; how many are. */
  function arrange() {
    let count = 0;
    for (const statement of order) {
      const {row} = statement;
      const isHidden = !isWanted(statement) || (count += 1) > most;
      if (isHidden && !row.hidden) close(row);
      if (row.hidden !== isHidden) row.hidden = isHidden;
    }
    if (!current || current.hidden) makeCurrent(shownRows()[0]);
    body.classList.remove('raw');
    more.hidden = count <= most;
    more.firstElementChild.textContent = `Show ${Math.min(FEW, count - most)} of ${count - most} more`;
    return count;
  }

  function showMore() {
    most += FEW;
    arrange();
  }
  more.firstElementChild.addEventListener('click', showMore);
  if (window.IntersectionObserver) {
    new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) showMore(); },
      {root: table.parentElement, rootMargin: '300px'}).observe(more);
  }

  /** Shows the rows of statements of which `test` is true; how many there are. */
  function show(test) {
    [isWanted, most] = [test, FEW];
    const count = arrange();
    if (hasScrolled) table.parentElement.scrollTop = 0;
    return count;
  }

  /** Opens the first rows that are shown, so that their sentences are read at once. */
  function openFirst(count) {
    for (const row of shownRows().slice(0, count)) open(row);
  }
  return {show, openFirst};
}

/** The sentences of a statement, with its words marked, and where they stand. */
function evidenceRow(statement, choose) {
  const cell = element('td', {colSpan: 6});
  for (const {sentence, spans} of statement.evidence) {
    const {origin} = sentence;
    const address = origin.address
      ? element('a', {href: origin.address, rel: 'noopener noreferrer', target: '_blank'}, origin.title) : origin.title;
    const about = [origin.source, origin.date, `sentence ${sentence.number}`];
    if (origin.name !== origin.title) about.push(origin.name);
    cell.append(element(
      'figure', {}, element('blockquote', {}, ...markedWords(sentence.text, spans)),
      element('figcaption', {}, address, `, ${about.filter(Boolean).join(', ')}`)));
  }
  const rest = statement.said - statement.evidence.length;
  const notes = [
    statement.evidence.length === 0 ? 'No sentence: the statement was imported.' : null,
    rest > 0 && statement.evidence.length ? `and ${rest} more: why ${statement.id}` : null,
    statement.id, statement.confidence ? `confidence ${statement.confidence}` : null,
  ];
  const actions = element(
    'div', {className: 'actions'}, ...notes.filter(Boolean).map((text) => element('span', {}, text)));
  for (const entity of new Set([statement.subject, statement.object, statement.speaker])) {
    if (!entity) continue;
    const button = element('button', {type: 'button', className: 'plain'}, `Show ${entity.name}`);
    button.addEventListener('click', () => choose({entity, line: null}));
    actions.append(button);
  }
  cell.append(actions);
  return element('tr', {className: 'evidence'}, cell);
}

/** A sentence as text and marks; `spans` are starts and lengths of subject, relation and object, as far as known. */
function markedWords(text, spans) {
  const marks = ['subject', 'relation', 'object'].map((name, place) => (
    {name, start: spans[2 * place], end: spans[2 * place] + spans[2 * place + 1]}))
    .filter(({start, end}) => end > start).sort((a, b) => a.start - b.start);
  const parts = [];
  let done = 0;
  for (const {name, start, end} of marks) {
    if (start < done) continue;
    parts.push(text.slice(done, start), element('mark', {className: name}, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}

// Ties filters, picture and table together, and keeps what is shown in the address, so that it can be sent.

function startPage() {
  const byId = (id) => document.getElementById(id);
  const model = readModel();
  const filters = makeFilters(model);
  const picture = new Picture(byId('canvas'), model);
  const status = byId('status');
  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  const isOfChoice = (statement) => {
    const {entity, line} = picture.choice;
    if (entity) return statement.subject === entity || statement.object === entity || statement.speaker === entity;
    return !line || line.statements.includes(statement);
  };

  function update() {
    applyFilters(model, filters);
    const count = table.show((statement) => statement.isShown && isOfChoice(statement));
    const shown = model.list.filter(({isShown}) => isShown).length;
    status.textContent = `${plural(count, 'statement', 'statements')}`
      + (picture.choice.entity || picture.choice.line ? '' : `, ${plural(shown, 'entity', 'entities')}`);
    picture.redraw();
    keepAddress();
  }

  function choose(choice) {
    picture.choice = choice;
    const {entity, line} = choice;
    const place = byId('choice');
    place.hidden = !entity && !line;
    place.replaceChildren();
    if (entity || line) {
      const text = entity ? entity.name : `${line.a.name} and ${line.b.name}`;
      const clear = element('button', {type: 'button', title: 'Show all statements'}, '✕');
      clear.setAttribute('aria-label', `Let go of ${text}`);
      clear.addEventListener('click', () => { choose({entity: null, line: null}); byId('canvas').focus(); });
      place.append(element('div', {className: 'chip'}, text, clear));
      if (entity) {
        place.append(element('p', {}, entity.names ? `${entity.type}, also ${entity.names}` : entity.type));
        picture.bringIntoSight(entity);
      }
    }
    update();
    if (line) table.openFirst(3);
  }

  const table = makeTable(model, choose);
  const panel = makePanel(byId('filters'), model, filters, update);
  const search = byId('search');

  search.addEventListener('input', () => {
    filters.words = fold(search.value).split(/\s+/).filter(Boolean);
    update();
  });
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // Enter chooses the best connected entity that has the words in its name.
    const found = model.list.filter(({isFound, isShown}) => isFound && isShown)
      .sort((a, b) => b.lines.length - a.lines.length || a.id - b.id)[0];
    if (found) choose({entity: found, line: null});
  });
  panel.reset.addEventListener('click', () => {
    Object.assign(filters, makeFilters(model));
    search.value = '';
    panel.tell();
    choose({entity: null, line: null});
    picture.fit();
  });
  byId('closer').addEventListener('click', () => picture.zoom(1.4));
  byId('farther').addEventListener('click', () => picture.zoom(1 / 1.4));
  byId('whole').addEventListener('click', () => picture.fit());
  makePointer(picture, choose, (text) => { if (text) status.textContent = text; });

  // The address: what is searched, switched off and chosen.

  let isReading = false;
  function keepAddress() {
    if (isReading) return;
    const words = new URLSearchParams();
    if (search.value.trim()) words.set('q', search.value.trim());
    for (const [name, values] of Object.entries(filters.off)) {
      const usual = makeFilters(model).off[name];
      for (const value of values) if (!usual.has(value)) words.append(name, value);
      for (const value of usual) if (!values.has(value)) words.append(`with-${name}`, value);
    }
    if (filters.from > 0) words.set('from', filters.days[filters.from]);
    if (filters.to < filters.days.length - 1) words.set('to', filters.days[filters.to]);
    if (picture.choice.entity) words.set('at', `n${picture.choice.entity.id}`);
    const hash = words.toString();
    try {
      if (hash !== location.hash.slice(1)) history.replaceState(null, '', hash ? `#${hash}` : '#');
    } catch {
      // Where a page from the disk may not change its address, it works without.
    }
  }

  function readAddress() {
    const words = new URLSearchParams(location.hash.slice(1));
    isReading = true;
    search.value = words.get('q') ?? '';
    filters.words = fold(search.value).split(/\s+/).filter(Boolean);
    for (const [name, set] of Object.entries(filters.off)) {
      for (const value of words.getAll(name)) set.add(value);
      for (const value of words.getAll(`with-${name}`)) set.delete(value);
    }
    for (const key of ['from', 'to']) {
      const place = filters.days.indexOf(words.get(key));
      if (place >= 0) filters[key] = place;
    }
    panel.tell();
    const chosen = /^n(\d+)$/.exec(words.get('at') ?? '');
    picture.choice.entity = chosen ? model.entities.get(Number(chosen[1])) ?? null : null;
    choose(picture.choice);
    isReading = false;
  }

  new ResizeObserver(() => {
    if (!picture.resize()) return;
    // Who has moved the picture keeps it.
    if (picture.hasMoved) picture.draw(); else picture.fit();
  }).observe(byId('canvas'));
  // Before anything is measured: it is quick while few rows are shown.
  readAddress();
  picture.resize();
  picture.stretch();
  picture.fit();
  performance.mark('ready');
  // The first search finds its texts made.
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
  idle(() => { for (const statement of model.statements) haystack(statement); });
}

startPage();

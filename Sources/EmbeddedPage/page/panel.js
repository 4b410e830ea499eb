// The filters beside the picture.

/** From this many rows on, a group has a field that narrows it. */
const MANY_ROWS = 14;

function makePanel(form, model, filters, changed) {
  const groups = [];

  function group(title, name, rows) {
    if (rows.length === 0) return;
    const boxes = rows.map(({value, text, count, glyph}) => {
      const box = element('input', {type: 'checkbox', checked: true});
      box.addEventListener('change', () => {
        if (box.checked) filters.off[name].delete(value); else filters.off[name].add(value);
        changed();
      });
      const label = element(
        'label', {className: 'row', title: text}, box, glyph ?? null, element('span', {className: 'text'}, text),
        element('span', {className: 'count'}, String(count)));
      return {box, label, value, folded: fold(text)};
    });
    const all = (isOn) => {
      for (const {box, label, value} of boxes) {
        if (label.hidden) continue;
        box.checked = isOn;
        if (isOn) filters.off[name].delete(value); else filters.off[name].add(value);
      }
      changed();
    };
    const button = (text, isOn) => {
      const made = element('button', {type: 'button', className: 'plain'}, text);
      made.setAttribute('aria-label', `${title}: ${text}`);
      made.addEventListener('click', () => all(isOn));
      return made;
    };
    const set = element('fieldset', {}, element('legend', {}, element(
      'span', {}, title, element('span', {}, button('all', true), button('none', false)))));
    if (rows.length > MANY_ROWS) {
      const field = element('input', {type: 'text', placeholder: `find among ${rows.length}`, autocomplete: 'off'});
      field.setAttribute('aria-label', `${title}: find`);
      field.addEventListener('input', () => {
        for (const {label, folded} of boxes) label.hidden = !folded.includes(fold(field.value.trim()));
      });
      set.append(field);
    }
    set.append(element('div', {className: 'rows'}, ...boxes.map(({label}) => label)));
    form.append(set);
    groups.push({name, boxes});
  }

  function range(title, key) {
    const input = element('input', {type: 'range', min: 0, max: filters.days.length - 1, value: filters[key]});
    const output = element('output');
    const tell = () => {
      output.textContent = filters.days[filters[key]];
      input.setAttribute('aria-valuetext', output.textContent);
      input.value = filters[key];
    };
    input.addEventListener('input', () => {
      filters[key] = Number(input.value);
      // The ends do not cross.
      if (filters.from > filters.to) filters[key === 'from' ? 'to' : 'from'] = filters[key];
      for (const each of ranges) each.tell();
      changed();
    });
    tell();
    return {tell, label: element('label', {className: 'range'}, title, input, output)};
  }

  const kinds = new Map(countValues(model, 'kind'));
  group('How said', 'kind', KINDS.filter(([kind]) => kinds.has(kind)).map(([value, text, style]) => (
    {value, text, count: kinds.get(value), glyph: lineGlyph(style)})));
  const links = new Set(model.statements.filter(({style}) => style === 'link').map(({relation}) => relation));
  const looks = new Map(model.list.map((entity) => [entity.type, entity]));
  group('Types', 'type', countValues(model, 'type').map(([value, count]) => (
    {value, text: value, count, glyph: typeGlyph(looks.get(value))})));
  let ranges = [];
  if (filters.days.length > 1) {
    ranges = [range('From', 'from'), range('To', 'to')];
    form.append(element(
      'fieldset', {}, element('legend', {}, 'Dates'), ...ranges.map(({label}) => label)));
  }
  group('Relations', 'relation', countValues(model, 'relation')
    .filter(([value]) => !links.has(value)).map(([value, count]) => ({value, text: value, count})));
  const sources = countValues(model, 'source');
  if (sources.length > 1) {
    group('Sources', 'source', sources.map(([value, count]) => ({value, text: value || 'no source', count})));
  }
  const reset = element('button', {type: 'button'}, 'Reset filters');
  form.append(reset);
  form.addEventListener('submit', (event) => event.preventDefault());

  /** Shows in the boxes what the filters have. */
  function tell() {
    for (const {name, boxes} of groups) {
      for (const {box, value} of boxes) box.checked = !filters.off[name].has(value);
    }
    for (const each of ranges) each.tell();
  }
  return {reset, tell};
}

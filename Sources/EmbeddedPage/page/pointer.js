// Mouse, touch and keys on the picture.

function makePointer(picture, choose, announce) {
  const {canvas} = picture;
  const tip = document.getElementById('tip');
  const touches = new Map();
  let press = null;
  let spread = null;

  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  function showTip(text, x, y) {
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    tip.style.left = `${Math.max(4, Math.min(x + 14, picture.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(4, Math.min(y + 16, picture.height - tip.offsetHeight - 8))}px`;
  }

  function hover(x, y) {
    const entity = picture.entityAt(x, y);
    const line = entity ? null : picture.lineAt(x, y);
    if (entity !== picture.hovered.entity || line !== picture.hovered.line) {
      picture.hovered = {entity, line};
      canvas.classList.toggle('over', Boolean(entity || line));
      picture.redraw();
    }
    showTip(entity ? `${entity.name} · ${entity.type}` : line ? tipOf(line) : '', x, y);
  }

  canvas.addEventListener('pointerdown', (event) => {
    const [x, y] = at(event);
    canvas.setPointerCapture(event.pointerId);
    touches.set(event.pointerId, [x, y]);
    if (touches.size === 2) {
      const [a, b] = [...touches.values()];
      spread = Math.hypot(a[0] - b[0], a[1] - b[1]);
      press = null;
    } else {
      press = {x, y, entity: picture.entityAt(x, y), hasMoved: false};
    }
    showTip('');
  });

  canvas.addEventListener('pointermove', (event) => {
    const [x, y] = at(event);
    const before = touches.get(event.pointerId);
    if (!before) return hover(x, y);
    touches.set(event.pointerId, [x, y]);
    if (touches.size === 2) {
      const [a, b] = [...touches.values()];
      const distance = Math.hypot(a[0] - b[0], a[1] - b[1]);
      picture.zoom(distance / (spread || 1), (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      spread = distance;
      return;
    }
    if (!press) return;
    if (!press.hasMoved && Math.hypot(x - press.x, y - press.y) < 4) return;
    press.hasMoved = true;
    canvas.classList.add('dragged');
    if (press.entity) {
      // A node goes with the pointer.
      [press.entity.x, press.entity.y] = picture.toWorld(x, y);
      picture.redraw();
    } else {
      picture.pan(x - before[0], y - before[1]);
    }
  });

  function release(event) {
    touches.delete(event.pointerId);
    canvas.classList.remove('dragged');
    if (press && !press.hasMoved && event.type === 'pointerup') {
      const line = press.entity ? null : picture.lineAt(press.x, press.y);
      choose({entity: press.entity, line});
    }
    press = null;
  }
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => {
    picture.hovered = {entity: null, line: null};
    showTip('');
    picture.redraw();
  });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    picture.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...at(event));
  }, {passive: false});
  canvas.addEventListener('dblclick', (event) => picture.zoom(1.6, ...at(event)));

  const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const chosen = picture.choice.entity;
    if (arrow && chosen) {
      const next = neighborTowards(chosen, arrow);
      if (next) choose({entity: next, line: null});
    } else if (arrow) {
      picture.pan(-60 * arrow[0], -60 * arrow[1]);
    } else if (event.key === '+' || event.key === '=') {
      picture.zoom(1.3);
    } else if (event.key === '-') {
      picture.zoom(1 / 1.3);
    } else if (event.key === '0') {
      picture.fit();
    } else if (event.key === 'Escape') {
      choose({entity: null, line: null});
    } else if (event.key === 'Enter' && !chosen) {
      const best = picture.model.list.filter(({isShown}) => isShown)
        .sort((a, b) => b.lines.length - a.lines.length || a.id - b.id)[0];
      if (best) choose({entity: best, line: null});
    } else {
      return;
    }
    if (arrow && !chosen) announce('');
    event.preventDefault();
  });
}

/** The neighbor of `entity` that lies nearest in the direction of an arrow key; null where none does. */
function neighborTowards(entity, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const line of entity.lines) {
    if (!line.isShown) continue;
    const other = line.a === entity ? line.b : line.a;
    const [x, y] = [other.x - entity.x, other.y - entity.y];
    const along = x * dx + y * dy;
    if (along <= 0) continue;
    // How far it lies off the direction counts twice.
    const cost = along + 2 * Math.abs(x * dy - y * dx);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function tipOf(line) {
  const sentence = ({subject, relation, object, kinds, style}) => `${subject.name} – ${relation} → ${object.name}`
    + (style === 'claim' ? ` (${kinds.join(', ')})` : style === 'reported' ? ' (said)' : '');
  const texts = line.shown.slice(0, 4).map(sentence);
  return texts.join('; ') + (line.shown.length > 4 ? `; and ${line.shown.length - 4} more` : '');
}

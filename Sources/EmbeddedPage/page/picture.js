// The graph on a canvas. Positions come with the page; what is drawn follows from them, the filters and the choice.

const FONT = 'system-ui, "Liberation Sans", Arial, sans-serif';
const CLOSEST = 6;
/** With more lines in sight the words of each would only be noise. */
const MANY_LINES = 150;

class Picture {
  constructor(canvas, model) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.model = model;
    this.camera = {x: 0, y: 0, scale: 1};
    /** What was clicked on: entities whose lines stand out, or lines; and what is under the pointer. */
    this.choice = {entity: null, line: null};
    this.hovered = {entity: null, line: null};
    this.isQueued = false;
    this.widths = new Map();
    this.isStill = matchMedia('(prefers-reduced-motion: reduce)');
    this.readColors();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { this.readColors(); this.redraw(); });
  }

  readColors() {
    const style = getComputedStyle(document.documentElement);
    const names = ['ground', 'text', 'faint', 'accent', 'fact', 'reported', 'claim', 'link', 'outline'];
    this.colors = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  /** Takes the size of the place where it stands; true when that changed. */
  resize() {
    const {clientWidth, clientHeight} = this.canvas;
    const density = devicePixelRatio || 1;
    if (this.width === clientWidth && this.height === clientHeight && this.density === density) return false;
    Object.assign(this, {width: clientWidth, height: clientHeight, density});
    this.canvas.width = Math.round(clientWidth * density);
    this.canvas.height = Math.round(clientHeight * density);
    return true;
  }

  redraw() {
    if (this.isQueued) return;
    this.isQueued = true;
    requestAnimationFrame(() => { this.isQueued = false; this.draw(); });
  }

  toScreen({x, y}) {
    const {camera} = this;
    return [(x - camera.x) * camera.scale + this.width / 2, (y - camera.y) * camera.scale + this.height / 2];
  }

  toWorld(x, y) {
    const {camera} = this;
    return [(x - this.width / 2) / camera.scale + camera.x, (y - this.height / 2) / camera.scale + camera.y];
  }

  radius(entity) { return entity.radius * Math.min(1.7, Math.max(0.6, Math.sqrt(this.camera.scale))); }

  /** The camera that shows `entities`; null where there are none. */
  cameraFor(entities) {
    if (entities.length === 0 || !this.width) return null;
    const xs = entities.map(({x}) => x);
    const ys = entities.map(({y}) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // Room for labels at the edges.
    const scale = Math.min(
      (this.width - Math.min(150, this.width / 3)) / Math.max(1, right - left),
      (this.height - Math.min(90, this.height / 4)) / Math.max(1, bottom - top), 1.8);
    return {x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(0.02, scale)};
  }

  /** Stretches the graph, within bounds, to the shape of the place where it stands. */
  stretch() {
    const shown = this.model.list.filter(({isShown}) => isShown);
    if (shown.length < 2 || !this.width) return;
    const [width, height] = ['x', 'y'].map((key) => {
      const places = shown.map((entity) => entity[key]);
      return Math.max(...places) - Math.min(...places);
    });
    const factor = (this.height - 90) * width / Math.max(1, (this.width - 150) * height);
    const bounded = Math.min(1.7, Math.max(0.6, factor));
    for (const entity of this.model.list) entity.y *= bounded;
  }

  fit(entities = this.model.list.filter(({isShown}) => isShown)) { this.moveTo(this.cameraFor(entities)); }

  /** Moves the camera in a fifth of a second, or at once for who wants nothing to move. */
  moveTo(target) {
    if (!target) return;
    const start = performance.now();
    const from = {...this.camera};
    const duration = this.isStill.matches || !this.hasDrawn ? 0 : 200;
    this.motion = target;
    const step = (now) => {
      if (this.motion !== target) return;
      const part = duration === 0 ? 1 : Math.min(1, Math.max(0, (now - start) / duration));
      const eased = part * (2 - part);
      for (const key of ['x', 'y', 'scale']) this.camera[key] = from[key] + (target[key] - from[key]) * eased;
      this.draw();
      if (part < 1) requestAnimationFrame(step);
    };
    if (duration === 0) step(start); else requestAnimationFrame(step);
  }

  /** Zooms by `factor` and keeps what is at (x, y) of the screen where it is. */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const [worldX, worldY] = this.toWorld(x, y);
    const scale = Math.min(CLOSEST, Math.max(0.02, this.camera.scale * factor));
    this.motion = null;
    this.hasMoved = true;
    this.camera = {scale, x: worldX - (x - this.width / 2) / scale, y: worldY - (y - this.height / 2) / scale};
    this.redraw();
  }

  pan(dx, dy) {
    this.motion = null;
    this.hasMoved = true;
    this.camera.x -= dx / this.camera.scale;
    this.camera.y -= dy / this.camera.scale;
    this.redraw();
  }

  /** Moves the camera only if `entity` is not in sight. */
  bringIntoSight(entity) {
    if (!this.width) return;
    const [x, y] = this.toScreen(entity);
    const margin = 40;
    if (x > margin && y > margin && x < this.width - margin && y < this.height - margin) {
      this.redraw();
    } else {
      this.moveTo({x: entity.x, y: entity.y, scale: this.camera.scale});
    }
  }

  // Lines.

  /** Start, middle and end of a line on the screen, cut at the rims of both nodes. */
  curve(line) {
    const [ax, ay] = this.toScreen(line.a);
    const [bx, by] = this.toScreen(line.b);
    if (line.a === line.b) return {loop: [ax, ay - this.radius(line.a) - 9]};
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [nx, ny] = [-(by - ay) / length, (bx - ax) / length];
    const bend = line.offset * Math.min(34, length / 2);
    const [cx, cy] = [(ax + bx) / 2 + nx * bend, (ay + by) / 2 + ny * bend];
    const cut = (x, y, gap) => {
      const far = Math.hypot(cx - x, cy - y) || 1;
      return [x + (cx - x) / far * gap, y + (cy - y) / far * gap];
    };
    return {
      from: cut(ax, ay, this.radius(line.a) + 1), middle: [cx, cy], to: cut(bx, by, this.radius(line.b) + 1),
      length,
    };
  }

  drawLine(line, emphasis) {
    const {context, colors} = this;
    const {loop, from, middle, to, length} = this.curve(line);
    const width = Math.min(5, (line.style === 'link' ? 0.8 : 1) + Math.log2(line.support) * 0.55);
    context.globalAlpha = emphasis === 'faint' ? 0.16 : emphasis === 'strong' ? 1 : this.plainness;
    context.strokeStyle = context.fillStyle = colors[line.style];
    context.lineWidth = (emphasis === 'strong' ? width + 1 : width) * Math.min(1.2, Math.max(0.6, this.camera.scale));
    context.setLineDash(DASHES[line.style]);
    context.beginPath();
    if (loop) {
      context.arc(loop[0], loop[1], 9, 0, 7);
      context.stroke();
      return;
    }
    context.moveTo(...from);
    context.quadraticCurveTo(...middle, ...to);
    context.stroke();
    context.setLineDash([]);
    if (length < 26) return;
    const size = 5.5 + context.lineWidth;
    if (line.isForward) this.drawHead(middle, to, size);
    if (line.isBackward) this.drawHead(middle, from, size);
  }

  drawHead([fromX, fromY], [x, y], size) {
    const angle = Math.atan2(y - fromY, x - fromX);
    const {context} = this;
    context.beginPath();
    context.moveTo(x, y);
    for (const turn of [-0.42, 0.42]) {
      context.lineTo(x - size * Math.cos(angle + turn), y - size * Math.sin(angle + turn));
    }
    context.fill();
  }

  // Everything.

  /** How a line is drawn now: `strong` when it belongs to the choice, `faint` when something else does. */
  emphasisOf(line) {
    const {choice, hovered} = this;
    if (line === choice.line || line === hovered.line) return 'strong';
    const entity = choice.entity ?? (choice.line ? null : hovered.entity);
    if (entity) return line.a === entity || line.b === entity ? 'strong' : 'faint';
    return choice.line ? 'faint' : 'plain';
  }

  draw() {
    if (!this.width) return;
    const {context, density, model, colors} = this;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.fillStyle = colors.ground;
    context.globalAlpha = 1;
    context.fillRect(0, 0, this.width, this.height);
    context.lineCap = 'butt';
    const lines = model.lines.filter(({isShown}) => isShown).map((line) => ({line, emphasis: this.emphasisOf(line)}));
    // The more lines there are, the fainter is each.
    this.plainness = Math.max(0.35, Math.min(0.8, 300 / lines.length));
    const strong = new Set();
    for (const pass of ['faint', 'plain', 'strong']) {
      for (const {line, emphasis} of lines) {
        if (emphasis !== pass) continue;
        this.drawLine(line, emphasis);
        if (pass === 'strong') strong.add(line.a).add(line.b);
      }
    }
    context.setLineDash([]);
    const isFocused = strong.size > 0 || this.choice.entity || this.choice.line;
    const shown = model.list.filter(({isShown}) => isShown);
    for (const entity of shown) {
      this.drawNode(entity, isFocused && !strong.has(entity) && entity !== this.choice.entity);
    }
    this.drawLabels(shown, strong, isFocused);
    this.hasDrawn = true;
  }

  drawNode(entity, isFaint) {
    const {context, colors} = this;
    const [x, y] = this.toScreen(entity);
    const radius = this.radius(entity);
    const isChosen = entity === this.choice.entity;
    context.globalAlpha = isFaint ? 0.3 : 1;
    context.save();
    context.translate(x, y);
    context.scale(radius, radius);
    context.fillStyle = entity.color;
    context.fill(outline(entity.shape));
    context.strokeStyle = isChosen || entity.isFound ? colors.accent : colors.outline;
    context.lineWidth = (isChosen || entity.isFound ? 3.5 : entity.isCenter ? 2.5 : 1) / radius;
    context.stroke(outline(entity.shape));
    context.restore();
  }

  widthOf(text, font) {
    const key = `${font}\n${text}`;
    if (!this.widths.has(key)) {
      this.context.font = font;
      this.widths.set(key, this.context.measureText(text).width);
    }
    return this.widths.get(key);
  }

  drawText(text, font, x, y, color) {
    const {context, colors} = this;
    context.font = font;
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = colors.ground;
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  drawLabels(shown, strong, isFocused) {
    const {context, colors, hovered, choice} = this;
    const room = new Room();
    const places = new Map();
    for (const entity of shown) {
      const [x, y] = this.toScreen(entity);
      const radius = this.radius(entity);
      if (x < -50 || y < -50 || x > this.width + 50 || y > this.height + 50) continue;
      places.set(entity, [x, y, radius]);
    }
    const rank = (entity) => (entity === choice.entity || entity === hovered.entity ? 4e9 : 0)
      + (entity.isFound ? 2e9 : 0) + (strong.has(entity) ? 1e9 : 0) + (entity.isCenter ? 5e8 : 0)
      + entity.lines.length * 1e4 + Math.min(9999, entity.support);
    context.textBaseline = 'top';
    context.textAlign = 'left';
    const ordered = [...places.keys()].sort((a, b) => rank(b) - rank(a) || a.id - b.id);
    for (const entity of ordered) {
      // A label may lie over nodes that matter less.
      const [x, y, radius] = places.get(entity);
      room.take([x - radius, y - radius, x + radius, y + radius], entity);
      const isFirst = entity === choice.entity || entity === hovered.entity || entity.isCenter;
      const font = `${isFirst ? '600 ' : ''}12px ${FONT}`;
      const text = shortLabel(entity.name);
      const box = placeOfLabel(room, entity, [x, y, radius], this.widthOf(text, font), this);
      if (!box) continue;
      room.take(box, entity);
      context.globalAlpha = isFocused && !strong.has(entity) && entity !== choice.entity && !entity.isFound ? 0.4 : 1;
      this.drawText(text, font, box[0] + 2, box[1] + 1, colors.text);
    }
    context.globalAlpha = 1;
    this.drawRelations(room, places);
  }

  /** Words of lines where there is room: of those that stand out, and of all when the picture is close. */
  drawRelations(room, places) {
    const {context, colors} = this;
    const font = `11px ${FONT}`;
    const lines = this.model.lines.filter((line) => line.isShown && (places.has(line.a) || places.has(line.b)));
    const areMany = lines.length > MANY_LINES;
    for (const line of lines) {
      const emphasis = this.emphasisOf(line);
      if (emphasis === 'faint' || areMany && emphasis !== 'strong') continue;
      const {loop, from, middle, to, length} = this.curve(line);
      if (!loop && length < 70) continue;
      const text = wordsOf(line);
      const width = this.widthOf(text, font);
      if (!loop && width > length - 24) continue;
      const [x, y] = loop ?? [from[0] / 4 + middle[0] / 2 + to[0] / 4, from[1] / 4 + middle[1] / 2 + to[1] / 4];
      const box = [x - width / 2 - 2, y - 8, x + width / 2 + 2, y + 7];
      if (!room.isFree(box, line)) continue;
      room.take(box, line);
      this.drawText(text, font, box[0] + 2, box[1] + 1, line.style === 'fact' || line.style === 'link'
        ? colors.faint : colors[line.style]);
    }
  }

  // What is under a point of the screen.

  entityAt(x, y) {
    let best = null;
    let nearest = Infinity;
    for (const entity of this.model.list) {
      if (!entity.isShown) continue;
      const [left, top] = this.toScreen(entity);
      const distance = Math.hypot(left - x, top - y) - this.radius(entity);
      if (distance < 5 && distance < nearest) [best, nearest] = [entity, distance];
    }
    return best;
  }

  lineAt(x, y) {
    let best = null;
    let nearest = 7;
    for (const line of this.model.lines) {
      if (!line.isShown) continue;
      const {loop, from, middle, to} = this.curve(line);
      if (loop) {
        const distance = Math.abs(Math.hypot(loop[0] - x, loop[1] - y) - 9);
        if (distance < nearest) [best, nearest] = [line, distance];
        continue;
      }
      const beyond = (start, end, at) => at < Math.min(start, end) - 40 || at > Math.max(start, end) + 40;
      if (beyond(from[0], to[0], x) || beyond(from[1], to[1], y)) continue;
      for (let step = 0; step <= 24; step += 1) {
        const t = step / 24;
        const [p, q, r] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        const distance = Math.hypot(
          p * from[0] + q * middle[0] + r * to[0] - x, p * from[1] + q * middle[1] + r * to[1] - y);
        if (distance < nearest) [best, nearest] = [line, distance];
      }
    }
    return best;
  }
}

/** What a line says in a few words. */
function wordsOf(line) {
  const words = [...new Set(line.shown.map((statement) => {
    const marks = statement.style === 'claim' ? statement.kinds.filter((kind) => kind !== 'reported') : [];
    return marks.length ? `${statement.relation} (${marks.join(', ')})` : statement.relation;
  }))];
  return words.length > 2 ? `${words.slice(0, 2).join(', ')} +${words.length - 2}` : words.join(', ');
}

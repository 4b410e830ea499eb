// Shapes of nodes and styles of lines, the same in the picture and in the filters, which are its legend.

const polygon = (count, turn = -90) => Array.from({length: count}, (_, place) => {
  const angle = (turn + 360 * place / count) * Math.PI / 180;
  return `${place ? 'L' : 'M'}${Math.cos(angle).toFixed(3)} ${Math.sin(angle).toFixed(3)}`;
}).join('') + 'Z';

/** Outlines by the name of the shape that Graphviz has, within a circle of radius 1. */
const SHAPES = {
  ellipse: 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z',
  box: 'M-.88 -.88H.88V.88H-.88Z',
  hexagon: polygon(6, 0),
  house: 'M-.9 .9V-.2L0 -1L.9 -.2V.9Z',
  octagon: polygon(8, 22.5),
  diamond: 'M0 -1.15L1.15 0L0 1.15L-1.15 0Z',
  parallelogram: 'M-.6 -.75H1.1L.6 .75H-1.1Z',
  note: 'M-.8 -.95H.4L.85 -.5V.95H-.8Z',
  trapezium: 'M-.6 -.75H.6L1.1 .75H-1.1Z',
  invtrapezium: 'M-1.1 -.75H1.1L.6 .75H-.6Z',
  septagon: polygon(7),
  pentagon: polygon(5),
  folder: 'M-1 -.9H-.2L0 -.6H1V.85H-1Z',
  component: 'M-.75 -.85H1V.85H-.75V.5H-1.05V.2H-.75V-.2H-1.05V-.5H-.75Z',
};

/** Dashes of each style of line, so that it is told without color. */
const DASHES = {fact: [], reported: [1.5, 4], claim: [7, 4], link: []};

const outlines = new Map();
function outline(shape) {
  if (!outlines.has(shape)) outlines.set(shape, new Path2D(SHAPES[shape] ?? SHAPES.ellipse));
  return outlines.get(shape);
}

function svg(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function typeGlyph({shape, color}) {
  const glyph = svg('svg', {class: 'glyph', viewBox: '-13 -7 26 14', 'aria-hidden': 'true'});
  glyph.append(svg('path', {
    d: SHAPES[shape] ?? SHAPES.ellipse, transform: 'scale(6)', fill: color, class: 'shape',
    'vector-effect': 'non-scaling-stroke',
  }));
  return glyph;
}

function lineGlyph(style) {
  const glyph = svg('svg', {class: 'glyph', viewBox: '0 0 26 14', 'aria-hidden': 'true'});
  const line = svg('line', {x1: 1, y1: 7, x2: 25, y2: 7, 'stroke-dasharray': DASHES[style].join(' ')});
  line.style.stroke = `var(--${style})`;
  glyph.append(line);
  return glyph;
}

/** An element with text, never with markup. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

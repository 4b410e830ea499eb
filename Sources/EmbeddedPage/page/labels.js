// Which labels have room: the most important first, none over another or over a node.

const CELL = 64;

/** Rectangles that are taken, in squares of the picture. */
class Room {
  constructor() { this.cells = new Map(); }

  * cellsOf([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * 65536 + y;
    }
  }

  take(box, owner) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push({box, owner});
    }
  }

  isFree(box, owner) {
    for (const cell of this.cellsOf(box)) {
      for (const {box: other, owner: whose} of this.cells.get(cell) ?? []) {
        if (whose !== owner && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) {
          return false;
        }
      }
    }
    return true;
  }
}

const LABEL_HEIGHT = 15;

/** The first of four places around a node where a label of `width` is free; null where there is none. */
function placeOfLabel(room, entity, [x, y, radius], width, picture) {
  const gap = radius + 3;
  const places = [
    [x - width / 2, y + gap], [x - width / 2, y - gap - LABEL_HEIGHT],
    [x + gap + 1, y - LABEL_HEIGHT / 2], [x - gap - 1 - width, y - LABEL_HEIGHT / 2],
  ];
  for (const [left, top] of places) {
    const box = [left - 2, top, left + width + 2, top + LABEL_HEIGHT];
    if (box[0] < 0 || box[1] < 0 || box[2] > picture.width || box[3] > picture.height) continue;
    if (room.isFree(box, entity)) return box;
  }
  return null;
}

/** A long name, cut for the picture; tables have it whole. */
function shortLabel(name) {
  const letters = Array.from(name);
  return letters.length > 34 ? `${letters.slice(0, 32).join('')}…` : name;
}

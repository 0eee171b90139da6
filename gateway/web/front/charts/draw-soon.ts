const waiting: (() => void)[] = [];
let isDrawing = false;

/**
 * Draws when the page has a moment, one drawing after another, each in a task of its own: a page with many charts stays able to
 * scroll and to be typed into while they come.
 */
export function drawSoon(draw: () => void): void {
  waiting.push(draw);
  if (isDrawing) return;
  isDrawing = true;
  setTimeout(drawNext);
}

function drawNext(): void {
  waiting.shift()?.();
  isDrawing = waiting.length > 0;
  if (isDrawing) setTimeout(drawNext);
}

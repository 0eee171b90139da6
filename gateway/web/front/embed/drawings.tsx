interface Shown {
  readonly wide: string;
  readonly narrow: string;
}

/** A drawing for a wide frame and for a narrow one, as SVG, of which the style sheet shows one. */
export function Drawings(drawings: Shown) {
  return (['wide', 'narrow'] as const).map((frame) => (
    // Drawn by the code that draws it on pages: every text in it is escaped.
    <div
      key={frame}
      className={`in-${frame}`}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawings[frame] }}
    />
  ));
}

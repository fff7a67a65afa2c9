import { expect, test } from 'vitest';
import { luminanceOf } from '../../../../src/ui/card/tone.ts';

test.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgb(22, 24, 28)', 0.0092],
  ['rgba(0, 0, 0, 0.8)', 0],
  ['rgba(0, 0, 0, 0)', undefined],
  ['color(srgb 0 0 0)', undefined],
  ['', undefined],
])('%s', (colour, luminance) => {
  const found = luminanceOf(colour);
  if (luminance === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(luminance, 3);
});

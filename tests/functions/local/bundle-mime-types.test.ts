import { expect, it } from 'vitest';
import * as standIn from '../../../functions/local/bundle-mime-types.ts';

it('says what is missing when a file is attached to a mail after all', () => {
  for (const late of [standIn.detectMimeType, standIn.detectExtension]) expect(late).toThrow('media types');
});

// Sending until answered: lost answers are asked again, a no is final.
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../../../../site/src/api/client.ts';
import { untilAnswered } from '../../../../site/src/islands/training/until-answered.ts';

function trying() {
  const waited: number[] = [];
  const told: number[] = [];
  const wait = async (ms: number) => void waited.push(ms);
  return { waited, told, wait, tell: (nth: number) => void told.push(nth), pauses: [1, 2, 4] };
}

it('asks again after lost answers, tells each try, and gives the first answer that comes', async () => {
  const how = trying();
  const send = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new ApiProblem('offline'))
    .mockRejectedValueOnce(new ApiProblem('busy'))
    .mockResolvedValue('answer');
  expect(await untilAnswered(send, how)).toBe('answer');
  expect(how).toMatchObject({ waited: [1, 2], told: [2, 3] });
});

it('takes a no at once', async () => {
  const how = trying();
  const send = vi.fn(() => Promise.reject(new ApiProblem('refused')));
  await expect(untilAnswered(send, how)).rejects.toMatchObject({ code: 'refused' });
  expect(send).toHaveBeenCalledTimes(1);
});

it('says after the last try that no answer came', async () => {
  const how = trying();
  const send = vi.fn(() => Promise.reject(new ApiProblem('offline')));
  await expect(untilAnswered(send, how)).rejects.toMatchObject({ code: 'offline' });
  expect(send).toHaveBeenCalledTimes(4);
  expect(how.waited).toEqual([1, 2, 4]);
});

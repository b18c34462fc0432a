// The state of one's address: what is kept of it, what is being done about it, and what came of that. What was typed stays whatever happens.
import { useEffect, useState } from 'preact/hooks';
import type { Answer, Input } from '../../../../functions/contract/index.ts';
import { checkEmail } from '../../../../functions/domain/people/email.ts';
import type { ApiProblem, Call } from '../../api/client.ts';
import { useShell } from '../../shell/shell.tsx';
import { emailEn } from '../../words/en-email.ts';
import { type EmailWords, emailZh } from '../../words/zh-email.ts';
import { dropEmailCode } from './email-code.ts';
import type { Own } from './own.ts';

export type Contact = Answer<'changeEmail'>;
export type Change = Input<'changeEmail'>['body'];

export function useEmailWords(): EmailWords {
  return useShell().lang === 'zh' ? emailZh : emailEn;
}

interface Wanted {
  own: Own;
  call: Call;
  /** The code of a mail whose link was opened. */
  code: string | undefined;
  /** It was used, or is of no use. */
  onUsed: () => void;
}

export function useEmail({ own, call, code, onUsed }: Wanted) {
  const { toast } = useShell();
  const t = useEmailWords();
  const [contact, setContact] = useState<Contact>(own.contact);
  const { run, isBusy, problem } = useOne(setContact);
  useEffect(() => setContact(own.contact), [own]);
  const params = { person: own.id };
  const confirm = async (mailed: string) => {
    const { problem: why } = await run(() => call('confirmEmail', { params, body: { code: mailed } }));
    if (why === undefined) toast(t.done);
    // A code that did not reach the server is tried again; one that was refused never will do.
    if (why === undefined || why.code === 'refused') {
      dropEmailCode();
      onUsed();
    }
  };
  useEffect(() => {
    if (code !== undefined) void confirm(code);
  }, [code]);
  const change = async (body: Change, said: string): Promise<boolean> => {
    if (isBusy) return false;
    const { now } = await run(() => call('changeEmail', { params, body }));
    // The confirmed address, typed once more, waits for nothing.
    if (now !== undefined) toast(body.email && now.waiting === undefined ? t.stayed : said);
    return now !== undefined;
  };
  return { contact, change, confirm, isBusy, problem };
}

/** One thing at a time; its answer is the address as it is kept now. */
function useOne(onAnswer: (contact: Contact) => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const run = async (work: () => Promise<Contact>): Promise<{ now?: Contact; problem?: ApiProblem }> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const now = await work();
      onAnswer(now);
      return { now };
    } catch (error) {
      // The client throws nothing but problems.
      setProblem(error as ApiProblem);
      return { problem: error as ApiProblem };
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, problem };
}

/** What is wrong with a typed address, in words; undefined when nothing is. */
export function emailFault(text: string, t: EmailWords): string | undefined {
  const checked = checkEmail(text);
  return checked.ok ? undefined : t.faults[checked.reason];
}

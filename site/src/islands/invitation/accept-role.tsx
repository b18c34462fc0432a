// Accepting an invitation: from then on one has a role at a unit.
import type { Answer } from '../../../../functions/contract/index.ts';
import { useProfileWords } from '../profile/use-words.ts';
import { AcceptPart, type AcceptProps, useTry } from './accept.tsx';

export function AcceptRole({ code, call, onDone, onOther }: AcceptProps<Answer<'acceptInvitation'>>) {
  const t = useProfileWords();
  const { run, ...state } = useTry(() => call('acceptInvitation', { body: { code } }), onDone);
  return <AcceptPart label={t.code.role.accept} {...state} onAccept={run} onOther={onOther} />;
}

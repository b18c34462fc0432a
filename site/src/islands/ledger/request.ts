// The id of a wish: as long as it was not answered, the same body keeps its id, so that sending it again has no second effect. Pure.

interface Requests {
  idOf(body: object): string;
  /** It was answered: the same body again is another wish. */
  done(): void;
}

export function requests(newId: () => string): Requests {
  let last: { text: string; id: string } | undefined;
  return {
    idOf(body) {
      const text = JSON.stringify(body);
      if (last?.text !== text) last = { text, id: newId() };
      return last.id;
    },
    done() {
      last = undefined;
    },
  };
}

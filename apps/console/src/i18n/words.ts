/** Sentences under the keys of a part of the English dictionary: exactly these, in every language. */
export type Words<Part> = Readonly<Record<keyof Part, string>>;

/** A title for readers of the languages that the services do not write in. */
export type Titles = Readonly<Record<'ru' | 'kk', string>>;

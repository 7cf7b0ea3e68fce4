import { routedMessages, routeOf, topics } from './index.js';

describe('topic catalogue', () => {
  const names = new Set(topics.map((topic) => topic.name));

  it.each(routedMessages.map((message) => message.typeName))(
    '%s travels on a topic of the catalogue',
    (typeName) => {
      expect(names).toContain(routeOf(typeName).topic);
    },
  );

  it('names each topic once', () => {
    expect(names.size).toBe(topics.length);
  });
});

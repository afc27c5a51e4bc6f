import { expect, test } from 'vitest';
import { parseRedisUrl } from '../../../../pipelines/queue/redisUrl.ts';

test.each([
  ['redis://h', { kind: 'single', url: 'redis://h' }],
  ['rediss://u:p@h:6380/2', { kind: 'single', url: 'rediss://u:p@h:6380/2' }],
  [
    'redis+sentinel://u:p%40@a:26380,b/hub/3',
    {
      kind: 'sentinel',
      nodes: [
        { host: 'a', port: 26380 },
        { host: 'b', port: 26379 },
      ],
      name: 'hub',
      auth: { username: 'u', password: 'p@', db: 3 },
    },
  ],
  [
    'redis+cluster://u:p@a:7000,b',
    {
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 7000 },
        { host: 'b', port: 6379 },
      ],
      auth: { username: 'u', password: 'p' },
    },
  ],
  ['redis+cluster://secret@a', { kind: 'cluster', nodes: [{ host: 'a', port: 6379 }], auth: { password: 'secret' } }],
])('%s is read with its hosts, its default ports and its credentials', (url, target) => {
  expect(parseRedisUrl(url)).toEqual(target);
});

test.each(['http://h', 'redis+sentinel://a,b', 'redis+cluster://a:0', 'redis+cluster://a:x', 'h:6379', ''])(
  '"%s" is refused by name',
  (url) => {
    expect(() => parseRedisUrl(url)).toThrow(/^REDIS_URL/);
  },
);

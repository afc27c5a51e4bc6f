/** Which of `count` partitions a subject of a connection belongs to: 32-bit FNV-1a, the same in every process. */
export function partitionOf(connection: string, subject: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < connection.length; i++) hash = Math.imul(hash ^ connection.charCodeAt(i), 0x01000193);
  for (let i = 0; i < subject.length; i++) hash = Math.imul(hash ^ subject.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % count;
}

import { type Plan, titleOf } from './plan.ts';
import { RECORDS } from './records.ts';

/** The page that its users read, with what is left to do for its writer. */
export function readmeFile(plan: Plan): string {
  const { skills, vendor } = plan;
  const operations = vendor.operations ?? [];
  const seen =
    operations.length > 0
      ? `\nThe vendor's description names these operations:\n\n${operations.map((one) => `- \`${one}\``).join('\n')}\n`
      : '';
  const files = skills.map(
    (skill) =>
      `| \`${skill}.ts\` | ${skill in RECORDS ? "the vendor's record as `Wire`, and the canonical document made of it" : 'the request, and what its answer means'} |`,
  );
  return `# ${titleOf(plan)}

${skills.join(', ')}. It speaks to a plain JSON API until its vendor's own is put in, file by file:

| File | What to put in |
|---|---|
| \`settings.ts\` | what a user enters, in the vendor's words |
| \`index.ts\` | address, authorization, limits, the cheapest call that needs credentials |
${files.join('\n')}
| \`simulator.ts\` | the vendor's answers and habits |
| \`fixtures/\` | what the vendor really sends, redacted |

Its conformance is in \`conformance.ts\`; it passes as it is, and must pass after every step.
${seen}`;
}

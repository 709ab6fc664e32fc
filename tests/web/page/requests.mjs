// SPDX-License-Identifier: BSL-1.0
// Requests to type and paste.

export const SECRET = "secret-of-acme-7f3a";

/** A request that breaks no rule, with what is to be different. */
export const request = (changes = {}) =>
  JSON.stringify(
    {
      configuration: {
        crawlerConfiguration: { roleArn: "arn:aws:iam::123456789012:role/SecurityLakeCrawler" },
        providerIdentity: { externalId: SECRET, principal: "123456789012" },
      },
      eventClasses: ["PROCESS_ACTIVITY"],
      sourceName: "acme-edr",
      ...changes,
    },
    null,
    2,
  );

/** One that is as long as that, in lines, and whose event classes are too many. */
export function longRequest(size) {
  const text = request();
  const room = size - text.length;
  const line = '\n    "PROCESS_ACTIVITY",';
  return text.replace('\n    "PROCESS_ACTIVITY"', line.repeat(Math.floor(room / line.length)) + '\n    "PROCESS_ACTIVITY"');
}

/** The first page: what takes days when it is noticed too late. */
export const BEFORE_YOU_START = `Leadhand's set-up. Before you start, you need:

  1. A computer that is always on and reaches the internet: Leadhand runs there.

  2. An API user of SingleOps, for each of your accounts. Send this to SingleOps support:

       Please set up an API user for the Lead Entry API in our account, and
       send us its email address and token. Please also tell us:
       - the number of our lead visit stage, if it isn't 8;
       - whether the API's phone search also looks at mobile numbers.

  3. An owner or admin of your Slack, to approve the app if your workspace asks for that.

What you answer is kept in the file .env after each part. You can stop with
Ctrl-C and run this again: Enter keeps what is there.`

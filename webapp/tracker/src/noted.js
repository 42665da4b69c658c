/*
 * For parts: are the calls made now those that were noted until the part came? These are made in the turn in which it comes, and what
 * was so when they were asked for may have changed since.
 */
export let noted = true;
Promise.resolve().then(() => {
  noted = false;
});

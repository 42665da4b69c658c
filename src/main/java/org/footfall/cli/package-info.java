/**
 * The command line: {@code footfall serve}, and what operators do by hand.
 *
 * <p>Owns the commands, their texts and exit codes: 0 done, 1 failed (one plain sentence on
 * standard error), 2 called in a wrong way. Refuses to show stack traces unless asked with {@code
 * -v}. Everything it does goes through the same parts the server is wired of.
 */
package org.footfall.cli;

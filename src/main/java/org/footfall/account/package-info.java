/**
 * People, their passwords, their tokens, and what they may do with which site.
 *
 * <p>Owns the tables {@code account}, {@code account_right} and {@code api_token}, and the limits
 * on guessing passwords. Passwords are kept as Argon2id, tokens as SHA-256; neither is ever logged.
 * Hands on a {@link org.footfall.account.Caller}. Refuses to know how a password or token came in,
 * and what a session is.
 */
package org.footfall.account;

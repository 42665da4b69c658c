/**
 * Settings: declared in code by the package that obeys them, given by operators in TOML files.
 *
 * <p>Owns the declaration ({@link org.footfall.config.Setting}), the reading of {@code
 * footfall.toml} and {@code conf.d/*.toml} with all problems found at once, and the commented
 * sample file made from the declarations. Refuses unknown keys, values out of range and half-read
 * files. Hands on typed values ({@link org.footfall.config.Config#get}); knows no setting itself.
 */
package org.footfall.config;

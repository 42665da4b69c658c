package org.footfall.config;

/** How one type of value is written in TOML. */
interface Kind<T> {
  /** The value of what the TOML parser found. */
  T read(Object toml) throws BadValue;

  /** The value as TOML. */
  String write(T value);
}

package org.footfall.codec;

/** Makes the exception that says which stored thing is damaged, and how. */
@FunctionalInterface
public interface Damage {
  RuntimeException of(String what);
}

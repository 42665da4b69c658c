/**
 * The way to the database: one pool, transactions in three shapes, SQL kept in files, migrations.
 *
 * <p>Owns the MariaDB driver, the connection pool and Flyway, and turns their failures into one
 * {@link org.footfall.store.DatabaseException} whose message names the fix. Refuses to know any
 * table but Flyway's own: each package keeps its statements beside its {@code Store} class and its
 * migrations under {@code db/migration}. Hands on plain JDBC connections and {@link
 * org.footfall.store.Query}, which keeps the stores short.
 */
package org.footfall.store;

/**
 * The visit log as Parquet files, for programs that do not read our segments.
 *
 * <p>Owns the subset of the Parquet format that we write ({@link
 * org.footfall.visitlog.parquet.ParquetFile}) and which column of the log becomes which column of a
 * file ({@link org.footfall.visitlog.parquet.ParquetExport}). Uses what every reader of the log may
 * use; writes only.
 */
package org.footfall.visitlog.parquet;

package org.footfall.visitlog.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.footfall.visitlog.parquet.Chunk.Bounds;
import org.footfall.visitlog.parquet.Chunk.Coded;

/**
 * Writes a Parquet file, the part of the format that flat tables need. (The usual library for it
 * cannot even be compiled against without Hadoop.)
 *
 * <pre>
 *   "PAR1"
 *   row groups: for each column its chunk, which is
 *     a page with the distinct values (unless the values are stored as they are)
 *     pages of data: where values are absent (runs), then codes (width, runs) or values
 *   footer: schema, place and size of every chunk
 *   length of the footer                               4 bytes
 *   "PAR1"
 * </pre>
 *
 * <p>A page is a header and its content as a zstd frame, under a CRC-32. Headers and footer are
 * Thrift structs. Source: the specification in github.com/apache/parquet-format. Only the rows of
 * one group are held, and of groups written some bytes a column for the footer.
 */
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ZSTD = 6;
  private static final int ZSTD_LEVEL = 3;
  private static final int PLAIN = 0;
  private static final int RUNS = 3;
  private static final int CODES = 8;
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final int PAGE_ROWS = 20_000;

  private final OutputStream out;
  private final List<Chunk> columns;
  private final List<byte[]> groups = new ArrayList<>();
  private long position;
  private long rows;

  /** The caller closes the stream. */
  ParquetFile(OutputStream out, List<? extends Chunk> columns) throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    write(MAGIC);
  }

  /** Writes what the chunks hold as a row group, and clears them. */
  void writeGroup() throws IOException {
    int held = columns.get(0).rows();
    if (held == 0) {
      return;
    }
    long start = position;
    long unpacked = 0;
    List<byte[]> chunks = new ArrayList<>();
    for (Chunk column : columns) {
      ChunkSize size = new ChunkSize(position);
      writeChunk(column, size);
      unpacked += size.unpacked;
      chunks.add(new Thrift().i64(2, size.start).struct(3, metadata(column, size)).toBytes());
      column.clear();
    }
    rows += held;
    groups.add(
        new Thrift()
            .structs(1, chunks)
            .i64(2, unpacked)
            .i64(3, held)
            .i64(5, start)
            .i64(6, position - start)
            .toBytes());
  }

  /** Writes the last row group and the footer. */
  void finish() throws IOException {
    writeGroup();
    List<byte[]> schema = new ArrayList<>();
    List<byte[]> orders = new ArrayList<>();
    schema.add(new Thrift().text(4, "log").i32(5, columns.size()).toBytes());
    for (Chunk column : columns) {
      schema.add(column.kind().schema(column.name(), column.optional()).toBytes());
      orders.add(new Thrift().struct(1, new Thrift()).toBytes());
    }
    byte[] footer =
        new Thrift()
            .i32(1, 2)
            .structs(2, schema)
            .i64(3, rows)
            .structs(4, groups)
            .text(6, "Footfall")
            .structs(7, orders)
            .toBytes();
    write(footer);
    write(new Bytes().little(footer.length, Integer.BYTES).put(MAGIC).toByteArray());
  }

  /** Where a chunk lies and how big it is. */
  private static final class ChunkSize {
    final long start;
    long data;
    long unpacked;
    boolean coded;

    ChunkSize(long start) {
      this.start = start;
    }
  }

  private void writeChunk(Chunk column, ChunkSize size) throws IOException {
    Optional<Coded> coded = column.coded();
    size.coded = coded.isPresent();
    if (coded.isPresent()) {
      Thrift head = new Thrift().i32(1, coded.get().size()).i32(2, PLAIN);
      writePage(DICTIONARY_PAGE, 7, head, coded.get().plain(), size);
    }
    size.data = position;
    int value = 0;
    for (int row = 0; row < column.rows(); row += PAGE_ROWS) {
      int end = Math.min(column.rows(), row + PAGE_ROWS);
      Bytes page = new Bytes();
      int next = value + end - row;
      if (column.optional()) {
        next = value;
        for (int i = row; i < end; i++) {
          next += column.levels()[i];
        }
        Bytes levels = new Bytes();
        RunLengths.encode(column.levels(), row, end, 1, levels);
        page.sized(levels.toByteArray());
      }
      if (coded.isPresent()) {
        int width = RunLengths.width(coded.get().size() - 1);
        page.write(width);
        RunLengths.encode(coded.get().codes(), value, next, width, page);
      } else {
        column.plain(value, next, page);
      }
      value = next;
      Thrift head =
          new Thrift()
              .i32(1, end - row)
              .i32(2, coded.isPresent() ? CODES : PLAIN)
              .i32(3, RUNS)
              .i32(4, RUNS);
      writePage(DATA_PAGE, 5, head, page.toByteArray(), size);
    }
  }

  private void writePage(int type, int field, Thrift head, byte[] content, ChunkSize size)
      throws IOException {
    byte[] packed;
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      packed = zstd.setLevel(ZSTD_LEVEL).compress(content);
    }
    CRC32 crc = new CRC32();
    crc.update(packed);
    byte[] header =
        new Thrift()
            .i32(1, type)
            .i32(2, content.length)
            .i32(3, packed.length)
            .i32(4, (int) crc.getValue())
            .struct(field, head)
            .toBytes();
    write(header);
    write(packed);
    size.unpacked += header.length + content.length;
  }

  private Thrift metadata(Chunk column, ChunkSize size) {
    Thrift metadata =
        new Thrift()
            .i32(1, column.kind().physical())
            .numbers(2, size.coded ? List.of(PLAIN, RUNS, CODES) : List.of(PLAIN, RUNS))
            .texts(3, List.of(column.name()))
            .i32(4, ZSTD)
            .i64(5, column.rows())
            .i64(6, size.unpacked)
            .i64(7, position - size.start)
            .i64(9, size.data);
    if (size.coded) {
      metadata.i64(11, size.start);
    }
    Thrift statistics = new Thrift().i64(3, column.rows() - (long) column.values());
    Optional<Bounds> bounds = column.bounds();
    if (bounds.isPresent()) {
      statistics.binary(5, bounds.get().highest()).binary(6, bounds.get().lowest());
    }
    return metadata.struct(12, statistics);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}

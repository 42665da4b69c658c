package org.footfall.tracking;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.footfall.site.SiteId;

/**
 * The last snapshot, as JSON in the state directory, so that hits are taken while the database is
 * away. Readable by its owner only, because it holds hashes of tokens, salts and the secret.
 * Written beside the old one and then renamed: a crash leaves the old or the new, never half.
 */
final class SnapshotFile {
  private static final ObjectMapper JSON = mapper();

  private final Path file;
  private byte[] written = {};

  SnapshotFile(Path folder) {
    this.file = folder.resolve("snapshot.json");
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Writes it unless the file has it already. */
  void save(SnapshotData data) throws IOException {
    byte[] json = JSON.writeValueAsBytes(data);
    if (Arrays.equals(json, written)) {
      return;
    }
    Path fresh = file.resolveSibling("snapshot.json.new");
    Files.deleteIfExists(fresh);
    try (FileChannel out =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(json);
      while (bytes.hasRemaining()) {
        int unused = out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    written = json;
  }

  /** What was written last, maybe by an earlier run; nothing when there is no file. */
  Optional<SnapshotData> load() throws IOException {
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readAllBytes(file), SnapshotData.class))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static ObjectMapper mapper() {
    SimpleModule texts = new SimpleModule("texts", Version.unknownVersion());
    text(texts, Instant.class, Instant::parse);
    text(texts, LocalDate.class, LocalDate::parse);
    text(texts, ZoneId.class, ZoneId::of);
    text(texts, SiteId.class, value -> new SiteId(Integer.parseInt(value)));
    return JsonMapper.builder().addModule(texts).build();
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(
        type,
        new StdScalarDeserializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.getText());
          }
        });
    module.addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return read.apply(key);
          }
        });
  }
}

package org.footfall.config;

import java.util.List;

/**
 * The commented configuration, made from the declarations: every setting with its sentence, its
 * range and its default, all commented out, so that it says what holds when nothing is changed.
 */
public final class SampleFile {
  private static final int WIDTH = 98;

  private SampleFile() {}

  /** The whole file. */
  public static String of(List<Setting<?>> settings) {
    StringBuilder out = new StringBuilder();
    comment(
        out,
        "Footfall's configuration. Every setting stands here with its default. To change one,"
            + " remove the # before its name, or write it into a file of your own in conf.d beside"
            + " this one (*.toml, read in the order of their names; what is said later counts)."
            + " Check with: footfall config check");
    comment(
        out,
        "Times are written \"500 ms\", \"30 s\", \"10 min\", \"2 h\", \"7 days\"; sizes \"64 kB\","
            + " \"512 MB\", \"2 GB\". A secret can be kept in a file of its own: give the path as"
            + " <name>_file.");
    comment(
        out,
        "Settings marked (reload) take effect with \"systemctl reload footfall\", all others with"
            + " a restart.");
    settings.stream()
        .map(Setting::group)
        .distinct()
        .forEach(
            group -> {
              out.append("\n[").append(group).append("]\n");
              settings.stream()
                  .filter(setting -> setting.group().equals(group))
                  .forEach(setting -> setting(out, setting));
            });
    return out.toString();
  }

  private static void setting(StringBuilder out, Setting<?> setting) {
    String range = setting.range().isEmpty() ? "" : " " + upper(setting.range()) + ".";
    String secret = setting.isSecret() ? " Or: " + setting.name() + "_file." : "";
    String reload = setting.isReloadable() ? " (reload)" : "";
    out.append('\n');
    comment(out, setting.sentence() + range + secret + reload);
    out.append('#').append(setting.name()).append(" = ").append(setting.example()).append('\n');
  }

  private static String upper(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static void comment(StringBuilder out, String text) {
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      String before = column == 0 ? "# " : " ";
      out.append(before).append(word);
      column += before.length() + word.length();
    }
    out.append('\n');
  }
}

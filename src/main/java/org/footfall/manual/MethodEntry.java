package org.footfall.manual;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A method as the manual has it.
 *
 * @param name {@code Module.action}
 * @param sentence what it answers or does
 * @param parameters its own, in order
 * @param ofTable whether it also takes the parameters of tables
 * @param changes whether it changes something
 */
public record MethodEntry(
    String name, String sentence, List<Parameter> parameters, boolean ofTable, boolean changes) {
  public MethodEntry {
    parameters = List.copyOf(parameters);
  }

  public String module() {
    return name.substring(0, name.indexOf('.'));
  }

  public String action() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** A question that can be asked as it is, with what the method cannot do without. */
  public String question(String site) {
    StringBuilder question = new StringBuilder("module=API&method=").append(name);
    for (Parameter parameter : parameters) {
      if (parameter.required()) {
        boolean ofSite = parameter.name().equals("idSite");
        boolean numbered = parameter.kind() == Parameter.Kind.NUMBERED;
        String value = ofSite ? site : parameter.example();
        question
            .append('&')
            .append(parameter.name())
            .append(numbered ? "[0]=" : "=")
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return question.append("&format=JSON").toString();
  }
}

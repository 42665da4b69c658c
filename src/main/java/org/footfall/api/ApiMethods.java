package org.footfall.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.footfall.manual.Manual;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;

/** The table of all methods by {@code Module.action}. */
final class ApiMethods {
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9_]{1,60})\\.([A-Za-z0-9_]{1,80})");

  /** What clients of Matomo may ask for, and will get one day. */
  private static final Set<String> NOT_YET = Set.of("ImageGraph", "ScheduledReports");

  private final Manual manual = Manual.load();
  private final Map<String, ApiMethod> methods = new TreeMap<>();

  void add(String name, ApiMethod method) {
    if (methods.put(name, method) != null) {
      throw new IllegalStateException("the method " + name + " is there twice");
    }
  }

  Answer answer(ApiCall call) throws ApiException {
    ApiMethod method = find(call.method());
    Optional<MethodEntry> entry = manual.find(call.method());
    if (entry.isPresent()) {
      requireAll(entry.get(), call.parameters());
    }
    UniqueVisitors.check(call.parameters());
    return method.answer(call);
  }

  /** What a method cannot do without is missed before anybody's rights are looked at. */
  private static void requireAll(MethodEntry entry, ApiParameters sent) throws ApiException {
    for (Parameter parameter : entry.parameters()) {
      if (parameter.required() && !sent.has(parameter.name())) {
        throw ApiException.missing(parameter.name());
      }
    }
  }

  /** Whether the method is one that changes nothing, and asks no others that might. */
  boolean onlyReads(String name) {
    return !name.equals(ApiDispatcher.BULK)
        && manual.find(name).filter(entry -> !entry.changes()).isPresent();
  }

  /** What can be asked. */
  Manual manual() {
    return manual.of(methods.keySet());
  }

  Map<String, ApiMethod> all() {
    return methods;
  }

  private ApiMethod find(String name) throws ApiException {
    ApiMethod method = methods.get(name);
    if (method != null) {
      return method;
    }
    if (!NAME.matcher(name).matches()) {
      throw ApiException.of(400, "The parameter 'method' must look like 'Module.action'.");
    }
    String module = name.substring(0, name.indexOf('.'));
    if (NOT_YET.contains(module)) {
      throw ApiException.of(400, "Methods of " + module + " are not supported yet.");
    }
    if (methods.keySet().stream().noneMatch(known -> known.startsWith(module + "."))) {
      throw ApiException.of(
          "The plugin "
              + module
              + " is not enabled. You can activate the plugin on Settings &gt; Plugins page in"
              + " Matomo.");
    }
    throw ApiException.of(
        400,
        "The method '"
            + name.substring(name.indexOf('.') + 1)
            + "' does not exist or is not available in the module '\\Piwik\\Plugins\\"
            + module
            + "\\API'.");
  }
}

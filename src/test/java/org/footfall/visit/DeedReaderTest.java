package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.codec.Told;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Extraction;
import org.footfall.site.CustomDimension.Origin;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.Goal;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.time.ZoneHistory;
import org.footfall.tracking.TrackingRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a request to what was done; the samples are one a line in {@code deeds.tsv}. */
class DeedReaderTest {
  private static final SiteId SITE = new SiteId(1);
  private static final SiteRules RULES =
      new SiteRules(
          new Site(
              SITE,
              "shop",
              List.of("http://example.org"),
              "website",
              "",
              Instant.EPOCH,
              ZoneHistory.of(ZoneId.of("UTC")),
              "EUR",
              true,
              true,
              List.of("q", "query"),
              List.of("cat"),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Site.KeepFragment.DEFAULT,
              false,
              ""),
          new InstanceSettings(Map.of()),
          List.of(goal(1, Goal.Subject.MANUALLY, Goal.PatternKind.NONE, "")),
          List.of(
              dimension(1, Scope.VISIT, 1),
              dimension(2, Scope.ACTION, 1, new Extraction(Origin.URL, "/product/(\\d+)")),
              dimension(3, Scope.ACTION, 2, new Extraction(Origin.URLPARAM, "lang")),
              dimension(
                  4,
                  Scope.ACTION,
                  3,
                  new Extraction(Origin.ACTION_NAME, "none"),
                  new Extraction(Origin.ACTION_NAME, "^(\\w+):")),
              new CustomDimension(SITE, 5, "off", Scope.ACTION, 4, false, List.of(), true)));

  static Goal goal(int id, Goal.Subject subject, Goal.PatternKind kind, String pattern) {
    return new Goal(
        SITE,
        id,
        new Goal.Wish("goal", "", subject, pattern, kind, false, false, new BigDecimal("5"), false),
        false);
  }

  private static CustomDimension dimension(int id, Scope scope, int slot, Extraction... from) {
    return new CustomDimension(SITE, id, "d" + id, scope, slot, true, List.of(from), true);
  }

  static Stream<String> samples() throws IOException {
    try (var in = DeedReaderTest.class.getResourceAsStream("deeds.tsv")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRequestTellsWhatWasDone(String line) {
    String[] cells = line.split("\t", -1);
    TrackingRequest request = request(parameters(cells[0]));
    Deed deed = read(request);
    assertThat(List.of(deed.kind().name(), deed.url().toString(), deed.name(), text(deed.detail())))
        .isEqualTo(List.of(cells[1], cells[2], cells[3], cells[4]));
  }

  @Test
  void timingsThatAreToldAreKeptAndOthersAreNot() {
    Deed deed =
        read(request(Map.of("pf_net", "0", "pf_srv", "120", "pf_tfr", "-1", "pf_onl", "16777216")));
    assertThat(deed.timings().get(0)).isEqualTo(Told.number(0));
    assertThat(deed.timings().get(1)).isEqualTo(Told.number(120));
    assertThat(deed.timings().get(2)).isEqualTo(Told.NOTHING);
    assertThat(deed.timings().get(5)).isEqualTo(Told.NOTHING);
    assertThat(read(request(Map.of("url", "http://a.org"))).timings().isEmpty()).isTrue();
  }

  @Test
  void aDimensionIsWhatWasSentOrElseWhatIsFoundInTheHit() {
    Custom found =
        RULES.custom(
            request(
                Map.of(
                    "url", "http://example.org/product/17?lang=pt%20br",
                    "action_name", "Shop: chair",
                    "dimension1", "gold",
                    "dimension5", "off",
                    "dimension9", "none such")));
    assertThat(found.visit().get(0)).isEqualTo("gold");
    assertThat(found.action().get(0)).isEqualTo("17");
    assertThat(found.action().get(1)).isEqualTo("pt br");
    assertThat(found.action().get(2)).isEqualTo("Shop");
    assertThat(found.action().get(3)).isNull();
    Custom sent =
        RULES.custom(
            request(Map.of("url", "http://example.org/product/17", "dimension2", "x".repeat(300))));
    assertThat(sent.action().get(0)).isEqualTo("x".repeat(250));
    Custom cleared = RULES.custom(request(Map.of("dimension1", "")));
    assertThat(cleared.visit().get(0)).isEmpty();
    assertThat(cleared.visit().over(found.visit()).get(0)).isEmpty();
    assertThat(Slots.NONE.over(found.visit()).get(0)).isEqualTo("gold");
  }

  @Test
  void customVariablesMayBeWrittenAsHtml() {
    Custom custom =
        RULES.custom(
            request(Map.of("cvar", "{\"1\":[\"a &amp; b\",\"say &quot;&lt;i&gt;&#039;&quot;\"]}")));
    assertThat(custom.actionVariables().get(0)).isEqualTo("a & b");
    assertThat(custom.actionVariables().get(1)).isEqualTo("say \"<i>'\"");
  }

  @Test
  void customVariablesOfAnyOtherShapeAreNotTold() {
    Custom custom =
        RULES.custom(
            request(
                Map.of(
                    "_cvar",
                    "{\"1\":[\"type\",\"new\"],\"2\":[\"\",\"x\"],\"3\":\"y\",\"6\":[\"a\",\"b\"],"
                        + "\"5\":[\"n\",7]}",
                    "cvar",
                    "{\"1\":[\"page\",\"p\"],\"2\":[\"page\",\"q\"]}",
                    "e_cvar",
                    "{\"2\":[\"event\",\"e\"]}")));
    assertThat(
            Stream.of(0, 1, 2, 3, 4, 5, 8, 9)
                .map(custom.visitVariables()::get)
                .map(String::valueOf))
        .containsExactly("type", "new", "null", "null", "null", "null", "n", "7");
    assertThat(Stream.of(0, 1, 2, 3).map(custom.actionVariables()::get))
        .containsExactly("page", "p", "event", "e");
    for (String broken : new String[] {"[]", "{", "null", "{\"1\":null}", "{\"1\":[\"a\"]}"}) {
      assertThat(RULES.custom(request(Map.of("_cvar", broken)))).isEqualTo(Custom.NONE);
    }
  }

  @Property(tries = 500)
  void anyTextsAreReadWithoutAnException(
      @ForAll String items, @ForAll String variables, @ForAll String text) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ec_items", "[[" + items);
    all.put("_cvar", "{" + variables);
    all.put("_pkc", items);
    for (String name : List.of("url", "search", "e_c", "e_a", "c_n", "revenue", "idgoal", "e_v")) {
      all.put(name, text);
      TrackingRequest request = request(all);
      assertThat(read(request).kind()).isNotNull();
      assertThat(RULES.custom(request)).isNotNull();
    }
  }

  private static Deed read(TrackingRequest request) {
    ActionKind kind = RULES.actions().kind(request, RULES.site(), request.parameter("url"));
    return RULES.deeds().read(request, kind);
  }

  private static TrackingRequest request(Map<String, String> parameters) {
    return new TrackingRequest(
        SITE, Instant.EPOCH, parameters, "", "", Map.of(), new byte[0], 0, "", false);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String text(Detail detail) {
    if (detail instanceof Detail.Search search) {
      return "category=" + search.category() + " count=" + told(search.count());
    } else if (detail instanceof Detail.Event event) {
      return "category=%s action=%s value=%s"
          .formatted(event.category(), event.action(), told(event.value()));
    } else if (detail instanceof Detail.Content content) {
      return "name=%s piece=%s target=%s interaction=%s"
          .formatted(content.name(), content.piece(), content.target(), content.interaction());
    } else if (detail instanceof Detail.Product product) {
      return "sku=%s name=%s categories=%s price=%s"
          .formatted(product.sku(), product.name(), product.categories(), told(product.price()));
    } else if (detail instanceof Detail.Goal goal) {
      return "goal=" + goal.goal() + " revenue=" + goal.revenue();
    } else if (detail instanceof Detail.Order order) {
      return "order=%s %d %d %d %d %d %s"
          .formatted(
              order.id(),
              order.revenue(),
              order.subtotal(),
              order.tax(),
              order.shipping(),
              order.discount(),
              order.items().replace('\t', '|').replace('\n', '~'));
    }
    return "";
  }

  private static String told(long stored) {
    return Told.isThere(stored) ? Long.toString(Told.value(stored)) : "none";
  }
}

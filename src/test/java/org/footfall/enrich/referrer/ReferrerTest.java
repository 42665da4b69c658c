package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReferrerTest {
  private static final ReferrerParser PARSER = new ReferrerParser(KnownReferrers.load());
  private static final String PAGE = "http://example.org/page";
  private static final List<String> OWN = List.of("http://example.org", "http://b.net/shop");
  private static final SiteReferrers SITE =
      TestSite.of(OWN, List.of("pay.example", ".bank.example", "x.org/path"));

  private static Referrer parse(String page, String referrer) {
    return PARSER.parse(page, referrer, Map.of(), SITE);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "referrers.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      nullValues = "-",
      maxCharsPerColumn = 8_000)
  void findsOutWhereVisitsComeFrom(
      String page,
      String referrer,
      String parameters,
      ReferrerType type,
      String name,
      String keyword,
      String campaign) {
    String sent = text(referrer);
    Referrer found =
        PARSER.parse(page == null ? PAGE : page, sent, parameters(text(parameters)), SITE);
    boolean direct = type == ReferrerType.DIRECT;
    assertThat(found)
        .isEqualTo(
            new Referrer(
                type, text(name), text(keyword), direct ? "" : sent, campaign(text(campaign))));
  }

  /** Some write parameters as a part of the path. */
  @Test
  void parametersOfAPathAreAQuery() {
    String sent = "http://images.search.yahoo.com/search/images;_ylt=A2?p=Kia%20Ora";
    assertThat(parse(PAGE, sent).url())
        .isEqualTo("http://images.search.yahoo.com/search/images?_ylt=A2&p=Kia%20Ora");
    assertThat(parse(PAGE, "http://x.net/a;b=1;c=2#d").url()).isEqualTo("http://x.net/a?b=1&c=2#d");
    assertThat(parse(PAGE, "http://x.net/a;b=1?").url()).isEqualTo("http://x.net/a?b=1");
    for (String other :
        List.of("http://x.net/a;b/c=1", "http://x.net/a;b?c=1", "http://x.net/?a;b=1")) {
      assertThat(parse(PAGE, other).url()).isEqualTo(other);
    }
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private static Map<String, String> parameters(String pairs) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Arrays.stream(pairs.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> parameters.put(pair[0], pair[1]));
    return parameters;
  }

  private static Campaign campaign(String fields) {
    if (fields.isEmpty()) {
      return Campaign.NONE;
    }
    String[] each = fields.split("\\|", -1);
    return new Campaign(each[0], each[1], each[2], each[3], each[4], each[5]);
  }

  @Test
  void pagesAreToldApartWithoutAnyCampaignParameter() {
    assertThat(CampaignParameters.ALL)
        .contains("utm_source", "mtm_cid", "utm_id", "pk_kwd", "mtm_placement", "piwik_group")
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsNoMoreOfTextsThanReportsShow() {
    Referrer referrer =
        parse(
            "http://example.org/?mtm_campaign=" + "ä".repeat(400) + "&mtm_group=" + "g".repeat(400),
            "http://x.net/" + "y".repeat(3_000));
    assertThat(referrer.name()).isEqualTo("ä".repeat(ReferrerParser.MAX_NAME));
    assertThat(referrer.campaign().group()).hasSize(ReferrerParser.MAX_NAME);
    assertThat(referrer.url()).hasSize(ReferrerParser.MAX_URL);
    assertThat(parse(PAGE, "http://x.net/?" + "a.".repeat(5_000)).url())
        .hasSize(ReferrerParser.MAX_URL);
  }

  @Test
  void noPlaceIsSharedByHostsTooLongForTheDomainNameSystem() {
    assertThat(parse(PAGE, "http://" + "a.".repeat(200) + "facebook.com/").type())
        .isEqualTo(ReferrerType.WEBSITE);
  }

  /** A second is what one look at each character for each pair would take, many times over. */
  @Test
  @Timeout(1)
  void manyNamesWithoutValuesCostNoMoreThanTheirLength() {
    assertThat(parse("http://example.org/?" + "mtm_&".repeat(1 << 20), ""))
        .isEqualTo(Referrer.DIRECT);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> part =
        Arbitraries.of(
            "http://",
            "//",
            "www.",
            "google.com",
            "chatgpt.com",
            "fb.me",
            ".",
            "/",
            "/search",
            "?",
            "q=",
            "&",
            "#",
            "mtm_campaign=",
            "utm_source=",
            "=",
            "%",
            "%e4",
            "%F0%9F",
            "+",
            "@",
            ":",
            "[",
            "]",
            "*",
            "\0",
            "\ud83d",
            "ignore_referrer=1",
            "android-app://",
            "ß",
            "İ");
    return part.array(String[].class)
        .ofMinSize(0)
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5_000, seed = "20261126")
  void anyAddressHasAReferrerWithinLimits(
      @ForAll("addresses") String page, @ForAll("addresses") String referrer) {
    check(page, referrer);
  }

  @Property(tries = 2_000, seed = "20261123")
  void anyTextHasAReferrerWithinLimits(@ForAll String page, @ForAll String referrer) {
    check(page, referrer);
    check("http://" + page, "http://" + referrer);
  }

  private static void check(String page, String url) {
    Referrer referrer = parse(page, url);
    assertThat(referrer.url().length()).isLessThanOrEqualTo(ReferrerParser.MAX_URL);
    for (String text : List.of(referrer.name(), referrer.keyword(), referrer.url())) {
      assertThat(text.chars()).noneMatch(Character::isISOControl);
    }
    assertThat(referrer.name().isEmpty()).isEqualTo(referrer.type() == ReferrerType.DIRECT);
    for (ReferrerPrivacy privacy : ReferrerPrivacy.values()) {
      assertThat(privacy.strip(referrer).type()).isEqualTo(referrer.type());
    }
    assertThat(PARSER.attribution(referrer, Map.of("_ref", url, "_rcn", page), SITE)).isNotNull();
  }
}

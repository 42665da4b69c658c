package org.footfall.bench;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.footfall.enrich.device.GoldenSample;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.Goal;
import org.footfall.site.Goal.PatternKind;
import org.footfall.site.Goal.Subject;
import org.footfall.site.GoalStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.SiteId;
import org.footfall.testing.Installation;
import org.footfall.tracking.TrackingRequest;

/**
 * Turns page views of {@link BenchTraffic} into all sorts: of a hundred hits 20 are events, 10 site
 * searches (half of them told, half found in the address), one a goal met by hand, the others page
 * views as they were. All carry custom dimensions; visitors have one of 2,000 user agents, with
 * client hints where the sample has them, and addresses all over the world, looked up in the
 * countries that come along.
 */
final class BenchMix implements UnaryOperator<TrackingRequest> {
  static final String TITLE = "20 % events, 10 % searches, 5 goals, 5 dimensions, 2,000 agents";
  private static final String[] CATEGORIES = {"Basket", "Filter", "Video", "Share"};
  private static final String[] ACTIONS = {"add", "remove", "open", "close", "play", "pause"};
  private static final String[] ACCOUNTS = {"guest", "guest", "guest", "member", "editor"};

  private final List<GoldenSample.Agent> agents = BenchAgents.all();
  private final PlaceLookup places = PlaceLookup.builtin();
  private final SplittableRandom random = new SplittableRandom(20261126L);

  /** Gives a site the goals and dimensions that the hits mean; a server that starts knows them. */
  static void settle(Installation all, SiteId site) {
    GoalStore goals = new GoalStore(all.database(), new LocalChanges());
    goals.add(site, wish(Subject.URL, "chocolate-spread", PatternKind.CONTAINS));
    goals.add(site, wish(Subject.URL, "/(label|ingredient)/\\d+7/", PatternKind.REGEX));
    goals.add(site, wish(Subject.TITLE, "olive oil", PatternKind.CONTAINS));
    goals.add(site, wish(Subject.EVENT_CATEGORY, "Basket", PatternKind.EXACT));
    goals.add(site, wish(Subject.MANUALLY, "", PatternKind.NONE));
    CustomDimensionStore dimensions = new CustomDimensionStore(all.database(), new LocalChanges());
    dimensions.add(dimension(site, "Account", Scope.VISIT, List.of()));
    dimensions.add(dimension(site, "Campaign cell", Scope.VISIT, List.of()));
    dimensions.add(dimension(site, "Template", Scope.ACTION, List.of()));
    dimensions.add(dimension(site, "Author", Scope.ACTION, List.of()));
    dimensions.add(
        dimension(
            site,
            "Section",
            Scope.ACTION,
            List.of(
                new CustomDimension.Extraction(
                    CustomDimension.Origin.URL, "example/([a-z/]+)/\\d+/"))));
  }

  @Override
  public TrackingRequest apply(TrackingRequest pageView) {
    SplittableRandom person = new SplittableRandom(pageView.addressHash());
    GoldenSample.Agent agent = agents.get(person.nextInt(BenchAgents.COUNT));
    byte[] address = {(byte) (1 + person.nextInt(223)), (byte) person.nextInt(256), 0, 0};
    Map<String, String> parameters = new HashMap<>(pageView.parameters());
    parameters.put("dimension1", ACCOUNTS[person.nextInt(ACCOUNTS.length)]);
    parameters.put("dimension2", "cell " + person.nextInt(50));
    parameters.put("dimension3", "template " + random.nextInt(12));
    parameters.put("dimension4", "author " + random.nextInt(500));
    int kind = random.nextInt(100);
    if (kind < 20) {
      event(parameters);
    } else if (kind < 30) {
      search(parameters, kind % 2 == 0);
    } else if (kind == 30) {
      parameters.remove("action_name");
      parameters.put("idgoal", "5");
      parameters.put("revenue", random.nextInt(1, 100) + ".50");
    }
    return new TrackingRequest(
        pageView.site(),
        pageView.receivedAt(),
        parameters,
        agent.text(),
        pageView.acceptLanguage(),
        agent.hints(),
        address,
        pageView.addressHash(),
        places.of(address),
        false);
  }

  private void event(Map<String, String> parameters) {
    String title = parameters.remove("action_name");
    parameters.put("ca", "1");
    parameters.put("e_c", CATEGORIES[random.nextInt(CATEGORIES.length)]);
    parameters.put("e_a", ACTIONS[random.nextInt(ACTIONS.length)]);
    parameters.put("e_n", words(title, 3));
    if (random.nextBoolean()) {
      parameters.put("e_v", Integer.toString(random.nextInt(1, 100)));
    }
  }

  private void search(Map<String, String> parameters, boolean told) {
    String keyword = words(parameters.get("action_name"), random.nextInt(1, 4));
    if (told) {
      parameters.remove("action_name");
      parameters.put("search", keyword);
      parameters.put("search_cat", CATEGORIES[random.nextInt(CATEGORIES.length)]);
      parameters.put("search_count", Integer.toString(random.nextInt(40)));
    } else {
      parameters.put(
          "url",
          "https://www.openlarder.example/search?q="
              + URLEncoder.encode(keyword, StandardCharsets.UTF_8));
    }
  }

  private static String words(String title, int count) {
    return String.join(" ", List.of(title.split(" ")).subList(0, count));
  }

  private static Goal.Wish wish(Subject subject, String pattern, PatternKind kind) {
    boolean ofEvent = subject == Subject.EVENT_CATEGORY;
    return new Goal.Wish(
        subject.name(), "", subject, pattern, kind, false, ofEvent, BigDecimal.ONE, ofEvent);
  }

  private static CustomDimension dimension(
      SiteId site, String name, Scope scope, List<CustomDimension.Extraction> extractions) {
    return new CustomDimension(site, 0, name, scope, 0, true, extractions, true);
  }
}

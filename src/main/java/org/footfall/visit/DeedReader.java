package org.footfall.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.footfall.codec.Told;
import org.footfall.site.Goal;
import org.footfall.tracking.TrackingRequest;

/** Reads what was done out of a request whose kind is known. */
public final class DeedReader {
  private static final int MAX_NAME = 1_024;
  private static final int MAX_CATEGORY = 200;
  private static final int MAX_ORDER_ID = 100;
  private static final int PAGE_VIEW_ID = 6;

  private final SiteRules rules;

  DeedReader(SiteRules rules) {
    this.rules = rules;
  }

  public Deed read(TrackingRequest request, ActionKind kind) {
    long bytes = Numbers.whole(request.parameter("bw_bytes"), -1);
    return of(request, kind).sending(bytes < 0 ? Told.NOTHING : Told.number(bytes));
  }

  private Deed of(TrackingRequest request, ActionKind kind) {
    String pageViewId = Texts.clean(request.parameter("pv_id"), PAGE_VIEW_ID);
    Timings timings = Timings.of(request);
    PageUrl page = rules.urls().page(request.parameter("url"), request.parameter("cs"));
    return switch (kind) {
      case PAGE_VIEW -> new Deed(kind, page, title(request), pageViewId, product(request), timings);
      case OUTLINK -> new Deed(kind, target(request, "link"), "", pageViewId, Detail.NONE, timings);
      case DOWNLOAD ->
          new Deed(kind, target(request, "download"), "", pageViewId, Detail.NONE, timings);
      case SEARCH -> search(request, pageViewId, timings);
      case EVENT -> new Deed(kind, page, name(request, "e_n"), pageViewId, event(request), timings);
      case CONTENT -> new Deed(kind, page, "", pageViewId, content(request), timings);
      case GOAL -> new Deed(kind, page, "", pageViewId, goal(request), timings);
      case ECOMMERCE -> new Deed(kind, page, "", pageViewId, order(request), timings);
      case CUSTOM, PING -> new Deed(kind, page, "", pageViewId, Detail.NONE, timings);
    };
  }

  /** A title of 0 is none, as Matomo has it. */
  private static String title(TrackingRequest request) {
    String title = name(request, "action_name");
    return title.equals("0") ? "" : title;
  }

  private static String name(TrackingRequest request, String parameter) {
    return Texts.clean(request.parameter(parameter), MAX_NAME);
  }

  /** A link that is none, as {@code mailto:}, leads nowhere. */
  private static PageUrl target(TrackingRequest request, String parameter) {
    String address = Texts.clean(request.parameter(parameter), UrlRules.MAX_LENGTH);
    return UrlRules.isAddress(address) ? PageUrl.of(address) : PageUrl.NONE;
  }

  private Deed search(TrackingRequest request, String pageViewId, Timings timings) {
    String sent = name(request, "search");
    if (sent.isEmpty()) {
      SearchParameters.Search found =
          rules.search().find(request.parameter("url")).orElse(SearchParameters.Search.NONE);
      return new Deed(
          ActionKind.SEARCH,
          PageUrl.NONE,
          Texts.clean(found.keyword(), MAX_NAME),
          pageViewId,
          new Detail.Search(
              Texts.clean(found.detail().category(), MAX_CATEGORY), found.detail().count()),
          timings);
    }
    long count = Numbers.whole(request.parameter("search_count"), -1);
    return new Deed(
        ActionKind.SEARCH,
        PageUrl.NONE,
        sent,
        pageViewId,
        new Detail.Search(
            Texts.clean(request.parameter("search_cat"), MAX_CATEGORY),
            count < 0 ? Told.NOTHING : Told.number(count)),
        timings);
  }

  private static Detail event(TrackingRequest request) {
    double value = Numbers.decimal(request.parameter("e_v"), Double.NaN);
    return new Detail.Event(
        name(request, "e_c"),
        name(request, "e_a"),
        Double.isNaN(value) ? Told.NOTHING : Told.number(Money.exact(value)));
  }

  private static Detail content(TrackingRequest request) {
    return new Detail.Content(
        name(request, "c_n"), name(request, "c_p"), name(request, "c_t"), name(request, "c_i"));
  }

  private static Detail product(TrackingRequest request) {
    String sku = name(request, "_pks");
    String name = name(request, "_pkn");
    String told = request.parameter("_pkc");
    List<String> categories = told.isEmpty() ? List.of() : Items.categories(categoriesOf(told));
    if (sku.isEmpty() && name.isEmpty() && categories.isEmpty()) {
      return Detail.NONE;
    }
    double price = Numbers.decimal(request.parameter("_pkp"), Double.NaN);
    return new Detail.Product(
        sku,
        name,
        categories,
        Double.isNaN(price) ? Told.NOTHING : Told.number(Money.exact(price)));
  }

  /** A list as JSON; anything else is the name of one. */
  private static JsonNode categoriesOf(String told) {
    JsonNode list = Json.read(told);
    return list.isArray() ? list : TextNode.valueOf(told);
  }

  private Detail goal(TrackingRequest request) {
    int number =
        (int) Math.min(Goal.MOST + 1, Numbers.whole(request.parameter("idgoal").trim(), 0));
    double revenue = Numbers.decimal(request.parameter("revenue"), Double.NaN);
    return new Detail.Goal(
        number,
        Double.isNaN(revenue)
            ? rules.goals().find(number).map(GoalRules::usualRevenue).orElse(0L)
            : Money.cents(revenue));
  }

  private static Detail order(TrackingRequest request) {
    return new Detail.Order(
        Texts.clean(request.parameter("ec_id"), MAX_ORDER_ID),
        Money.cents(request.parameter("revenue")),
        Money.cents(request.parameter("ec_st")),
        Money.cents(request.parameter("ec_tx")),
        Money.cents(request.parameter("ec_sh")),
        Money.cents(request.parameter("ec_dt")),
        Items.of(request.parameter("ec_items")));
  }
}

package org.footfall.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.footfall.report.Metric;
import org.footfall.report.Ratio;

/** How Matomo's clients call what is counted. */
final class MatomoNames {
  /** In periods longer than a day, a unique count of a row is the sum of its days' counts. */
  static final String SUM_DAILY = "sum_daily_";

  private static final Map<String, Metric> METRICS = byName(Metric.values(), MatomoNames::of);
  private static final Map<String, Ratio> RATIOS = byName(Ratio.values(), MatomoNames::of);

  private MatomoNames() {}

  static String of(Metric metric) {
    return switch (metric) {
      case UNIQUE_VISITORS -> "nb_uniq_visitors";
      case USERS -> "nb_users";
      case VISITS -> "nb_visits";
      case ACTIONS -> "nb_actions";
      case CONVERTED_VISITS -> "nb_visits_converted";
      case BOUNCES -> "bounce_count";
      case VISIT_SECONDS -> "sum_visit_length";
      case MAX_ACTIONS -> "max_actions";
      case HITS -> "nb_hits";
      case PAGE_SECONDS -> "sum_time_spent";
      case ENTRY_VISITS -> "entry_nb_visits";
      case ENTRY_UNIQUE_VISITORS -> "entry_nb_uniq_visitors";
      case ENTRY_ACTIONS -> "entry_nb_actions";
      case ENTRY_SECONDS -> "entry_sum_visit_length";
      case ENTRY_BOUNCES -> "entry_bounce_count";
      case EXIT_VISITS -> "exit_nb_visits";
      case EXIT_UNIQUE_VISITORS -> "exit_nb_uniq_visitors";
      case PAGE_VIEWS -> "nb_pageviews";
      case UNIQUE_PAGE_VIEWS -> "nb_uniq_pageviews";
      case DOWNLOADS -> "nb_downloads";
      case UNIQUE_DOWNLOADS -> "nb_uniq_downloads";
      case OUTLINKS -> "nb_outlinks";
      case UNIQUE_OUTLINKS -> "nb_uniq_outlinks";
      case SEARCHES -> "nb_searches";
      case SEARCH_KEYWORDS -> "nb_keywords";
      case SEARCH_ENGINE_VISITS -> "Referrers_visitorsFromSearchEngines";
      case SOCIAL_NETWORK_VISITS -> "Referrers_visitorsFromSocialNetworks";
      case DIRECT_VISITS -> "Referrers_visitorsFromDirectEntry";
      case WEBSITE_VISITS -> "Referrers_visitorsFromWebsites";
      case CAMPAIGN_VISITS -> "Referrers_visitorsFromCampaigns";
      case SEARCH_ENGINES -> "Referrers_distinctSearchEngines";
      case SOCIAL_NETWORKS -> "Referrers_distinctSocialNetworks";
      case KEYWORDS -> "Referrers_distinctKeywords";
      case WEBSITES -> "Referrers_distinctWebsites";
      case WEBSITE_PAGES -> "Referrers_distinctWebsitesUrls";
      case CAMPAIGNS -> "Referrers_distinctCampaigns";
      case HITS_AFTER_SEARCH -> "nb_hits_following_search";
      case MOST_FOUND -> "max_search_count";
      case EVENTS -> "nb_events";
      case EVENTS_WITH_VALUE -> "nb_events_with_value";
      case EVENT_VALUES -> "sum_event_value";
      case LEAST_EVENT_VALUE -> "min_event_value";
      case GREATEST_EVENT_VALUE -> "max_event_value";
      case IMPRESSIONS -> "nb_impressions";
      case INTERACTIONS -> "nb_interactions";
      case TIMED_HITS -> "PagePerformance_pageload_hits";
      case LOAD_TIME -> "PagePerformance_pageload_time";
      case NETWORK_HITS -> "nb_hits_with_time_network";
      case NETWORK_TIME -> "sum_time_network";
      case LEAST_NETWORK_TIME -> "min_time_network";
      case GREATEST_NETWORK_TIME -> "max_time_network";
      case SERVER_HITS -> "nb_hits_with_time_server";
      case SERVER_TIME -> "sum_time_server";
      case LEAST_SERVER_TIME -> "min_time_server";
      case GREATEST_SERVER_TIME -> "max_time_server";
      case TRANSFER_HITS -> "nb_hits_with_time_transfer";
      case TRANSFER_TIME -> "sum_time_transfer";
      case LEAST_TRANSFER_TIME -> "min_time_transfer";
      case GREATEST_TRANSFER_TIME -> "max_time_transfer";
      case DOM_PROCESSING_HITS -> "nb_hits_with_time_dom_processing";
      case DOM_PROCESSING_TIME -> "sum_time_dom_processing";
      case LEAST_DOM_PROCESSING_TIME -> "min_time_dom_processing";
      case GREATEST_DOM_PROCESSING_TIME -> "max_time_dom_processing";
      case DOM_COMPLETION_HITS -> "nb_hits_with_time_dom_completion";
      case DOM_COMPLETION_TIME -> "sum_time_dom_completion";
      case LEAST_DOM_COMPLETION_TIME -> "min_time_dom_completion";
      case GREATEST_DOM_COMPLETION_TIME -> "max_time_dom_completion";
      case ON_LOAD_HITS -> "nb_hits_with_time_on_load";
      case ON_LOAD_TIME -> "sum_time_on_load";
      case LEAST_ON_LOAD_TIME -> "min_time_on_load";
      case GREATEST_ON_LOAD_TIME -> "max_time_on_load";
      case ALL_VISITS -> "nb_visits_of_all";
      case AI_ASSISTANT_VISITS -> "Referrers_visitorsFromAIAssistants";
      case AI_ASSISTANTS -> "Referrers_distinctAIAssistants";
      case CONVERSIONS -> "nb_conversions";
      case REVENUE -> "revenue";
      case SUBTOTAL -> "revenue_subtotal";
      case TAX -> "revenue_tax";
      case SHIPPING -> "revenue_shipping";
      case DISCOUNT -> "revenue_discount";
      case ITEMS -> "items";
      case MOST_PAGES_BEFORE -> "max_conv_pages_before";
      case PAGES_BEFORE -> "nb_conv_pages_before";
      case CONVERSION_PARTS -> "nb_conversions_attrib";
      case REVENUE_PARTS -> "revenue_attrib";
      case ENTRY_CONVERSIONS -> "nb_conversions_entry";
      case ENTRY_REVENUE -> "revenue_entry";
      case ENTRY_CONVERSION_RATE -> "nb_conversions_entry_rate";
      case REVENUE_PER_ENTRY -> "revenue_per_entry";
      case QUANTITY -> "quantity";
      case ORDERS -> "orders";
      case ABANDONED_CARTS -> "abandoned_carts";
      case PRICES -> "sum_price";
      case PRICED -> "nb_prices";
      case CART_REVENUE -> "cart_revenue";
      case CART_QUANTITY -> "cart_quantity";
      case CART_PRICES -> "sum_cart_price";
      case VIEW_PRICES -> "sum_price_viewed";
      case PRICED_VIEWS -> "nb_prices_viewed";
      case BYTES -> "nb_total_overall_bandwidth";
      case PAGE_BYTES -> "nb_total_pageview_bandwidth";
      case DOWNLOAD_BYTES -> "nb_total_download_bandwidth";
    };
  }

  static String of(Ratio ratio) {
    return switch (ratio) {
      case BOUNCE_RATE, ENTRY_BOUNCE_RATE -> "bounce_rate";
      case ACTIONS_PER_VISIT -> "nb_actions_per_visit";
      case SECONDS_PER_VISIT -> "avg_time_on_site";
      case SECONDS_PER_HIT -> "avg_time_on_page";
      case EXIT_RATE -> "exit_rate";
      case DIRECT_SHARE -> "Referrers_visitorsFromDirectEntry_percent";
      case SEARCH_ENGINE_SHARE -> "Referrers_visitorsFromSearchEngines_percent";
      case CAMPAIGN_SHARE -> "Referrers_visitorsFromCampaigns_percent";
      case SOCIAL_NETWORK_SHARE -> "Referrers_visitorsFromSocialNetworks_percent";
      case WEBSITE_SHARE -> "Referrers_visitorsFromWebsites_percent";
      case SEARCHES_PER_VISIT, CATEGORY_SEARCHES_PER_VISIT -> "nb_pages_per_search";
      case VALUE_PER_EVENT -> "avg_event_value";
      case INTERACTION_RATE -> "interaction_rate";
      case SECONDS_PER_DIMENSION_HIT -> "avg_time_on_dimension";
      case NETWORK_SECONDS, ALL_NETWORK_SECONDS -> "avg_time_network";
      case SERVER_SECONDS, ALL_SERVER_SECONDS -> "avg_time_server";
      case TRANSFER_SECONDS, ALL_TRANSFER_SECONDS -> "avg_time_transfer";
      case DOM_PROCESSING_SECONDS, ALL_DOM_PROCESSING_SECONDS -> "avg_time_dom_processing";
      case DOM_COMPLETION_SECONDS, ALL_DOM_COMPLETION_SECONDS -> "avg_time_dom_completion";
      case ON_LOAD_SECONDS, ALL_ON_LOAD_SECONDS -> "avg_time_on_load";
      case LOAD_SECONDS, ALL_LOAD_SECONDS -> "avg_page_load_time";
      case VISITS_SHARE -> "nb_visits_percentage";
      case AI_ASSISTANT_SHARE -> "Referrers_visitorsFromAIAssistants_percent";
      case CONVERSION_RATE, ORDERS_PER_VISIT, CARTS_PER_VISIT -> "conversion_rate";
      case REVENUE_PER_VISIT -> "revenue_per_visit";
      case AVERAGE_ORDER -> "avg_order_revenue";
      case AVERAGE_PRICE -> "avg_price";
      case QUANTITY_PER_ORDER, QUANTITY_PER_CART -> "avg_quantity";
    };
  }

  /** The metric of a column, whichever period it is of. */
  static Optional<Metric> metric(String column) {
    String name = column.startsWith(SUM_DAILY) ? column.substring(SUM_DAILY.length()) : column;
    return Optional.ofNullable(METRICS.get(name));
  }

  static Optional<Ratio> ratio(String column) {
    return Optional.ofNullable(RATIOS.get(column));
  }

  private static <T> Map<String, T> byName(T[] values, Function<T, String> name) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first));
  }
}

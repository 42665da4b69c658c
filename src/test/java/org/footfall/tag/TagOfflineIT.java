package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tag in pages that lose the net for a while. */
@Tag("system")
class TagOfflineIT extends OnStage {
  private static final Pattern ACTION = Pattern.compile("e_a=([^&]*)");

  /** The actions of events, in the order in which the page sent them. */
  private static List<String> actions(Page page) {
    List<String> actions = new ArrayList<>();
    page.onRequest(
        request -> {
          Matcher action = ACTION.matcher(request.url());
          if (action.find()) {
            actions.add(URLDecoder.decode(action.group(1), StandardCharsets.UTF_8));
          }
        });
    return actions;
  }

  private static void track(Page page, String action) {
    page.evaluate("action => _paq.push(['trackEvent', 'Net', action])", action);
  }

  /** A page whose clock the test moves, and whose first request is long done. */
  private Page timed() {
    write("/a", VIEW, "");
    Page page = blank();
    page.clock().install();
    page.navigate(address("/a"));
    page.waitForFunction(Stage.READY);
    page.clock().runFor(5_000);
    return page;
  }

  @Test
  void whatIsTrackedOfflineComesLaterInOrderAndOnce() {
    Page page = timed();
    Hit first = take("action_name=Shop");
    List<String> sent = actions(page);
    profile.setOffline(true);
    track(page, "one");
    track(page, "two");
    page.clock().runFor(60_000);
    track(page, "three");
    page.evaluate("_paq.push(['queueRequest', 'te_test=1'], ['queueRequest', 'te_test=2'])");
    page.clock().runFor(30_000);
    assertThat(sent).isEmpty();
    assertThat(rest()).isEmpty();
    profile.setOffline(false);
    page.waitForCondition(() -> sent.size() > 2);
    assertThat(sent).containsExactly("one", "two", "three");
    track(page, "four");
    assertThat(take("e_a=one cdo~9\\d").value("_id")).isEqualTo(first.value("_id"));
    take("e_a=two cdo~9\\d");
    take("e_a=three cdo~3\\d");
    take("te_test=1 cdo~(2|3)\\d :bulk");
    take("te_test=2 cdo~(2|3)\\d :bulk");
    take("e_a=four -cdo");
    profile.setOffline(true);
    profile.setOffline(false);
    page.navigate("about:blank");
    assertThat(rest()).as("what was sent already").isEmpty();
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aMomentWithoutTheNetIsNotLate() {
    Page page = timed();
    take("action_name=Shop");
    profile.setOffline(true);
    track(page, "one");
    profile.setOffline(false);
    take("e_a=one -cdo");
  }

  @Test
  void aVisitMayBeginOffline() {
    write("/a", "", "");
    Page page = ready("/a");
    List<String> sent = actions(page);
    profile.setOffline(true);
    page.evaluate("_paq.push(['trackPageView'])");
    track(page, "one");
    track(page, "two");
    profile.setOffline(false);
    Hit first = take("action_name=Shop _idn=1");
    assertThat(take("e_a=one _idn=0").value("_id")).isEqualTo(first.value("_id"));
    take("e_a=two _idn=0");
    page.waitForCondition(() -> sent.size() > 1);
    assertThat(sent).containsExactly("one", "two");
    page.navigate("about:blank");
    assertThat(rest()).isEmpty();
  }

  /** Phones lose the net in a pocket: a page that is only hidden may come back with it. */
  @Test
  void aPageThatIsHiddenOfflineKeepsWhatItHas() {
    write("/a", VIEW, "");
    Page page = ready("/a");
    take("action_name=Shop");
    List<String> sent = actions(page);
    profile.setOffline(true);
    track(page, "one");
    page.evaluate("_paq.push(['queueRequest', 'te_test=1'], ['queueRequest', 'te_test=2'])");
    page.evaluate(Stage.HIDE);
    track(page, "two");
    page.evaluate(Stage.SHOW);
    assertThat(sent).isEmpty();
    profile.setOffline(false);
    take("e_a=one");
    take("e_a=two");
    take("te_test=1 :bulk");
    take("te_test=2 :bulk");
    page.waitForCondition(() -> sent.size() > 1);
    assertThat(sent).containsExactly("one", "two");
    page.navigate("about:blank");
    assertThat(rest()).isEmpty();
  }
}

package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.footfall.tracking.TrackingFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingFailuresTest {
  @ParameterizedTest
  @CsvSource({
    "idsite=77&rec=1, 77, SITE, idsite=77&rec=1",
    "idsite=x&rec=1, 0, SITE, idsite=x&rec=1",
    "idsite=99999999999&rec=1, 0, SITE, idsite=99999999999&rec=1",
    "idsite=1&rec=1&cip=192.0.2.7, 1, RIGHT, idsite=1&rec=1&cip=***",
    "idsite=1&rec=1&city=Z%C3%BCrich+1, 1, RIGHT, idsite=1&rec=1&city=Z%C3%BCrich+1",
    "idsite=1&rec=1&cdt=1577836800&token_auth=abc, 1, RIGHT,"
        + " idsite=1&rec=1&cdt=1577836800&token_auth=***",
  })
  void theFirstOfEachSiteAndKindIsKept(String query, int site, Kind kind, String shown) {
    Sent sent = Sent.query(query);
    assertThat(sent.decide().refused()).isNotNull();
    assertThat(sent.get(query + "&again=1").decide().refused()).isNotNull();
    assertThat(sent.failures.drain())
        .containsExactly(new TrackingFailure(site, kind, Snapshots.NOW, shown, ""));
    assertThat(sent.failures.drain()).isEmpty();
  }

  @Test
  void otherFaultsAreNoFailuresOfTheirSenders() {
    Sent sent = Sent.query("idsite=1&rec=1&cid=x");
    assertThat(sent.decide().refused()).isEqualTo(Rejection.VISITOR_ID);
    assertThat(sent.failures.drain()).isEmpty();
  }

  @Test
  void aFloodFillsNothing() {
    StringBuilder many = new StringBuilder("{\"requests\":[");
    for (int i = 100; i < 1_000; i++) {
      many.append(i == 100 ? "" : ",").append("\"?rec=1&idsite=").append(i).append("&x=");
      many.append("%C3%BC".repeat(500)).append('"');
    }
    Sent sent = new Sent(new Snapshots().snapshot()).json(many + "]}");
    assertThat(sent.decide().invalid()).hasSize(900);
    assertThat(sent.failures.drain())
        .hasSize(200)
        .allSatisfy(failure -> assertThat(failure.query().length()).isLessThanOrEqualTo(2_000));
  }
}

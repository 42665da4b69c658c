package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.footfall.segment.UnreadableSegment.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          actions>1                                        | actions>1
          actions<=3                                       | actions<=3
          countryCode==fr                                  | countryCode==fr
          countryCode==fr,countryCode==de;actions>=2       | countryCode==fr,countryCode==de;actions>=2
          visitorType%3D%3Dnew%3Bactions%3E1               | visitorType==new;actions>1
          city==Rome\\,%20Italy                            | city==Rome%2c+Italy
          city==Rome%2C+Italy                              | city==Rome%2c+Italy
          city==a\\;b                                      | city==a%3bb
          city==a\\b                                       | city==a%5cb
          city==50%                                        | city==50%25
          city==%C3%84rzte                                 | city==Ärzte
          city==Ärzte                                      | city==Ärzte
          city==%FF                                        | city==%25FF
          city===x                                         | city==%3dx
          city==                                           | city==
          city!=                                           | city!=
          actions!=                                        | actions!=
          userId=@a=b                                      | userId=@a%3db
          city!@a%3Bb                                      | city!@a%3bb
          pageUrl==http%3A%2F%2Fa.org%2Fb                  | pageUrl==http://a.org/b
          pageUrl==http%253A%252F%252Fa.org%252Fb          | pageUrl==http://a.org/b
          pageUrl==a.org%2Fb%2520c                         | pageUrl==a.org/b%2520c
          pageUrl=@%2520                                   | pageUrl=@%2520
          pageTitle==incredible+title%21                   | pageTitle==incredible+title!
          pageTitle==incredible%2Btitle%2521               | pageTitle==incredible+title!
          pageTitle==%2B5%25                               | pageTitle==%2b5%25
          pageTitle==a+%26quot%3Bb%26quot%3B+%26amp%3B+c   | pageTitle==a+"b"+&+c
          """)
  void readsWhatClientsWrite(String definition, String canonical) throws UnreadableSegment {
    Segment segment = Segment.parse(definition);
    assertThat(segment.definition()).isEqualTo(canonical);
    assertThat(Segment.parse(canonical)).isEqualTo(segment).hasSameHashCodeAs(segment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "%20"})
  void nothingIsAll(String definition) throws UnreadableSegment {
    assertThat(Segment.parse(definition)).isSameAs(Segment.ALL);
    assertThat(Segment.ALL.isAll()).isTrue();
    assertThat(Segment.ALL.visitColumns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          foo              | CONDITION | The segment condition 'foo' is not valid.
          ==1              | CONDITION | The segment condition '==1' is not valid.
          actions>1;       | CONDITION | The segment condition '' is not valid.
          actions>1,,      | CONDITION | The segment condition '' is not valid.
          actions>         | CONDITION | The segment condition 'actions>' is not valid.
          city=@           | CONDITION | The segment condition 'city=@' is not valid.
          city=Rome        | CONDITION | The segment condition 'city=Rome' is not valid.
          nosuch==1        | NAME      | Segment 'nosuch' is not a supported segment.
          Actions>1        | NAME      | Segment 'Actions' is not a supported segment.
          dimension12==a   | NOT_HERE  | Only visits of one site can be selected by 'dimension12'.
          actions>many     | VALUE     | 'many' does not do for 'actions', which takes a number.
          actions>1e9      | VALUE     | '1e9' does not do for 'actions', which takes a number.
          visitIp==example | VALUE     | 'example' does not do for 'visitIp', which takes an IP address.
          visitorId==12    | VALUE     | '12' does not do for 'visitorId', which takes 16 hexadecimal digits.
          visitorType==old | VALUE     | 'old' does not do for 'visitorType', which takes new, returning, returningCustomer.
          visitEndServerDate>2026 | VALUE | '2026' does not do for 'visitEndServerDate', which takes a date like 2026-12-31.
          """)
  void refusesTheRest(String definition, Fault fault, String message) {
    assertThatThrownBy(() -> Segment.parse(definition))
        .isInstanceOfSatisfying(
            UnreadableSegment.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "country, countryCode",
    "pageurl, pageUrl",
    "visitorTyp, visitorType",
    "refererName, referrerName"
  })
  void offersNamesLikeAnUnknownOne(String name, String nearest) {
    assertThatThrownBy(() -> Segment.parse(name + "==1"))
        .isInstanceOfSatisfying(
            UnreadableSegment.class, e -> assertThat(e.nearest()).startsWith(nearest));
  }

  @Test
  void hasLimits() throws UnreadableSegment {
    assertThat(Segment.parse("actions>1" + ",actions>1".repeat(99)).isAll()).isFalse();
    assertThatThrownBy(() -> Segment.parse("actions>1" + ",actions>1".repeat(100)))
        .hasMessage("The segment has more than 100 conditions.");
    assertThat(Segment.parse("city==" + "x".repeat(8_186)).isAll()).isFalse();
    assertThatThrownBy(() -> Segment.parse("city==" + "x".repeat(8_187)))
        .hasMessage("The segment is longer than 8192 characters.");
    assertThatThrownBy(() -> Segment.parse("city==" + "=".repeat(8_000)))
        .isInstanceOfSatisfying(
            UnreadableSegment.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LONG));
    assertThatThrownBy(() -> Segment.parse("x".repeat(8_000) + "==1"))
        .isInstanceOfSatisfying(
            UnreadableSegment.class, e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}

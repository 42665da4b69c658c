package org.footfall.enrich.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceNamesTest {
  private final DeviceNames names = DeviceNames.load();

  @Test
  void codesHaveNamesAndNamesCodes() {
    assertThat(names.nameOfOs("WIN")).isEqualTo("Windows");
    assertThat(names.codeOfOs("gnu/linux")).isEqualTo("LIN");
    assertThat(names.nameOfBrowser("CH")).isEqualTo("Chrome");
    assertThat(names.codeOfBrowser("Firefox")).isEqualTo("FF");
    assertThat(names.nameOfBrand("SA")).isEqualTo("Samsung");
    assertThat(names.codeOfBrand("apple")).isEqualTo("AP");
  }

  @Test
  void familiesAreOfCodes() {
    assertThat(names.familyOfOs("UBT")).isEqualTo("GNU/Linux");
    assertThat(names.familyOfOs("IPA")).isEqualTo("iOS");
    assertThat(names.familyOfBrowser("CM")).isEqualTo("Chrome");
    assertThat(names.osFamilies()).contains("Windows", "Mac", "Android").doesNotHaveDuplicates();
  }

  @Test
  void whatNoListKnowsHasNoNameAndNoFamily() {
    assertThat(names.nameOfOs("UNK") + names.nameOfBrowser("UNK") + names.nameOfBrand(""))
        .isEmpty();
    assertThat(names.familyOfOs("???") + names.familyOfBrowser("???")).isEmpty();
    assertThat(names.codeOfOs("Footfall OS")).isEqualTo(DeviceNames.UNKNOWN_CODE);
    assertThat(names.codeOfBrowser("Footfall")).isEqualTo(DeviceNames.UNKNOWN_CODE);
    assertThat(names.codeOfBrand("Footfall")).isEmpty();
  }

  @Test
  void everyNameLeadsBackToItsCode() {
    names.systems().forEach((code, name) -> assertThat(names.codeOfOs(name)).isEqualTo(code));
    names.browsers().forEach((code, name) -> assertThat(names.codeOfBrowser(name)).isEqualTo(code));
    assertThat(names.brands()).hasSizeGreaterThan(2_000);
  }

  @Test
  void typesHaveMatomosNumbers() {
    assertThat(DeviceType.of(0)).isEqualTo(DeviceType.DESKTOP);
    assertThat(DeviceType.of(13)).isEqualTo(DeviceType.PERIPHERAL);
    assertThat(DeviceType.of(14)).isEqualTo(DeviceType.UNKNOWN);
    assertThat(DeviceType.of(-1)).isEqualTo(DeviceType.UNKNOWN);
    assertThat(DeviceType.UNKNOWN.number()).isEqualTo(-1);
    assertThat(DeviceType.PHABLET.number()).isEqualTo(10);
    assertThat(DeviceType.labelled("car browser")).contains(DeviceType.CAR_BROWSER);
    assertThat(DeviceType.labelled("")).isEmpty();
  }
}

package org.footfall.tag;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lite tag in a browser, step by step. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiteScenariosIT {
  private Stage stage;

  @BeforeAll
  void start() {
    stage = new Stage("footfall.lite.js");
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  static List<Scenario> lite() {
    return Scenario.read("lite.txt");
  }

  @ParameterizedTest
  @MethodSource
  void lite(Scenario scenario) {
    stage.play(scenario);
  }
}

package org.footfall.tag;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tag in a browser, step by step, as files of scenarios say. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagScenariosIT {
  private Stage stage;

  @BeforeAll
  void start() {
    stage = new Stage("matomo.js");
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  static List<Scenario> methods() {
    return Scenario.read("methods.txt");
  }

  static List<Scenario> loading() {
    return Scenario.read("loading.txt");
  }

  static List<Scenario> cookies() {
    return Scenario.read("cookies.txt");
  }

  static List<Scenario> consent() {
    return Scenario.read("consent.txt");
  }

  static List<Scenario> extras() {
    return Scenario.read("extras.txt");
  }

  @ParameterizedTest
  @MethodSource
  void methods(Scenario scenario) {
    stage.play(scenario);
  }

  @ParameterizedTest
  @MethodSource
  void loading(Scenario scenario) {
    stage.play(scenario);
  }

  @ParameterizedTest
  @MethodSource
  void cookies(Scenario scenario) {
    stage.play(scenario);
  }

  @ParameterizedTest
  @MethodSource
  void consent(Scenario scenario) {
    stage.play(scenario);
  }

  @ParameterizedTest
  @MethodSource
  void extras(Scenario scenario) {
    stage.play(scenario);
  }
}

package org.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlTest {
  @Test
  void aStatementIsTheFileBesideItsClassWithoutTheFinalSemicolon() {
    assertThat(Sql.of(SqlTest.class).get("findAll")).isEqualTo("SELECT id\nFROM thing");
  }

  @Test
  void aMissingFileIsNamed() {
    Sql sql = Sql.of(SqlTest.class);
    assertThatThrownBy(() -> sql.get("findNone"))
        .hasMessage("no file SqlTest.findNone.sql beside the class; there are [findAll]");
  }

  @Test
  void statementsOfAClassInAJarAreFoundToo() {
    assertThatThrownBy(() -> Sql.of(org.slf4j.Logger.class).get("x"))
        .hasMessage("no file Logger.x.sql beside the class; there are []");
  }
}

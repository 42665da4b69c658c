package org.footfall.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;

/** The tables {@code account}, {@code account_right} and {@code api_token}. */
public final class AccountStore {
  private final Database database;
  private final Sql sql = Sql.of(AccountStore.class);

  public AccountStore(Database database) {
    this.database = database;
  }

  /** A login as it is spelt in the table, and the hash of its password. */
  record Secret(String login, String hash) {}

  /** All accounts by login, read on a connection whose snapshot is the caller's. */
  public List<Account> all(Connection connection) throws SQLException {
    Map<String, Map<SiteId, Right>> rights = new HashMap<>();
    Query.of(connection, sql.get("allRights"))
        .each(
            row ->
                rights
                    .computeIfAbsent(row.text("login"), login -> new HashMap<>())
                    .put(new SiteId(row.integer("site")), Right.valueOf(row.text("level"))));
    return Query.of(connection, sql.get("all"))
        .list(row -> account(row, rights.getOrDefault(row.text("login"), Map.of())));
  }

  /** All tokens, read on a connection whose snapshot is the caller's. */
  public List<ApiToken> allTokens(Connection connection) throws SQLException {
    return Query.of(connection, sql.get("allTokens")).list(AccountStore::token);
  }

  List<Account> all() {
    return database.read(this::all);
  }

  Optional<Account> find(String login) {
    return first(login, "find", login);
  }

  /** The account, unless its password was changed after this time. */
  Optional<Account> findSignedIn(String login, Instant since) {
    return first(login, "findSignedIn", login, since);
  }

  private Optional<Account> first(String login, String statement, Object... values) {
    return database.read(
        connection -> {
          Map<SiteId, Right> rights = new HashMap<>();
          Query.of(connection, sql.get("rights"))
              .bind(login)
              .each(
                  row ->
                      rights.put(
                          new SiteId(row.integer("site")), Right.valueOf(row.text("level"))));
          return Query.of(connection, sql.get(statement))
              .bind(values)
              .first(row -> account(row, rights));
        });
  }

  Optional<Secret> findSecret(String loginOrEmail) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("findSecret"))
                .bind(loginOrEmail, loginOrEmail, loginOrEmail)
                .first(row -> new Secret(row.text("login"), row.text("password_hash"))));
  }

  /** Whether it was added; false when the login is taken. */
  boolean add(String login, String email, String hash, boolean superuser, Instant now) {
    return added("insert", login, email, hash, superuser, now);
  }

  boolean setPassword(String login, String hash, Instant now) {
    return update("setPassword", hash, now, login) > 0;
  }

  void grant(String login, SiteId site, Right right) {
    int unused = update("grant", login, site.value(), right);
  }

  void revoke(String login, SiteId site) {
    int unused = update("revoke", login, site.value());
  }

  /** Whether it was added; false when there is such a token. */
  boolean addToken(ApiToken token) {
    return added(
        "insertToken",
        bytes(token.hash()),
        token.login(),
        token.description(),
        token.secureOnly(),
        token.createdAt(),
        token.expiresAt());
  }

  Optional<ApiToken> findToken(String hash) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("findToken"))
                .bind((Object) bytes(hash))
                .first(AccountStore::token));
  }

  List<ApiToken> tokensOf(String login) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("tokensOf")).bind(login).list(AccountStore::token));
  }

  void noteUse(String hash, Instant now) {
    int unused = update("noteUse", now, bytes(hash));
  }

  void deleteToken(String login, String hash) {
    int unused = update("deleteToken", login, bytes(hash));
  }

  private int update(String statement, Object... values) {
    return database.write(
        connection -> Query.of(connection, sql.get(statement)).bind(values).update());
  }

  private boolean added(String statement, Object... values) {
    try {
      return update(statement, values) > 0;
    } catch (DatabaseException e) {
      if (e.isDuplicate()) {
        return false;
      }
      throw e;
    }
  }

  private static Account account(Row row, Map<SiteId, Right> rights) throws SQLException {
    return new Account(
        row.text("login"),
        row.text("email"),
        row.flag("superuser"),
        row.instant("created_at"),
        rights);
  }

  private static ApiToken token(Row row) throws SQLException {
    return new ApiToken(
        Base64.getEncoder().withoutPadding().encodeToString(row.bytes("hash")),
        row.text("login"),
        row.text("description"),
        row.flag("secure_only"),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.instant("last_used_at"));
  }

  private static byte[] bytes(String hash) {
    return Base64.getDecoder().decode(hash);
  }
}

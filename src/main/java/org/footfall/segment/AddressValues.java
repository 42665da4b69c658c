package org.footfall.segment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.footfall.privacy.IpText;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.BytesColumn;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;

/**
 * Network addresses, as they were masked. All of IPv4 comes before all of IPv6, so that a range of
 * the one holds none of the other.
 */
record AddressValues(Column column) implements Values {
  @Override
  public Set<Column> columns() {
    return Set.of(column);
  }

  @Override
  public Test test(Match match, String value) throws Unfit {
    if (match == Match.PRESENT) {
      return present(address -> true);
    }
    if (match.spells()) {
      Predicate<String> agrees = TextTest.of(match, value);
      return present(address -> agrees.test(spell(address)));
    }
    byte[] asked = IpText.parse(value);
    if (asked.length == 0) {
      throw new Unfit("an IP address.");
    }
    return present(address -> agrees(match, compare(address, asked)));
  }

  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    BytesColumn addresses = table.bytes(column);
    return (row, taker) -> {
      byte[] address = addresses.get(row);
      if (address.length > 0) {
        taker.accept(spell(address));
      }
    };
  }

  private Test present(Predicate<byte[]> test) {
    return (table, clock) -> {
      BytesColumn addresses = table.bytes(column);
      return row -> {
        byte[] address = addresses.get(row);
        return address.length > 0 && test.test(address);
      };
    };
  }

  private static boolean agrees(Match match, int order) {
    return switch (match) {
      case EQUAL -> order == 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
      default -> throw new IllegalArgumentException(match + " compares no addresses");
    };
  }

  private static int compare(byte[] address, byte[] asked) {
    return address.length == asked.length
        ? Arrays.compareUnsigned(address, asked)
        : address.length - asked.length;
  }

  private static String spell(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}

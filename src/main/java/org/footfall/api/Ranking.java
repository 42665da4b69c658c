package org.footfall.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.footfall.report.Metric;

/**
 * Puts rows in the order of a number, the highest first, where that is the same by their visits,
 * and where these are the same by their names. Where only the first rows are looked at, the others
 * are not sorted, and of most no name is made.
 */
final class Ranking {
  private final IntFunction<Item> items;
  private final double[] numbers;
  private final Comparator<Ranked> order;

  /** A row with what it is ranked by, its name made once. */
  private static final class Ranked {
    final Item item;
    final double number;
    private String name;

    Ranked(Item item, double number) {
      this.item = item;
      this.number = number;
    }

    String name() {
      if (name == null) {
        name = item.name();
      }
      return name;
    }
  }

  /**
   * @param items made of those rows alone that may be shown
   * @param numbers of each row
   */
  Ranking(IntFunction<Item> items, double[] numbers, boolean ascending) {
    this.items = items;
    this.numbers = ascending ? DoubleStream.of(numbers).map(value -> -value).toArray() : numbers;
    Comparator<Ranked> byName = Comparator.comparing(Ranked::name, NaturalOrder.INSTANCE);
    Comparator<Ranked> byVisits =
        Comparator.comparingLong(ranked -> ranked.item.row().value(Metric.VISITS));
    this.order =
        Comparator.comparingDouble((Ranked ranked) -> ranked.number)
            .reversed()
            .thenComparing(ascending ? byVisits : byVisits.reversed())
            .thenComparing(ascending ? byName.reversed() : byName);
  }

  /** So many rows in order, from the first on. */
  List<Item> first(int count) {
    List<Ranked> chosen = count < numbers.length / 2 ? best(count) : all();
    chosen.sort(order);
    return chosen.stream().map(ranked -> ranked.item).toList();
  }

  private List<Ranked> all() {
    List<Ranked> all = new ArrayList<>(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      all.add(new Ranked(items.apply(i), numbers[i]));
    }
    return all;
  }

  /** All above the number of the last one that counts, and of its equals those of first names. */
  private List<Ranked> best(int count) {
    if (count == 0) {
      return new ArrayList<>();
    }
    double last = number(count);
    List<Ranked> chosen = new ArrayList<>();
    PriorityQueue<Ranked> equals = new PriorityQueue<>(order.reversed());
    int above = (int) DoubleStream.of(numbers).filter(number -> number > last).count();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] > last) {
        chosen.add(new Ranked(items.apply(i), numbers[i]));
      } else if (numbers[i] == last) {
        equals.add(new Ranked(items.apply(i), numbers[i]));
        if (equals.size() > count - above) {
          equals.remove();
        }
      }
    }
    chosen.addAll(equals);
    return chosen;
  }

  /** The number of the row at a place in order, the first being 1. */
  private double number(int place) {
    PriorityQueue<Double> highest = new PriorityQueue<>(place + 1);
    double lowest = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      if (number > lowest || highest.size() < place) {
        highest.add(number);
        if (highest.size() > place) {
          highest.remove();
        }
        lowest = highest.size() == place ? highest.element() : Double.NEGATIVE_INFINITY;
      }
    }
    return highest.element();
  }
}

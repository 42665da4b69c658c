package org.footfall.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.footfall.enrich.geo.Place;
import org.footfall.privacy.IpText;
import org.footfall.report.Places;
import org.footfall.segment.Countries;

/** {@code UserCountry.*} about places and not about visits. */
final class CountryMethods {
  private static final int BAD_REQUEST = 400;

  private final Function<byte[], Place> places;

  /**
   * @param places where an address is
   */
  CountryMethods(Function<byte[], Place> places) {
    this.places = places;
  }

  void addTo(ApiMethods methods) {
    methods.add("UserCountry.getCountryCodeMapping", call -> new Answer.One(countries()));
    methods.add("UserCountry.getLocationFromIP", this::location);
    methods.add("UserCountry.setLocationProvider", this::setProvider);
  }

  private static Map<String, Object> countries() {
    Map<String, Object> names = new LinkedHashMap<>();
    Arrays.stream(Locale.getISOCountries())
        .map(code -> code.toLowerCase(Locale.ROOT))
        .sorted()
        .forEach(code -> names.put(code, Countries.name(code)));
    return names;
  }

  private Answer location(ApiCall call) throws ApiException {
    call.requireAnyView();
    byte[] address = IpText.parse(call.parameters().text("ip", call.ip()));
    if (address.length == 0) {
      throw ApiException.of(BAD_REQUEST, "The parameter 'ip' is no address.");
    }
    Place place = places.apply(address);
    String country = place.country();
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("continent_code", Countries.continent(country));
    known.put("continent_name", Places.continent(country));
    known.put("country_code", country.isEmpty() ? "xx" : country);
    known.put("country_name", Countries.name(country));
    put(known, "region_code", place.region());
    put(known, "city_name", place.city());
    if (place.latitude() != 0 || place.longitude() != 0) {
      known.put("lat", MoneyText.decimal(place.latitude()).toPlainString());
      known.put("long", MoneyText.decimal(place.longitude()).toPlainString());
    }
    put(known, "provider", place.provider());
    known.put("ip", IpText.of(address));
    return new Answer.One(known);
  }

  private static void put(Map<String, Object> known, String name, String text) {
    if (!text.isEmpty()) {
      known.put(name, text);
    }
  }

  private Answer setProvider(ApiCall call) throws ApiException {
    call.requireSuperuser();
    throw ApiException.of(
        BAD_REQUEST, "Where addresses are is set in the configuration of the server: geo.file.");
  }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.location;

import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.station.registry.RegistryId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place where stations stand.
 *
 * @param locationId unique for the tenant, 1 to 36 characters; in the path of requests
 * @param name for people, up to 100 characters
 * @param country two letters of ISO 3166-1
 * @param latitude degrees of WGS 84, -90 to 90
 * @param longitude degrees of WGS 84, -180 to 180
 * @param timeZone of the IANA database, such as Europe/Berlin
 */
public record Location(
        @Nullable String locationId,
        @Nullable String name,
        @Nullable String address,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String timeZone) {

    private static final int MAX_TEXT = 100;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final BigDecimal MAX_LATITUDE = BigDecimal.valueOf(90);
    private static final BigDecimal MAX_LONGITUDE = BigDecimal.valueOf(180);

    public String id() {
        return locationId == null ? "" : locationId;
    }

    /** The same with the id of the path. */
    Location withId(String id) {
        return new Location(
                id, name, address, city, postalCode, country, latitude, longitude, timeZone);
    }

    /** Everything that keeps this from being a location. */
    public List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>(RegistryId.violations("locationId", id()));
        if (name == null || name.isBlank()) {
            wrong.add(new Violation("name", "must be present"));
        }
        text(wrong, "name", name);
        text(wrong, "address", address);
        text(wrong, "city", city);
        text(wrong, "postalCode", postalCode);
        if (country != null && !COUNTRIES.contains(country)) {
            wrong.add(new Violation("country", "is no country of ISO 3166-1, such as DE"));
        }
        degrees(wrong, "latitude", latitude, MAX_LATITUDE);
        degrees(wrong, "longitude", longitude, MAX_LONGITUDE);
        if ((latitude == null) != (longitude == null)) {
            wrong.add(new Violation("latitude", "and longitude belong together"));
        }
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            wrong.add(new Violation("timeZone", "is no time zone, such as Europe/Berlin"));
        }
        return List.copyOf(wrong);
    }

    private static void text(List<Violation> wrong, String field, @Nullable String text) {
        if (text != null && text.length() > MAX_TEXT) {
            wrong.add(new Violation(field, "has at most " + MAX_TEXT + " characters"));
        }
    }

    private static void degrees(
            List<Violation> wrong, String field, @Nullable BigDecimal degrees, BigDecimal most) {
        if (degrees != null && degrees.abs().compareTo(most) > 0) {
            wrong.add(new Violation(field, "is between -" + most + " and " + most));
        }
    }
}

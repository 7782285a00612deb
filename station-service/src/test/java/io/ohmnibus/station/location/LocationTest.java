/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.web.Problem.Violation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LocationTest {

    private static Location location(
            String id, @Nullable String name, @Nullable String country, @Nullable String zone) {
        return new Location(id, name, null, null, null, country, null, null, zone);
    }

    @Test
    void needsAnIdAndANameOnly() {
        assertThat(location("L-1", "Depot", null, null).violations()).isEmpty();
        assertThat(location("L-1", "Depot", "DE", "Europe/Berlin").violations()).isEmpty();
        assertThat(location("a b", " ", null, null).violations())
                .extracting(Violation::field)
                .containsExactly("locationId", "name");
        assertThat(location("L-1", "x".repeat(101), null, null).violations())
                .extracting(Violation::field)
                .containsExactly("name");
    }

    @Test
    void isSomewhereOnEarth() {
        assertThat(location("L-1", "Depot", "ZZ", "Mars/Base").violations())
                .extracting(Violation::field)
                .containsExactly("country", "timeZone");
        assertThat(at("90.0001", "180.5")).containsExactly("latitude", "longitude");
        assertThat(at("-90", "-180")).isEmpty();
        assertThat(at("52.5", null)).containsExactly("latitude");
    }

    private static java.util.List<String> at(String latitude, @Nullable String longitude) {
        return new Location(
                        "L-1",
                        "Depot",
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal(latitude),
                        longitude == null ? null : new BigDecimal(longitude),
                        null)
                .violations().stream().map(Violation::field).toList();
    }
}

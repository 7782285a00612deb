/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where and when tokens may charge, and before whom; null for what nothing is said about.
 *
 * @param chargingPriority -9 to 9
 * @param allowedAt EVSEs by station, an empty list for all of a station
 * @param hours of the week
 */
public record Allowances(
        @Nullable Integer chargingPriority,
        @Nullable Map<String, List<Integer>> allowedAt,
        @Nullable WeeklyHours hours) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final TypeReference<Map<String, List<Integer>>> PLACES =
            new TypeReference<>() {};

    public Allowances {
        allowedAt = allowedAt == null ? null : Map.copyOf(allowedAt);
    }

    /** As two columns of a table tell places and hours. */
    public static Allowances stored(
            @Nullable Integer chargingPriority, @Nullable String places, @Nullable String hours) {
        return new Allowances(
                chargingPriority,
                places == null ? null : JSON.readValue(places, PLACES),
                hours == null ? null : JSON.readValue(hours, WeeklyHours.class));
    }

    /** The places for a column. */
    public @Nullable String storedPlaces() {
        return allowedAt == null ? null : JSON.writeValueAsString(allowedAt);
    }

    /** The hours for a column. */
    public @Nullable String storedHours() {
        return hours == null ? null : JSON.writeValueAsString(hours);
    }
}

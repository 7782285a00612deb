/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ohmnibus.platform.web.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stations a campaign is for: those that fit all that is said here.
 *
 * @param stationIds one of these
 * @param group id of a group that it is in
 * @param location id of the location where it stands
 * @param vendor as the station says in BootNotification
 * @param model as the station says in BootNotification
 * @param firmware version as the station says in BootNotification
 * @param online whether it is connected when the campaign is made
 * @param all true takes the whole fleet, when nothing else is said
 */
public record StationSelector(
        @Nullable List<String> stationIds,
        @Nullable String group,
        @Nullable String location,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String firmware,
        @Nullable Boolean online,
        @Nullable Boolean all) {

    private static final int MOST = 20_000;

    public StationSelector {
        stationIds = stationIds == null ? null : stationIds.stream().distinct().toList();
    }

    /** Ends the request with 400 when this selects nothing, or everything by mistake. */
    void check() {
        if (stationIds != null && (stationIds.isEmpty() || stationIds.size() > MOST)) {
            throw Problem.badRequest("selector.stationIds", "has 1 to " + MOST + " ids");
        }
        if (filters() == Boolean.TRUE.equals(all)) {
            throw Problem.badRequest(
                    "selector", "says which stations, or that it takes all: {\"all\": true}");
        }
    }

    private boolean filters() {
        return stationIds != null || hasProperties();
    }

    /** Whether anything but ids is asked for. */
    @JsonIgnore
    boolean hasProperties() {
        return Stream.of(group, location, vendor, model, firmware, online)
                .anyMatch(Objects::nonNull);
    }

    /** The same for some of the ids. */
    StationSelector withIds(List<String> ids) {
        return new StationSelector(ids, group, location, vendor, model, firmware, online, all);
    }
}

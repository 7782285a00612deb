/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.station.topology.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of one EVSE while those of its places change. Its connectors decide: stations must
 * report them, also when the EVSE or the whole station goes out of operation (G03.FR.06,
 * G04.FR.07). Only where no connector was ever reported, the EVSE's own report counts, then the
 * station's.
 */
final class EvseState {

    private static final Set<String> UP = Set.of("Available", "Occupied", "Reserved");

    /** A car that charges says most of an EVSE, a connector out of operation least. */
    private static final List<String> ORDER =
            List.of("Occupied", "Reserved", "Available", "Faulted", "Unavailable");

    private final int evseId;
    private final Map<Place, String> states = new HashMap<>();

    EvseState(int evseId) {
        this.evseId = evseId;
    }

    void change(StateChange change) {
        Place place = change.place();
        if (place.evseId() == evseId || place.equals(Place.STATION)) {
            states.put(place, change.state());
        }
    }

    /** Null as long as nothing was reported. */
    @Nullable String state() {
        List<String> connectors =
                states.entrySet().stream()
                        .filter(entry -> entry.getKey().connector())
                        .map(Map.Entry::getValue)
                        .toList();
        if (!connectors.isEmpty()) {
            return most(connectors);
        }
        String own = states.get(new Place(evseId, 0));
        return own == null ? states.get(Place.STATION) : own;
    }

    private static @Nullable String most(Collection<String> connectors) {
        return ORDER.stream().filter(connectors::contains).findFirst().orElse(null);
    }

    static boolean up(String state) {
        return UP.contains(state);
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.location;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The locations of all tenants. */
public interface Locations {

    /** Adds or replaces a location that is valid; true when it is new. */
    Mono<Boolean> put(String tenant, Location location);

    /** Adds or replaces locations that are valid; each id once. */
    Mono<Void> put(String tenant, Collection<Location> locations);

    /** Which of these locations there are not. */
    Mono<List<String>> unknown(String tenant, Collection<String> locationIds);

    /** The location, or empty. */
    Mono<Location> find(String tenant, String locationId);

    /** The locations of a tenant in the order of their ids, beginning after one of them. */
    Flux<Location> list(String tenant, @Nullable String after, int limit);

    /** Removes a location; its stations are without one then. False when there is none. */
    Mono<Boolean> remove(String tenant, String locationId);
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.group;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The groups of all tenants, and who is in them. */
public interface Groups {

    /** Makes the group or changes its name; true when it is new. */
    Mono<Boolean> put(String tenant, String groupId, @Nullable String name);

    /** A group and its name for people. */
    record Named(String groupId, @Nullable String name) {}

    /** Makes groups or changes their names; each id once. */
    Mono<Void> put(String tenant, Collection<Named> groups);

    /** The group, or empty. */
    Mono<Group> find(String tenant, String groupId);

    /** The groups of a tenant in the order of their ids, beginning after one of them. */
    Flux<Group> list(String tenant, @Nullable String after, int limit);

    /** Removes the group, not its stations; false when there is none. */
    Mono<Boolean> remove(String tenant, String groupId);

    /** Puts a station that is known into a group that is known; twice is the same as once. */
    Mono<Void> join(StationKey station, String groupId);

    /** Puts stations into their groups, and out of all others; all of them are known. */
    Mono<Void> assign(String tenant, Map<String, List<String>> groupsByStation);

    /** Which of these groups there are not. */
    Mono<List<String>> unknown(String tenant, List<String> groupIds);

    /** Takes a station out of a group; false when it is not in it. */
    Mono<Boolean> leave(StationKey station, String groupId);
}
